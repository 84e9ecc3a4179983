"""The part of a text in which the words stand that someone looks for. Pure: no Django, no database."""

import re
from collections.abc import Collection

from search.words import spans, stem

# A piece of a text, and whether it is one of the words that were looked for.
Piece = tuple[str, bool]
WORDS_BEFORE, WORDS = 6, 34
GAP = "…"
# Where a line ends without a sign of its own, as a heading does.
_END_OF_LINE = re.compile(r"(?<=[^.?!:;,\s])\s*\n\s*")


def marked(text: str, stems: Collection[str], language: str) -> list[Piece]:
    """The whole text in pieces; put together again they are the text."""
    pieces: list[Piece] = []
    done = 0
    for start, end, word in spans(text):
        if stem(word, language) in stems:
            pieces += [(text[done:start], False), (text[start:end], True)]
            done = end
    return [piece for piece in [*pieces, (text[done:], False)] if piece[0]]


def best_passage(text: str, stems: Collection[str], language: str) -> list[Piece]:
    """Some thirty words with as many different ones of `stems` as can be; nothing when none stands there."""
    words = [(start, end, stem(word, language)) for start, end, word in spans(text)]
    places = [number for number, (_start, _end, its_stem) in enumerate(words) if its_stem in stems]
    if not places:
        return []

    def worth(place: int) -> tuple[int, int]:
        near = [words[number][2] for number in places if place <= number < place + WORDS - WORDS_BEFORE]
        return len(set(near)), len(near)

    first = max(places, key=worth) - WORDS_BEFORE
    first, last = max(first, 0), min(first + WORDS, len(words)) - 1
    part = text[words[first][0] : words[last][1]] if first else text[: words[last][1]]
    pieces = marked(" ".join(_END_OF_LINE.sub(" · ", part).split()), stems, language)
    before = [(f"{GAP} ", False)] if first else []
    rest = text[words[last][1] :].strip()
    if last == len(words) - 1:
        return [*before, *pieces, *([(rest, False)] if len(rest) < WORDS_BEFORE else [])]
    return [*before, *pieces, (f" {GAP}", False)]
