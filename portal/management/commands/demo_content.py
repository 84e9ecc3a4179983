import sys
from typing import Any

from django.conf import settings
from django.core.management.base import CommandParser

from lifecycle.commands import OUR_RULE, OneLineCommand
from portal.demo.content import lay_demo
from search.indexing import rebuild


class Command(OneLineCommand):
    help = "Adds the content of the demo, when it is not there yet. Only in demo mode."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--share", type=float, default=1, help="how much of the population is laid: 0.1 is a tenth")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO_MODE:
            self.stderr.write("Only in demo mode: use portal.settings.demo.")
            sys.exit(OUR_RULE)
        added = lay_demo(share=options["share"])
        rebuild()
        self.stdout.write("Demo content added." if added else "Demo content was there already.")
