"""A clock that a journey can move: the days to add stand in a file, and web and worker follow it.

Web looks before each request, the worker before each round of its sweeps.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import time_machine
from django.http import HttpRequest, HttpResponse

FILE = Path("clock")  # set by the settings of the run

_moved_by = timedelta()
_travel: time_machine.travel | None = None


def move(file: Path, by: timedelta) -> None:
    """Written aside first: web and worker look at any moment, and must not find half a number."""
    aside = file.with_suffix(".new")
    aside.write_text(str(by.total_seconds()), encoding="utf-8")
    aside.replace(file)


def follow() -> int:
    """Set this process's clock as the file says. Returns 0: as a sweep it did no work."""
    global _moved_by, _travel
    asked = timedelta(seconds=float(FILE.read_text(encoding="utf-8"))) if FILE.exists() else timedelta()
    if asked != _moved_by:
        if _travel:
            _travel.stop()
        _travel = time_machine.travel(datetime.now(UTC) + asked, tick=True)
        _travel.start()
        _moved_by = asked
    return 0


class MovedClockMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        follow()
        return self.get_response(request)
