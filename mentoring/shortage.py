"""Where mentors run short before a round opens: pure counting, per province and topic.

shortages([("Drenthe", {"zorg"}), ("Drenthe", {"zorg"})], [("Drenthe", {"zorg"}, 1)])
# [Shortage("Drenthe", "zorg", seeking=2, places=1)]
"""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Shortage:
    """More people in this province ask for this topic than there are places of mentors who know it."""

    province: str  # "" is unknown
    topic: str
    seeking: int
    places: int

    @property
    def missing(self) -> int:
        return self.seeking - self.places


def shortages(
    seeking: Iterable[tuple[str, Collection[str]]], offering: Iterable[tuple[str, Collection[str], int]]
) -> list[Shortage]:
    """The largest first. A mentor for the whole country counts in every province, and each of her topics counts."""
    asked = Counter((province, topic) for province, topics in seeking for topic in topics)
    offered: Counter[tuple[str, str]] = Counter()
    for province, topics, places in offering:
        for topic in topics:
            offered[province, topic] += places
    found = []
    for (province, topic), number in asked.items():
        places = offered["", topic] + (offered[province, topic] if province else 0)
        if number > places:
            found.append(Shortage(province, topic, number, places))
    return sorted(found, key=lambda one: (-one.missing, one.province, one.topic))
