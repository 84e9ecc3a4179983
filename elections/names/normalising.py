"""One spelling for the many in which a person's name is written. Pure.

    van den Berg-de Vries   ->  prefix "van den", parts ("berg", "vries")
    Vries, de               ->  prefix "de", parts ("vries",)
    H.A. (Dolf)             ->  initials "ha", first name "dolf"

Initials and first name can tell of different names (J., Hans): nothing here takes one for the other.
"""

import re
import unicodedata
from dataclasses import dataclass

# Small words before a surname, as they are folded: 't is t.
_SMALL_WORDS = (
    "aan af ait al am auf ben bij bin d da dal de del della den der des di do dos du el het ibn im in l la las le les"
    " lo los o onder op over s t te ten ter tot uijt uit und van vande vanden vander ver vom von voor vor zu zum zur"
)
PREFIX_WORDS = frozenset(_SMALL_WORDS.split())
# What Unicode does not take apart.
LETTERS = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ŋ": "n"}
)
APOSTROPHES = re.compile("['’‘`´ʼ]")
NO_LETTER = re.compile(r"[^a-z0-9]+")
GLUED = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])")
DASHES = re.compile(r"[-\u2010-\u2015/]")
BRACKETS = re.compile(r"\(([^()]*)\)")


@dataclass(frozen=True)
class Person:
    """A name to compare by. Each field can be empty; `parts` are those of the surname, without their prefixes."""

    initials: str = ""
    first: str = ""
    prefix: str = ""
    parts: tuple[str, ...] = ()
    locality: str = ""

    @property
    def surname(self) -> str:
        return "".join(self.parts)


def fold(text: str) -> str:
    """Small letters without marks; all that is no letter or digit becomes one space."""
    lowered = APOSTROPHES.sub("", text).casefold().translate(LETTERS)
    bare = "".join(mark for mark in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(mark))
    return NO_LETTER.sub(" ", bare.translate(LETTERS)).strip()


def person(
    initials: str = "", first_name: str = "", prefix: str = "", last_name: str = "", locality: str = ""
) -> Person:
    """Takes fields as somebody filled them in: brackets and prefixes may stand in the wrong one."""
    bracketed, initials = out_of_brackets(initials)
    nickname, first_name = out_of_brackets(first_name)
    other, last_name = out_of_brackets(last_name)
    first = fold(first_name or bracketed or nickname or other)
    first, behind_first = _without_trailing_prefix(first)
    before, parts = split_surname(f"{prefix} {last_name}" if prefix else last_name)
    return Person(
        initials=letters_of(initials),
        first=first,
        prefix=" ".join(word for word in (behind_first, before) if word),
        parts=parts,
        locality=fold(BRACKETS.sub("", locality)) or fold(locality),
    )


def split_surname(text: str) -> tuple[str, tuple[str, ...]]:
    """The prefix of the whole, and the parts. A name that is nothing but small words keeps its last one."""
    prefix: list[str] = []
    parts: list[str] = []
    for index, piece in enumerate(DASHES.split(GLUED.sub(" ", text))):
        words = fold(piece).split()
        before, rest = _peel(words)
        if index == 0:
            prefix = before
        parts += rest
    if not parts and prefix:
        prefix, parts = prefix[:-1], prefix[-1:]
    return " ".join(prefix), tuple(parts)


def _peel(words: list[str]) -> tuple[list[str], list[str]]:
    """Small words before a part, or behind it ("Berg van den"); those within it go as well."""
    before = [word for word in words if word in PREFIX_WORDS]
    return before, [word for word in words if word not in PREFIX_WORDS]


def _without_trailing_prefix(first: str) -> tuple[str, str]:
    """ "anna van der": the prefix was typed behind the first name."""
    words = first.split()
    kept = len(words)
    while kept > 1 and words[kept - 1] in PREFIX_WORDS:
        kept -= 1
    return " ".join(words[:kept]), " ".join(words[kept:])


def out_of_brackets(text: str) -> tuple[str, str]:
    """A first name in brackets, and what is left. "(B.A.)" is no first name: those are initials."""
    for inside in BRACKETS.findall(text):
        word = inside.strip()
        if len(fold(word)) > 1 and "." not in word and not word.isupper():
            return word, BRACKETS.sub("", text).strip()
    return "", text


def letters_of(initials: str) -> str:
    """ "J.C.J.", "JCJ" and "j c j" become "jcj"; small words that strayed in ("J. van") are left out."""
    return "".join(word for word in fold(initials).split() if len(word) == 1 or word not in PREFIX_WORDS)
