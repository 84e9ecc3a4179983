"""Is the portal well? /health/live/ asks nothing of the database; /health/ asks all that it needs."""

import subprocess
from functools import cache
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from lifecycle.models import Heartbeat
from people.access import public
from portal.sweeps import WORKER


@public
@never_cache
@require_safe
def live(request: HttpRequest) -> JsonResponse:
    return JsonResponse({"status": "ok"})


@public
@never_cache
@require_safe
def health(request: HttpRequest) -> JsonResponse:
    """503 when the database is away or its tables lag behind the code. A silent worker is told, not judged:
    pages work without it, and the watcher of this page sets the limit."""
    report = _ask_database()
    well = report["database"] == "ok" and report["migrations"] == "ok"
    report = {"status": "ok" if well else "unwell", **report}
    if settings.DEMO_MODE:
        report["revision"] = revision()
    return JsonResponse(report, status=200 if well else 503)


def _ask_database() -> dict[str, Any]:
    try:
        missing = _migrations_missing()
        silence = None if missing else Heartbeat.age(WORKER)
    except DatabaseError:
        return {"database": "away", "migrations": "unknown", "worker_seen_s": None}
    return {
        "database": "ok",
        "migrations": "missing" if missing else "ok",
        "worker_seen_s": None if silence is None else max(0, int(silence.total_seconds())),
    }


def _migrations_missing() -> bool:
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


@cache
def revision() -> str | None:
    """The commit of the code that this process serves; None outside a clone."""
    git = ["git", "-C", str(settings.BASE_DIR), "rev-parse", "HEAD"]
    try:
        return subprocess.run(git, capture_output=True, text=True, check=True, timeout=5).stdout.strip()  # noqa: S603
    except (OSError, subprocess.SubprocessError):
        return None


if settings.DEMO_MODE:
    revision()  # now, before the clone can move on under a process that still serves this code
