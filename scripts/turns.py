"""One `make` at a time builds in a checkout; a second one waits its turn and says so."""

import fcntl
import time
from collections.abc import Iterator
from contextlib import contextmanager

from scripts.places import VAR
from scripts.steps import StepFailed, say

LONGEST_WAIT = 600


@contextmanager
def turn() -> Iterator[None]:
    """Held by the operating system: it ends with the process that took it, however that process ends."""
    VAR.mkdir(exist_ok=True)
    with (VAR / "make.lock").open("w") as lock:
        if not _taken(lock):
            say("  another make is preparing in this folder; waiting for it")
            until = time.monotonic() + LONGEST_WAIT
            while not _taken(lock):
                if time.monotonic() > until:
                    raise StepFailed(f"another make in this folder was still preparing after {LONGEST_WAIT} s")
                time.sleep(0.3)
        yield


def _taken(lock) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
