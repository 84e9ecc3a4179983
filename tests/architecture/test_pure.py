"""Rules that people rely on are plain Python: no database, no request, no user; tested by themselves."""

import re

import pytest

from tests.architecture.sources import FLOORS, Source, python

PURE = re.compile(
    r"^(\w+/states(\.py|/.*)|lifecycle/(machine|errors)\.py|mentoring/matching/.*|elections/(names|eml)/.*"
    r"|search/(words|passages|guessing)\.py"
    r"|programmes/guide/rules\.py|programmes/applying/conditions\.py|programmes/easy_language\.py|outcomes/disclosure(\.py|/.*))$"
)
# Words to be translated later, and a list of choices: neither touches a database.
FREE = re.compile(r"^django\.(utils\.translation\b|db\.models\.TextChoices$)")


def is_pure(module: str) -> bool:
    path = module.replace(".", "/")
    return bool(PURE.match(f"{path}.py") or PURE.match(f"{path}/__init__.py"))


def impurities(source: Source) -> list[str]:
    """Imports of Django or of our own modules that are not pure themselves."""
    return [
        f"{source.path}:{line} imports {name}"
        for line, name in source.imported()
        if (name.startswith(("django", "wagtail", "allauth")) and not FREE.match(name))
        or (name.split(".")[0] in FLOORS and not is_pure(name) and not is_pure(name.rpartition(".")[0]))
    ]


def test_pure_modules_know_neither_database_nor_web() -> None:
    pure = [source for source in python(*FLOORS) if PURE.match(source.path)]
    assert "lifecycle/machine.py" in [source.path for source in pure]
    assert [fault for source in pure for fault in impurities(source)] == []


@pytest.mark.parametrize(
    "text",
    [
        "from django.db import models",
        "from django.db.models import TextChoices, Q",
        "from django.utils import timezone",
        "from people.models import User",
        "from programmes import models",
        "def later():\n    from django.conf import settings",
    ],
)
def test_the_rule_sees_a_database_in_a_pure_module(text: str) -> None:
    assert len(impurities(Source("programmes/states.py", text))) == 1


def test_the_rule_lets_pure_company_alone() -> None:
    text = (
        "from django.db.models import TextChoices\nfrom django.utils.translation import gettext_lazy as _\n"
        "from lifecycle.machine import Machine\nfrom programmes.guide.rules import Answer\nimport datetime"
    )
    assert impurities(Source("programmes/states.py", text)) == []
