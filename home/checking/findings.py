"""One thing that could be better. Pure."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    LONG_SENTENCE = "long_sentence"
    FORMAL = "formal"
    HARD_WORD = "hard_word"
    OLD_DATE = "old_date"
    NOT_CHECKED = "not_checked"
    NO_EASY_LANGUAGE = "no_easy_language"
    NO_ALT_TEXT = "no_alt_text"
    DEAD_LINK = "dead_link"


@dataclass(frozen=True)
class Finding:
    """`about` is what it is about: a sentence, a word, a date, the text of a link."""

    kind: Kind
    about: str = ""
    instead: str = ""
