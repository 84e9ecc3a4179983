"""What the worker looks at again and again: each minute settings.SWEEPS, each day settings.DAILY_SWEEPS."""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone
from django.utils.module_loading import import_string
from django_tasks_db.models import DBTaskResult

from lifecycle.models import Heartbeat

logger = logging.getLogger(__name__)

WORKER = "worker"  # the name of its sign of life
DAY = timedelta(days=1)
AFTER_A_FAULT = timedelta(hours=1)
KEEP_TASK_RESULTS = DAY


def sweep(at: datetime | None = None, *, stopping: Callable[[], bool] = lambda: False) -> None:
    """One round. A part that fails is named in the log and does not keep the others from their turn."""
    for path in settings.SWEEPS:
        if stopping():
            return
        _run(path)
    for path in settings.DAILY_SWEEPS:
        if stopping():
            return
        _run_daily(path, at or timezone.now())


def _run(path: str) -> bool:
    try:
        done = import_string(path)()
    except Exception as error:  # the next minute comes anyway
        # Never the words of the error: they can hold what a row says about a person.
        logger.error("sweep %s failed: %s", path, type(error).__name__)
        return False
    if done:
        logger.info("sweep %s: %s", path, done)
    return True


def _run_daily(path: str, at: datetime) -> None:
    try:
        if Heartbeat.turn(path, DAY, at) and not _run(path):
            Heartbeat.beat(path, at - DAY + AFTER_A_FAULT)
    except Exception as error:  # a locked database, say
        logger.error("sweep %s had no turn: %s", path, type(error).__name__)


def drop_task_results() -> int:
    """Results of tasks say nothing that a row of ours does not say; those of yesterday go."""
    return DBTaskResult.objects.finished().filter(finished_at__lt=timezone.now() - KEEP_TASK_RESULTS).delete()[0]
