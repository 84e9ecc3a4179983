"""Easy language, as a rule one can hold a text against: short sentences, and one on a line. Pure.

>>> [str(fault.kind) for fault in faults("Je leert praten in een groep.")]
[]
>>> faults("Je komt elke week bij ons langs om samen te praten over je straat.")[0].words
14
>>> [str(fault.kind) for fault in faults("Je leert. Je oefent.")]
['several']
"""

import re
from dataclasses import dataclass
from enum import StrEnum

MOST_WORDS = 10  # in a sentence

# A point inside a number or a time ends nothing, and a quotation mark may follow the one that does.
_END = re.compile(r"(?<=[.!?…])[\"'’”»)]*\s+")
_WORD = re.compile(r"\w")


class FaultKind(StrEnum):
    LONG = "long"  # a sentence of more than ten words
    SEVERAL = "several"  # more than one sentence on a line


@dataclass(frozen=True)
class Fault:
    """What is not easy about a line. `sentence` is the one it is about, `words` how many that has."""

    kind: FaultKind
    sentence: str
    words: int


def sentences(line: str) -> list[str]:
    return [part.strip() for part in _END.split(line) if _WORD.search(part)]


def words(sentence: str) -> int:
    """What stands between spaces and can be read out: e-mail is one word, a dash is none."""
    return sum(1 for part in sentence.split() if _WORD.search(part))


def faults(line: str) -> list[Fault]:
    """None for one sentence of at most ten words."""
    told = sentences(line)
    found = [Fault(FaultKind.LONG, sentence, words(sentence)) for sentence in told if words(sentence) > MOST_WORDS]
    if len(told) > 1:
        found.append(Fault(FaultKind.SEVERAL, told[1], words(told[1])))
    return found
