"""A database with the whole demo in it, made once and copied for every run.

Migrating takes half a minute and seldom changes, so it is kept by itself under var/journeys/; what set_up
and the demo add is kept beside it, for as long as no source file differs.
"""

import os
import shutil
import sqlite3
import subprocess
from datetime import datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from scripts.places import FLOORS, PYTHON, ROOT, VAR
from scripts.stamps import digest

KEPT = VAR / "journeys"
MOST_KEPT = 2
DATABASE = "portal.sqlite3"
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def prepared(folder: Path) -> None:
    """Lay a filled database and its media in this folder."""
    shutil.copytree(filled(), folder, dirs_exist_ok=True)


def whole_demo(folder: Path) -> None:
    """The same with all people of the demo, not a tenth of them: it takes its time."""
    shutil.copytree(filled("1"), folder, dirs_exist_ok=True)


@cache
def filled(share: str = "0.1") -> Path:
    """The kept folder with everything in it: one for a whole run, also when a file changes meanwhile."""
    migrations = [ROOT / floor / "migrations" for floor in FLOORS]
    tables = _made("tables", digest([*migrations, ROOT / "requirements.txt"]), None, ["migrate"])
    everything = [*(ROOT / floor for floor in FLOORS), ROOT / "templates", ROOT / "requirements.txt"]
    today = datetime.now(AMSTERDAM).date().isoformat()  # the demo's dates follow the day it is made, there
    commands = ["set_up", f"demo_content --share {share}"]
    return _made("filled", digest(everything, f"{today} {share}"), tables, commands)


def _made(name: str, key: str, start: Path | None, commands: list[str]) -> Path:
    """The kept folder of this name and key; made aside and put in place whole, so that two runs can meet."""
    kept = KEPT / f"{name}-{key[:16]}"
    if not kept.exists():
        aside = KEPT / f".{name}-{os.getpid()}"
        shutil.rmtree(aside, ignore_errors=True)
        if start:
            shutil.copytree(start, aside)
        else:
            aside.mkdir(parents=True)
        for command in commands:
            manage(aside, command)
        _close(aside / DATABASE)
        shutil.rmtree(aside / "cache", ignore_errors=True)
        try:
            aside.rename(kept)
        except OSError:  # another run was first
            shutil.rmtree(aside)
        _drop_oldest(name)
    kept.touch()
    return kept


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
