import json
from typing import Any

from django.core.management.base import CommandParser

from lifecycle.commands import OneLineCommand
from people import privacy


class Command(OneLineCommand):
    help = "Ends what has been kept long enough (the worker does so daily)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="only tell what would go")

    def handle(self, *, dry_run: bool, **options: Any) -> None:
        purged = privacy.purge_expired(dry_run=dry_run)
        self.stdout.write(json.dumps({"dry_run": dry_run, "purged": purged}))
