import csv
import json
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError, CommandParser
from django.utils import timezone

from lifecycle.commands import BAD_INPUT, OUR_RULE, OneLineCommand
from outcomes.population.reading import Fault, Line, NotAPopulation, read
from outcomes.population.writing import AlreadyThere, write

FAULTS_TOLD = 20


class Command(OneLineCommand):
    help = "Reads invented people into the figures, to try the monitor on many. Not in production."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE.csv")
        parser.add_argument("--replace", action="store_true", help="instead of the facts that are there")

    def handle(self, *, file: Path, replace: bool, **options: Any) -> None:
        if not settings.TRIAL_DATA:
            raise CommandError("not in production: these people are invented", returncode=OUR_RULE)
        lines = self._lines(file, timezone.localdate())
        try:
            written = write(lines, replace=replace)
        except AlreadyThere:
            raise CommandError("there are facts already; --replace takes their place", returncode=BAD_INPUT) from None
        self.stdout.write(json.dumps(vars(written)))

    def _lines(self, file: Path, today: date) -> list[Line]:
        """All lines of a file without a fault; otherwise the first faults are told and nothing is done."""
        lines: list[Line] = []
        faults: list[Fault] = []
        try:
            with file.open(encoding="utf-8-sig", newline="") as text:
                for found in read(text, today):
                    if isinstance(found, Line):
                        lines.append(found)
                    elif len(faults) < FAULTS_TOLD:
                        faults.append(found)
        except NotAPopulation as fault:
            raise CommandError(str(fault), returncode=BAD_INPUT) from None
        except OSError as fault:
            raise CommandError(f"cannot read this file: {fault.strerror}", returncode=BAD_INPUT) from None
        except (UnicodeDecodeError, csv.Error):
            raise CommandError("cannot read this file: it is no CSV in UTF-8", returncode=BAD_INPUT) from None
        if faults:
            raise CommandError("\n".join(map(str, faults)), returncode=BAD_INPUT)
        return lines
