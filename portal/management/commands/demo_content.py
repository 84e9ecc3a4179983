import sys
from typing import Any

from django.conf import settings

from lifecycle.commands import OUR_RULE, OneLineCommand
from portal.demo.content import lay_demo


class Command(OneLineCommand):
    help = "Adds the content of the demo, when it is not there yet. Only in demo mode."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO_MODE:
            self.stderr.write("Only in demo mode: use portal.settings.demo.")
            sys.exit(OUR_RULE)
        self.stdout.write("Demo content added." if lay_demo() else "Demo content was there already.")
