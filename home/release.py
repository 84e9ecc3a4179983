"""Which release of the code this process runs, so that pages of another one are not taken for its own."""

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

from django.apps import apps
from django.conf import settings

MAKES_PAGES = {".py", ".html", ".txt", ".svg", ".mo"}


@cache
def fingerprint() -> str:
    """A hash of all that makes a page: our code, templates, drawings, words and the names of static files.

    By content and not by time, so that several machines with one release share their pages.
    """
    found = sha256()
    for path in sorted(_files()):
        found.update(str(path.relative_to(settings.BASE_DIR)).encode())
        found.update(path.read_bytes())
    manifest = Path(settings.STATIC_ROOT) / "staticfiles.json"
    if manifest.is_file():
        found.update(manifest.read_bytes())
    return found.hexdigest()[:16]


def _files() -> Iterator[Path]:
    ours = [Path(app.path) for app in apps.get_app_configs() if Path(app.path).parent == settings.BASE_DIR]
    for folder in (*ours, settings.BASE_DIR / "templates", settings.BASE_DIR / "static", *settings.LOCALE_PATHS):
        yield from (path for path in Path(folder).rglob("*") if path.suffix in MAKES_PAGES and path.is_file())
