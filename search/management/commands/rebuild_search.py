import json
from typing import Any

from lifecycle.commands import OneLineCommand
from search.indexing import rebuild
from search.models import IndexedText


class Command(OneLineCommand):
    help = "Looks at everything that can be found, and mends what differs. The worker does this too, once a day."

    def handle(self, *args: Any, **options: Any) -> None:
        changed = rebuild()
        self.stdout.write(json.dumps({"texts": IndexedText.objects.count(), "changed": changed}, sort_keys=True))
