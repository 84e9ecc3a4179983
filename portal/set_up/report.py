from collections import Counter


class Report(Counter[str]):
    """How many of each kind were made. Nothing made means that everything was there already."""

    def made(self, kind: str, count: int = 1) -> None:
        if count:
            self[kind] += count
