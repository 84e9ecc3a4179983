"""`solve_matching INSTANCE.json [--output RESULT.json]`: the same file gives the same bytes. Needs no database."""

import json
import os
import stat
import sys
import tempfile
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser

from lifecycle.commands import BAD_INPUT, OUR_RULE, OneLineCommand
from mentoring.matching import NotAllowed, NotProved
from mentoring.matching.instances import read_instance
from mentoring.matching.solver import Solution, solve

MOST_BYTES = 512 << 20  # some twenty million scores


class Command(OneLineCommand):
    help = "Matches mentees with mentors: pins, then as many as possible, then the highest total."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("instance", metavar="INSTANCE.json", type=Path)
        parser.add_argument("--output", metavar="RESULT.json", type=Path, help="default: stdout")

    def handle(self, *args: Any, instance: Path, output: Path | None, **options: Any) -> None:
        try:
            if output is not None:
                _check_writable(output)
            result = written(solve(read_instance(_read(instance))))
            self._tell(result) if output is None else _put(result, output)
        except NotAllowed as refusal:
            raise CommandError(str(refusal), returncode=BAD_INPUT) from None
        except MemoryError:
            raise CommandError("the instance is too large for this machine", returncode=BAD_INPUT) from None
        except NotProved as fault:
            raise CommandError(f"the matching is not proved: {fault}", returncode=OUR_RULE) from None

    def _tell(self, result: str) -> None:
        try:
            self.stdout.write(result, ending="")
            self.stdout.flush()
        except OSError as error:
            # What is left in the buffer would fail once more, and loudly, when Python ends.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise CommandError(f"cannot write to stdout: {error.strerror}", returncode=BAD_INPUT) from None


def written(solution: Solution) -> str:
    rows = {"assigned": solution.assigned, "unassigned": solution.unassigned, "total": solution.total}
    return json.dumps(rows, separators=(",", ":")) + "\n"


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            text = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        raise NotAllowed(f"cannot read the instance: {_why(error)}") from None
    if len(text) > MOST_BYTES:
        raise NotAllowed(f"the instance is larger than {MOST_BYTES >> 20} MB")
    return text


def _check_writable(path: Path) -> None:
    """Before the work is done, not after it."""
    try:
        if path.is_dir():
            raise NotAllowed("cannot write the result: it is a folder")
        if _is_plain(path):
            with tempfile.TemporaryFile(dir=path.resolve().parent):
                pass
    except (OSError, ValueError) as error:
        if isinstance(error, NotAllowed):
            raise
        raise NotAllowed(f"cannot write the result: {_why(error)}") from None


def _put(result: str, path: Path) -> None:
    """Aside and then in place, so that nobody ever reads half a result; a pipe or a device is written to as it is."""
    try:
        if not _is_plain(path):
            path.write_text(result, encoding="utf-8")
            return
        path = path.resolve()
        descriptor, aside = tempfile.mkstemp(prefix=f".{path.name[:100]}.", dir=path.parent)
        try:
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                file.write(result)
                os.fchmod(file.fileno(), _mode(path))
            os.replace(aside, path)
        except BaseException:
            Path(aside).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise NotAllowed(f"cannot write the result: {_why(error)}") from None


def _is_plain(path: Path) -> bool:
    return not path.exists() or path.is_file()


def _mode(path: Path) -> int:
    """That of the file that is replaced, or what any new file gets."""
    if path.exists():
        return stat.S_IMODE(path.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _why(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)
