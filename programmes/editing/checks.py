"""What a programme's page needs besides good words (settings.PAGE_CHECKS)."""

from collections.abc import Iterator
from typing import Any

from home.checking.findings import Finding, Kind
from programmes.models import ProgrammePage


def easy_language(page: Any) -> Iterator[Finding]:
    if isinstance(page, ProgrammePage) and not page.easy:
        yield Finding(Kind.NO_EASY_LANGUAGE)
