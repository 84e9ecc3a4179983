import sys
from typing import Any

from django.conf import settings

from lifecycle.commands import OUR_RULE, OneLineCommand
from portal.demo.reset import lay_demo_anew


class Command(OneLineCommand):
    help = "Empties the demo and lays it anew, with dates relative to today. Only in demo mode."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO_MODE:
            self.stderr.write("Only in demo mode: use portal.settings.demo.")
            sys.exit(OUR_RULE)
        lay_demo_anew()
        self.stdout.write("The demo is as new.")
