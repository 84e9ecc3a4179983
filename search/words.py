"""From a text to its words, and from a word to its stem. Pure: no Django, no database.

stem("raadsleden", "nl") == stem("raadslid", "nl") == "raadslid"
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

import snowballstemmer

LONGEST = 100
MOST_WORDS = 12
LONGEST_WORD = 40

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")

# Words on nearly every page: alone they find everything, so nothing.
_COMMON_WORDS = """
aan al als bij dan dat de den der des deze die dit doen door dus een en er ga geen had heb hebben heeft hem
het hier hij hoe hun ik in is ja je jij jou jouw kan kun kunnen me mee meer met mij mijn moet mogen na naar
nee niet nog nu of om omdat ons onze ook op over te tot u uit uw van veel voor waar was wat we wel wie wij wil
willen worden zal ze zich zij zijn zo zonder zou a about after all am an and any are as at be been but by can
could did do does for from had has have he her here him his how i if in into is it its may me my no not of on
or our she so some than that the their them then there they this to up was we were what when where which who
will with would you your
"""
TOO_COMMON = frozenset(_COMMON_WORDS.split())

# The Dutch of Porter is even with itself but for these: what people type most is on the left, and on the right too.
_STEMMERS = {"nl": snowballstemmer.stemmer("dutch_porter"), "en": snowballstemmer.stemmer("english")}
_ENDINGS = [("leden", "lid"), ("steden", "stad"), ("toren", "tor"), ("ies", "ie")]
_NO_PLURALS = frozenset(["geleden", "verleden", "overleden"])
_TWICE = re.compile(r"([^aeiou])\1$")


def plain(word: str) -> str:
    """In lower case, without accents: as someone types it in a hurry."""
    apart = unicodedata.normalize("NFKD", word.casefold())
    bare = "".join(sign for sign in apart if not unicodedata.combining(sign)).replace("’", "'")
    return bare.removesuffix("'s").replace("'", "")


def spans(text: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, plain word) of each word of a text."""
    for found in _WORD.finditer(text):
        if word := plain(found[0]):
            yield found.start(), found.end(), word[:LONGEST_WORD]


def tells(word: str) -> bool:
    """Whether it can tell one page from another."""
    return len(word) > 1 and word not in TOO_COMMON


def words_of(text: str) -> list[str]:
    """Each telling word as often as it stands there."""
    return [word for _start, _end, word in spans(unicodedata.normalize("NFC", text)) if tells(word)]


def searchable(typed: str) -> list[str]:
    """Each word once, without those too common to tell pages apart."""
    return list(dict.fromkeys(words_of(typed)))[:MOST_WORDS]


@lru_cache(maxsize=100_000)
def stem(word: str, language: str) -> str:
    """Of a plain word: the same for its forms. What is no word of the language comes back nearly as it was."""
    if language == "nl" and word not in _NO_PLURALS:
        for plural, single in _ENDINGS:
            if word.endswith(plural):
                word = word.removesuffix(plural) + single
        if len(word) > 4 and word.endswith(("as", "os")):
            word = word[:-1]  # programmas, fotos
    stemmed: str = _STEMMERS.get(language, _STEMMERS["nl"]).stemWord(word)
    return _TWICE.sub(r"\1", stemmed)
