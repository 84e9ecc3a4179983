"""What someone may have meant who typed a word that stands nowhere. Pure: no Django, no database."""

from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

SHORTEST = 4  # of fewer letters nearly everything is near
ALIKE = 0.7  # one mistake in four letters, two in seven
LENGTHS_APART = 2


def nearest(word: str, known: Iterable[str], most: int = 1) -> list[str]:
    """Words of `known` with a few letters more, fewer, swapped or other; the nearest first."""
    if len(word) < SHORTEST:
        return []
    found = process.extract(
        word, list(known), scorer=OSA.normalized_similarity, processor=None, score_cutoff=ALIKE, limit=None
    )
    ranked = sorted(found, key=lambda one: (-one[1], one[0][:1] != word[:1], one[0]))
    return [other for other, _score, _place in ranked[:most]]
