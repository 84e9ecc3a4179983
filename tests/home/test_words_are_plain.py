"""Dutch public-sector practice: sentences of at most 15 words, je-form. Every fixed word is read here."""

import re
from collections.abc import Iterator

import pytest

from portal.content.consent_texts import CONSENT_TEXTS
from portal.content.figures import FIGURES
from portal.content.help_records import HELP_RECORDS
from portal.content.parts import FixedPage, strings
from portal.content.tree import FIXED_PAGES, HOME

LONGEST = 15
_MARKUP = re.compile(r"\]\([^)]*\)|[\[\]*]")
_SENTENCE_END = re.compile(r"(?<=[.!?’])\s+(?=[A-Z‘€0-9])|(?<=[.!?])\s+")
_WORD = re.compile(r"[\w€%][\w€%’'.,-]*")


def too_long(text: str, longest: int = LONGEST) -> list[str]:
    sentences = _SENTENCE_END.split(_MARKUP.sub(" ", text))
    return [sentence for sentence in sentences if len(_WORD.findall(sentence)) > longest]


def every_page(pages: tuple[FixedPage, ...]) -> Iterator[FixedPage]:
    for page in pages:
        yield page
        yield from every_page(page.children)


PAGES = [HOME, *every_page(FIXED_PAGES)]


def test_the_measure_itself_sees_a_long_sentence() -> None:
    assert too_long("Kort. " + "woord " * 16 + "einde.")
    assert not too_long("Kort. Ook kort. " + "woord " * 14 + "einde.")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.slug)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_sentences_of_fixed_pages_are_short(page: FixedPage, language: str) -> None:
    words = page.words(language)
    sources = {words.fields.get("source", "")}
    found = [long for text in strings(words) if text not in sources for long in too_long(text)]
    assert not found


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.slug)
def test_readers_are_addressed_informally(page: FixedPage) -> None:
    assert not [text for text in strings(page.nl) if re.search(r"\b(u|uw|Uw|U)\b", text)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.slug)
def test_both_languages_have_the_same_parts(page: FixedPage) -> None:
    assert [part.block for part in page.nl.body] == [part.block for part in page.en.body]
    assert page.nl.fields.keys() == page.en.fields.keys()
    assert page.nl.title and page.en.title and page.nl.intro and page.en.intro


@pytest.mark.parametrize("record", HELP_RECORDS, ids=lambda record: record["slug"])
def test_sentences_of_help_records_are_short(record: dict[str, str]) -> None:
    assert not too_long(record["text"]) + too_long(record["text_en"])


@pytest.mark.parametrize("purpose", CONSENT_TEXTS)
def test_sentences_of_consent_texts_are_short(purpose: str) -> None:
    assert not [long for text in CONSENT_TEXTS[purpose] for long in too_long(text)]


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure["key"])
def test_a_figure_has_date_source_and_both_languages(figure: dict[str, str]) -> None:
    for name in ("label", "value", "measured_on", "source"):
        assert figure[name] and figure[f"{name}_en"]
    assert bool(figure.get("note")) == bool(figure.get("note_en"))
    assert not [long for name in ("note", "note_en") for long in too_long(figure.get(name, ""))]
