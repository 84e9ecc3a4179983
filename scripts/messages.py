"""The translations: `extract` new texts, `check` that none is left open, `compile` for use.

    .venv/bin/python -m scripts.messages extract|check|compile

Compiling asks no gettext of the machine; the other two do (`xgettext`, `msgmerge`).
"""

import shutil
import sys
import tempfile
from pathlib import Path

import polib

from scripts.places import FLOORS, LOCALE, PYTHON, ROOT
from scripts.steps import Command, StepFailed, run, say

CATALOGUE = Path("locale", "en", "LC_MESSAGES", "django.po")
SHOWN = 25


def compile_all() -> None:
    for path in LOCALE.rglob("*.po"):
        polib.pofile(str(path)).save_as_mofile(str(path.with_suffix(".mo")))


def extracted() -> polib.POFile:
    """The catalogue with every text of the code in it, made in a copy: a check changes no file."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for name in (*FLOORS, "templates", "locale"):
            if (ROOT / name).exists():
                shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__", "*.mo"))
        (copy / CATALOGUE).parent.mkdir(parents=True, exist_ok=True)
        command: Command = [
            PYTHON,
            "-m",
            "django",
            "makemessages",
            "--locale=en",
            "--no-obsolete",
            "--no-wrap",
            "--add-location=file",
        ]
        run("texts of the code", command, seconds=120, cwd=copy, env={"DJANGO_SETTINGS_MODULE": ""})
        return polib.pofile(str(copy / CATALOGUE), wrapwidth=0)


def extract() -> None:
    catalogue = extracted()
    (ROOT / CATALOGUE).parent.mkdir(parents=True, exist_ok=True)
    catalogue.metadata.pop("POT-Creation-Date", None)  # else every run is a change
    catalogue.save(str(ROOT / CATALOGUE))
    say(f"{CATALOGUE}: {len(catalogue)} texts, {len(open_texts(catalogue))} still to translate")


def open_texts(catalogue: polib.POFile) -> list[polib.POEntry]:
    return [entry for entry in catalogue if not entry.obsolete and (entry.fuzzy or not entry.translated())]


def check() -> None:
    todo = open_texts(extracted())
    for entry in todo[:SHOWN]:
        where = entry.occurrences[0][0] if entry.occurrences else "?"
        say(f"  {where}: {'doubtful' if entry.fuzzy else 'no English'}: {entry.msgid[:80]!r}")
    if todo:
        raise StepFailed(f"{len(todo)} texts without English; `make messages` puts them in {CATALOGUE}")


if __name__ == "__main__":
    {"compile": compile_all, "extract": extract, "check": check}[sys.argv[1]]()
