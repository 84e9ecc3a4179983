import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.words import MOST_WORDS, TOO_COMMON, searchable


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Waterschap", ["waterschap"]),
        ("wat doet een raadslid?", ["doet", "raadslid"]),
        ("  mentor,MENTOR; mentor ", ["mentor"]),
        ("de het een", []),
        ("the and of", []),
        ('!!! ** "( )', []),
        ("", []),
        ("cafe\u0301", ["café"]),
    ],
)
def test_common_words_signs_and_repeats_fall_away(typed: str, words: list[str]) -> None:
    assert searchable(typed) == words


@given(st.text(max_size=300))
def test_any_text_gives_few_plain_words(typed: str) -> None:
    words = searchable(typed)
    assert len(words) <= MOST_WORDS
    assert not TOO_COMMON & set(words)
    assert len(set(words)) == len(words)
