"""From a fresh clone to something that can be served or tested; what is already there is left alone.

python3 -m scripts.prepare run|test|check|demo-reset
"""

import os
import sqlite3
import sys
import uuid
from pathlib import Path

from scripts import environment, frontend
from scripts.places import FLOORS, LOCALE, PYTHON, ROOT, VAR
from scripts.stamps import Stamp
from scripts.steps import run
from scripts.turns import turn

DEMO = "portal.settings.demo"


def ground(purpose: str) -> None:
    """Packages, styles and translations: all that is made from the checkout alone."""
    with turn():
        environment.lay(purpose)
        frontend.build()
        translate()


def contents() -> None:
    """Database, fixed pages, demo and static files."""
    with turn():
        fill_database()
        collect_static()


def translate() -> None:
    catalogues = sorted(LOCALE.rglob("*.po"))
    compiled = Stamp("translations", catalogues, outputs=[path.with_suffix(".mo") for path in catalogues])
    if not compiled.fresh():
        run("translations", [PYTHON, "-m", "scripts.messages", "compile"], seconds=60)
        compiled.keep()


def fill_database() -> None:
    if database_stamp().fresh():
        return
    manage("migrate", "--no-input", seconds=300)
    manage("set_up", seconds=120)
    if settings_module() == DEMO:
        manage("demo_content", seconds=300)
    database_stamp().keep()


def database_stamp() -> Stamp:
    """The state of the database is part of it, so a removed file is filled again."""
    sources = [ROOT / floor for floor in FLOORS]
    more = f"{settings_module()} {database_mark()} {served_at()}"
    return Stamp("database", [*sources, LOCALE, ROOT / "requirements.txt"], more=more)


def served_at() -> str:
    """Where the site is served, of which the database holds a copy."""
    return os.environ.get("SITE_ADDRESS") or os.environ.get("PORT") or "8000"


def database_mark() -> str:
    """Which database, and how many migrations it has seen; never the same where looking is not cheap."""
    address = os.environ.get("DATABASE_URL", f"sqlite:///{VAR / 'portal.sqlite3'}")
    path = Path("/" + address.partition(":///")[2].lstrip("/"))
    if not address.startswith("sqlite:///"):
        return uuid.uuid4().hex
    try:
        with sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True) as database:
            count = database.execute("SELECT count(*) FROM django_migrations").fetchone()[0]
    except sqlite3.Error:
        return uuid.uuid4().hex
    return f"{path} {count}"


def collect_static() -> None:
    """Compressing the CMS's own files takes most of a first start; they change only with the packages."""
    own = [ROOT / floor / "static" for floor in FLOORS]
    sources = [frontend.OUT, ROOT / "requirements.txt", *own]
    collected = Stamp("static", sources, outputs=[VAR / "static" / "staticfiles.json"])
    if not collected.fresh():
        manage("collectstatic", "--no-input", seconds=240)
        collected.keep()


def manage(command: str, *arguments: str, seconds: int) -> None:
    env = {"DJANGO_SETTINGS_MODULE": settings_module()}
    run(command, [PYTHON, ROOT / "manage.py", command, *arguments], seconds=seconds, env=env)


def settings_module() -> str:
    return os.environ.get("DJANGO_SETTINGS_MODULE", DEMO)


def demo_anew() -> None:
    ground("run")
    with turn():
        fill_database()
        manage("demo_reset", seconds=300)
        database_stamp().keep()


if __name__ == "__main__":
    if sys.argv[1] == "demo-reset":
        demo_anew()
    else:
        ground(sys.argv[1])
