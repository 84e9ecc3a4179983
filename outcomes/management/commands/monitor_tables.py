import csv
import json
from datetime import date
from typing import Any

from django.core.management.base import CommandError, CommandParser

from lifecycle.commands import BAD_INPUT, OneLineCommand
from outcomes.management.commands.publish_monitor import day
from outcomes.models import Release
from outcomes.published import PublishedTable, tables_of


class Command(OneLineCommand):
    help = "Prints what the pages of the monitor show."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--release", type=day, help="the day of the release; without it the last one")
        parser.add_argument("--format", choices=["json", "csv"], required=True)

    def handle(self, *, release: date | None, format: str, **options: Any) -> None:  # noqa: A002
        found = Release.objects.filter(as_of=release).first() if release else Release.objects.first()
        if found is None:
            raise CommandError(
                "there is no such release" if release else "there is no release yet", returncode=BAD_INPUT
            )
        tables = tables_of(found)
        if format == "json":
            told = {"release": found.as_of.isoformat(), "tables": [_table(table) for table in tables]}
            self.stdout.write(json.dumps(told, ensure_ascii=False))
        else:
            self._write_csv(found, tables)

    def _write_csv(self, release: Release, tables: list[PublishedTable]) -> None:
        """A line a cell; a hidden one is empty."""
        lines = csv.writer(self.stdout, lineterminator="\n")
        lines.writerow(["release", "table", "key", "column", "value", "as_of", "band"])
        for entry in tables:
            for row in entry.rows:
                for column in entry.table.columns:
                    place = [release.as_of, entry.table.id, row.key, column]
                    lines.writerow([*place, row.cells[column], row.as_of, row.band])


def _table(entry: PublishedTable) -> dict[str, Any]:
    columns = entry.table.columns
    return {
        "id": entry.table.id,
        "columns": list(columns),
        "rows": [
            {
                "key": row.key,
                "as_of": row.as_of.isoformat() if row.as_of else None,
                "band": row.band or None,
                "cells": [row.cells[column] for column in columns],
            }
            for row in entry.rows
        ],
    }
