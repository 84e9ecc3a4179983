import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.words import LONGEST_WORD, MOST_WORDS, TOO_COMMON, plain, searchable, stem, words_of


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
        ("cafe\u0301", ["cafe"]),
        ("Coördinator's zij-instromers", ["coordinator", "instromers"]),
    ],
)
def test_common_words_signs_accents_and_repeats_fall_away(typed: str, words: list[str]) -> None:
    assert searchable(typed) == words


@pytest.mark.parametrize(
    "forms",
    [
        "raadslid raadsleden",
        "programma programma's programma’s programmas",
        "verkiezing verkiezingen",
        "gemeente gemeenten",
        "mentor mentoren mentors",
        "cursus cursussen",
        "waterschap waterschappen",
        "organisatie organisaties",
        "kandidaat kandidaten",
        "stad steden",
        "uitkering uitkeringen",
        "stem stemmen",
        "foto's fotos",
    ],
)
def test_the_forms_of_a_dutch_word_have_one_stem(forms: str) -> None:
    assert len({stem(plain(form), "nl") for form in forms.split()}) == 1


@pytest.mark.parametrize("words", ["raad raadslid", "partij participatie", "geleden lid", "kandidaat kandidatuur"])
def test_other_words_keep_a_stem_of_their_own(words: str) -> None:
    assert len({stem(word, "nl") for word in words.split()}) == 2


def test_english_has_stems_of_its_own() -> None:
    assert stem("councillors", "en") == stem("councillor", "en")
    assert stem("running", "en") == stem("runs", "en") != stem("running", "nl")


@given(st.text(max_size=300))
def test_any_text_gives_few_plain_words(typed: str) -> None:
    words = searchable(typed)
    assert len(words) <= MOST_WORDS
    assert not TOO_COMMON & set(words)
    assert len(set(words)) == len(words)
    assert all(1 < len(word) <= LONGEST_WORD and stem(word, "nl") for word in words)
    assert set(words) <= set(words_of(typed))
