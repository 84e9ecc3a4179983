from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser

from lifecycle.commands import BAD_INPUT
from people import takeout
from people.management.person_command import PersonCommand
from people.models import User


class Command(PersonCommand):
    help = "Writes everything about a person to a folder, as JSON and as a page to read."

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--output", required=True, metavar="DIR", type=Path)

    def do(self, user: User, *, output: Path, **options: Any) -> dict[str, Any]:
        try:
            output.mkdir(mode=0o700, parents=True, exist_ok=True)
            written = [self._write(output / name, text) for name, text in takeout.files(user).items()]
        except OSError as error:
            raise CommandError(f"cannot write there: {error.strerror}", returncode=BAD_INPUT) from None
        return {"exported": str(user.key), "files": written}

    def _write(self, path: Path, text: str) -> str:
        """Readable by its owner only."""
        path.touch(mode=0o600)
        path.chmod(0o600)
        path.write_text(text, encoding="utf-8")
        return str(path)
