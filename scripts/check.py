"""`make check`: everything that can be said about the code without running it as a portal.

    .venv/bin/python -m scripts.check

All checks run, also after one failed: one run shows all there is to mend.
"""

import base64
import secrets
import sys
import tempfile
from pathlib import Path

from scripts.places import PYTHON, ROOT
from scripts.steps import Command, StepFailed, run

TOOL: Command = [PYTHON, "-m"]
MANAGE: Command = [PYTHON, ROOT / "manage.py"]


def production(folder: Path) -> dict[str, str]:
    """What a real server takes from its environment; invented, and thrown away with the folder."""
    return {
        "DJANGO_SETTINGS_MODULE": "portal.settings.production",
        "SECRET_KEY": secrets.token_urlsafe(60),
        "FIELD_KEYS": base64.urlsafe_b64encode(secrets.token_bytes(32)).decode(),
        "ROUNDING_SECRET": secrets.token_hex(32),
        "ALLOWED_HOSTS": "opdelijst.example.org",
        "SITE_ADDRESS": "https://opdelijst.example.org",
        "MAIL_FROM": "post@opdelijst.example.org",
        "EMAIL_URL": "smtp+tls://user:password@mail.example.org:587",
        "DATABASE_URL": f"sqlite:///{folder / 'check.sqlite3'}",
    }


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        env = production(Path(folder))
        test = {"DJANGO_SETTINGS_MODULE": "portal.settings.test"}
        checks: list[tuple[str, Command, dict[str, str], int]] = [
            ("ruff check", [*TOOL, "ruff", "check", "--no-fix", "."], {}, 60),
            ("ruff format", [*TOOL, "ruff", "format", "--check", "."], {}, 60),
            ("djlint", [*TOOL, "djlint", "templates", "--lint", "--quiet"], {}, 90),
            ("mypy", [*TOOL, "mypy", "."], test, 240),
            ("migrations are complete", [*MANAGE, "makemigrations", "--check", "--dry-run"], env, 90),
            ("deployment", [*MANAGE, "check", "--deploy", "--fail-level", "WARNING"], env, 90),
            ("translations", [*TOOL, "scripts.messages", "check"], {}, 150),
            ("dangerous migrations are signed", [*TOOL, "scripts.migrations"], {}, 30),
        ]
        failed = [name for name, command, more, seconds in checks if not passes(name, command, more, seconds)]
    print(
        f"{len(checks) - len(failed)} of {len(checks)} checks hold" + (f"; not: {', '.join(failed)}" if failed else "")
    )
    return 1 if failed else 0


def passes(name: str, command: Command, env: dict[str, str], seconds: int) -> bool:
    try:
        run(name, command, seconds=seconds, env=env)
    except StepFailed:
        return False
    return True


if __name__ == "__main__":
    sys.exit(main())
