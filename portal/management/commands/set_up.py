import json
from typing import Any

from lifecycle.commands import OneLineCommand
from portal.set_up import set_up
from search.indexing import rebuild


class Command(OneLineCommand):
    help = "Lays the site, fixed pages, groups, lists, consents' texts, help records and figures. Safe to run again."

    def handle(self, *args: Any, **options: Any) -> None:
        report = set_up()
        rebuild()
        self.stdout.write(json.dumps(report, sort_keys=True))
