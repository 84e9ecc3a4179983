"""Secrets of a machine that is not production: made once, kept in var/secrets.env (0600)."""

import base64
import os
import secrets
from pathlib import Path


def load_or_make(var: Path) -> None:
    """Fill os.environ from var/secrets.env, making the file at the first start.

    What the environment already holds wins, so a test or a container can still choose.
    """
    var.mkdir(parents=True, exist_ok=True)
    path = var / "secrets.env"
    if not path.exists():
        _write_once(path, _fresh())
    for line in path.read_text(encoding="utf-8").splitlines():
        name, _, value = line.partition("=")
        os.environ.setdefault(name, value)
    os.environ.setdefault("DATABASE_URL", f"sqlite:///{var / 'portal.sqlite3'}")
    os.environ.setdefault("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
    os.environ.setdefault("SITE_ADDRESS", f"http://localhost:{os.environ.get('PORT') or '8000'}")
    os.environ.setdefault("MAIL_FROM", "Op de lijst <post@opdelijst.example.org>")
    os.environ.setdefault("EMAIL_URL", "consolemail://")


def _fresh() -> dict[str, str]:
    return {
        "SECRET_KEY": secrets.token_urlsafe(60),
        "FIELD_KEYS": base64.urlsafe_b64encode(secrets.token_bytes(32)).decode(),
        "ROUNDING_SECRET": secrets.token_hex(32),
    }


def _write_once(path: Path, values: dict[str, str]) -> None:
    """Written aside and linked into place: of two first starts at once, one set of secrets wins."""
    aside = path.with_suffix(f".{os.getpid()}")
    with os.fdopen(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.writelines(f"{name}={value}\n" for name, value in values.items())
    try:
        os.link(aside, path)
    except FileExistsError:
        pass
    finally:
        aside.unlink()
