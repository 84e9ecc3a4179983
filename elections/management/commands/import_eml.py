import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser

from elections.importing import import_paths
from lifecycle.commands import BAD_INPUT, OneLineCommand

REFUSED = 1


class Command(OneLineCommand):
    help = (
        "Reads official files (EML_NL 110a, 230b, 520): files, folders and zips. The last line is what became of them."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")

    def handle(self, *, paths: list[Path], **options: Any) -> None:
        missing = [path for path in paths if not path.exists()]
        if missing:
            self._end(f"Niet gevonden: {', '.join(map(str, missing))}.")
        report = import_paths(paths, tell=self._tell)
        if not report.files:
            self._end("Hier staat geen EML-bestand of zipbestand.")
        self.stdout.write(json.dumps(report.as_json()))
        if report.refused:
            self._tell(f"{len(report.refused)} bestand(en) geweigerd.")
            sys.exit(REFUSED)

    def _tell(self, line: str) -> None:
        """Names of files can hold what a terminal cannot show."""
        self.stderr.write(line.encode("utf-8", "replace").decode("utf-8"))

    def _end(self, line: str) -> None:
        self._tell(line)
        sys.exit(BAD_INPUT)
