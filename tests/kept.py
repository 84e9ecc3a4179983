"""Databases that take long to make: made once, kept under var/, copied for every run and every process of it.

Migrating takes half a minute and seldom changes. What set_up and the demo add is kept beside it, for as long as no
source file differs.
"""

import fcntl
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from scripts.places import FLOORS, PYTHON, ROOT, VAR
from scripts.stamps import digest

KEPT = VAR / "tests"
MOST_KEPT = 2
DATABASE = "portal.sqlite3"
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


@cache
def tables() -> Path:
    """The kept folder with a database that has seen `migrate`, and nothing else."""
    return _kept("tables", _key_of_tables(), None, ["migrate"])


def has_tables() -> bool:
    """Those of the migrations as they are now."""
    return _folder("tables", _key_of_tables()).exists()


def _key_of_tables() -> str:
    return digest([*(ROOT / floor / "migrations" for floor in FLOORS), ROOT / "requirements.txt"])


@cache
def demo(share: str = "0.1") -> Path:
    """The kept folder with the demo in it: one for a whole run, also when a file changes meanwhile."""
    everything = [*(ROOT / floor for floor in FLOORS), ROOT / "templates", ROOT / "requirements.txt"]
    today = datetime.now(AMSTERDAM).date().isoformat()  # the demo's dates follow the day it is made, there
    commands = ["set_up", f"demo_content --share {share}"]
    return _kept("demo", digest(everything, f"{today} {share}"), tables(), commands)


def lay(folder: Path, share: str = "0.1") -> None:
    """Lay the demo's database and its media in this folder."""
    shutil.copytree(demo(share), folder, dirs_exist_ok=True)


def copy_into(connection: sqlite3.Connection, folder: Path) -> None:
    """All that stands in the kept database, into one that is open."""
    source = sqlite3.connect(f"{(folder / DATABASE).as_uri()}?mode=ro", uri=True)
    try:
        source.backup(connection)
    finally:
        source.close()


def _kept(name: str, key: str, start: Path | None, commands: list[str]) -> Path:
    """The kept folder of this name and key. Who comes while another makes it waits; it is put in place whole."""
    kept = _folder(name, key)
    with _one_at_a_time(name):
        if not kept.exists():
            aside = KEPT / f".{name}"
            shutil.rmtree(aside, ignore_errors=True)
            if start:
                shutil.copytree(start, aside)
            else:
                aside.mkdir()
            for command in commands:
                manage(aside, command)
            _close(aside / DATABASE)
            shutil.rmtree(aside / "cache", ignore_errors=True)
            aside.rename(kept)
            _drop_oldest(name)
        kept.touch()
    return kept


def _folder(name: str, key: str) -> Path:
    return KEPT / f"{name}-{key[:16]}"


@contextmanager
def _one_at_a_time(name: str) -> Iterator[None]:
    KEPT.mkdir(parents=True, exist_ok=True)
    with (KEPT / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def manage(folder: Path, command: str) -> str:
    """A command on the database in this folder, as operations give it; what it says."""
    done = subprocess.run(
        [PYTHON, "manage.py", *command.split()],
        cwd=ROOT,
        env=environment(folder),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=900,
    )
    if done.returncode:
        raise RuntimeError(f"{command} ended with {done.returncode}:\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}")
    return done.stdout


def environment(folder: Path, port: int = 8000) -> dict[str, str]:
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "tests.journeys.settings",
        "JOURNEY_FOLDER": str(folder),
        "PORT": str(port),
        "PYTHONUNBUFFERED": "1",
    }


def _close(path: Path) -> None:
    """Bring the write-ahead log into the file, so that the file alone is the database."""
    database = sqlite3.connect(path)
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()


def _drop_oldest(name: str) -> None:
    kept = sorted(KEPT.glob(f"{name}-*"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in kept[MOST_KEPT:]:
        shutil.rmtree(path, ignore_errors=True)
