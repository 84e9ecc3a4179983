"""The portal's second process, beside the web server: tasks, sweeps and a sign of life."""

import logging
import threading
from collections.abc import Callable
from typing import Any

from django.core.management.base import CommandParser
from django.db import Error as DatabaseFault
from django.db import close_old_connections, connection
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker as TaskWorker

from lifecycle.commands import OneLineCommand
from lifecycle.models import Heartbeat
from portal import sweeps

logger = logging.getLogger(__name__)

BEAT_SECONDS = 10
SWEEP_SECONDS = 60
SECONDS_TO_STOP = 25


def repeat(what: Callable[[], None], every: float, stop: threading.Event) -> None:
    """Do it now and again every so many seconds until `stop`; a fault is named, and the next turn comes."""
    while not stop.is_set():
        close_old_connections()
        try:
            what()
        except Exception as error:  # a locked database must not end the worker
            logger.error("%s failed: %s", what.__name__, type(error).__name__)
        stop.wait(every)
    connection.close()


class Command(OneLineCommand):
    help = "Does what should not wait for a page: sends letters, runs tasks, sweeps. Ctrl-C or SIGTERM stops it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--sweep-seconds", type=float, default=SWEEP_SECONDS)

    def handle(self, *, sweep_seconds: float, **options: Any) -> None:
        stop = threading.Event()
        tasks = self.queue()
        tasks.configure_signals()  # before anything is in hand

        def beat() -> None:
            Heartbeat.beat(sweeps.WORKER)

        def sweep() -> None:
            sweeps.sweep(stopping=stop.is_set)

        threads = [
            threading.Thread(target=repeat, args=(beat, BEAT_SECONDS, stop), daemon=True),
            threading.Thread(target=repeat, args=(sweep, sweep_seconds, stop), daemon=True),
        ]
        for thread in threads:
            thread.start()
        try:
            self.run_tasks(tasks, stop)
        finally:
            # A stop signal raises SystemExit in here. What is in hand is finished; what is not, is
            # a row whose lease runs out.
            stop.set()
            for thread in threads:
                thread.join(SECONDS_TO_STOP / len(threads))

    def queue(self) -> TaskWorker:
        return TaskWorker(
            queue_names=["*"],
            interval=1,
            batch=False,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=get_random_string(32),
            excluded_queue_names=[],
        )

    def run_tasks(self, tasks: TaskWorker, stop: threading.Event) -> None:
        """The queue's own loop, taken up again after a database fault."""
        while tasks.running:
            try:
                tasks.run()
            except DatabaseFault as error:
                logger.error("the queue stopped: %s", type(error).__name__)
                connection.close()
                stop.wait(5)
