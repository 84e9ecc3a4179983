"""The words of the demo's programmes: short sentences, je-form, the same in both languages, no years."""

import datetime as dt
import re
from collections.abc import Iterator

import pytest

from portal.demo.content.events import EVENTS
from portal.demo.content.programmes import EXAMPLES
from portal.demo.content.programmes.shapes import Both, Example, PageWords
from portal.demo.content.terms import Term
from programmes.choices import Audience
from tests.home.test_words_are_plain import too_long

EASY_WORDS, EASY_LETTERS = 10, 90
EXAMPLES_BY_SLUG = pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.slug)


def of_a_page(words: PageWords) -> Iterator[str]:
    yield from (words.title, words.intro, words.for_whom, words.admission, words.pilot, words.certificate)
    yield from (*words.body, *words.helps)
    for question, answer in words.questions:
        yield from (question, answer)


def easy_lines(words: PageWords) -> list[str]:
    return [line for _title, rows in words.easy for _drawing, lines in rows for line in lines]


def pairs(example: Example) -> Iterator[Both]:
    yield from (example.where, example.hours, example.costs, example.travel, example.access)
    for stop in example.path:
        yield from (stop.title, stop.when, stop.text)
    for title, text in example.criteria:
        yield from (title, text)
    for ask in example.asks:
        yield from (ask.label, ask.heading, ask.help, *ask.choices)
    yield from (contact.hours for contact in example.contacts)


@EXAMPLES_BY_SLUG
def test_sentences_are_short(example: Example) -> None:
    texts = [*of_a_page(example.nl), *of_a_page(example.en), *(text for pair in pairs(example) for text in pair)]
    assert not [long for text in texts for long in too_long(text)]


@EXAMPLES_BY_SLUG
def test_easy_language_is_one_short_thought_a_line(example: Example) -> None:
    for words in (example.nl, example.en):
        lines = easy_lines(words)
        assert len(lines) > 15
        assert not [line for line in lines if len(line.split()) > EASY_WORDS or len(line) > EASY_LETTERS]
        assert not [line for line in lines if len(re.findall(r"[.!?]", line)) != 1]


@EXAMPLES_BY_SLUG
def test_both_languages_tell_the_same(example: Example) -> None:
    dutch, english = example.nl, example.en
    for name in ("body", "helps", "questions"):
        assert len(getattr(dutch, name)) == len(getattr(english, name))
    for name in ("intro", "for_whom", "admission", "pilot", "certificate"):
        assert bool(getattr(dutch, name)) == bool(getattr(english, name))
    drawings = [[[drawing for drawing, _lines in rows] for _title, rows in words.easy] for words in (dutch, english)]
    assert drawings[0] == drawings[1]
    assert all(bool(here) == bool(there) for here, there in pairs(example))


@EXAMPLES_BY_SLUG
def test_readers_are_addressed_informally(example: Example) -> None:
    texts = [*of_a_page(example.nl), *easy_lines(example.nl), *(dutch for dutch, _english in pairs(example))]
    assert not [text for text in texts if re.search(r"\b(u|uw|Uw|U)\b", text)]


@EXAMPLES_BY_SLUG
def test_no_year_that_would_soon_be_wrong(example: Example) -> None:
    """Dates are records and follow the day; words stay."""
    texts = [*of_a_page(example.nl), *of_a_page(example.en), *(text for pair in pairs(example) for text in pair)]
    assert not [text for text in texts if re.search(r"\b20[0-9]{2}\b", text)]


def test_a_programme_for_persons_asks_something_and_one_for_parties_nothing() -> None:
    assert {bool(example.asks) for example in EXAMPLES if example.for_whom != Audience.PARTIES} == {True}
    assert not [example for example in EXAMPLES if example.for_whom == Audience.PARTIES and example.editions]


def test_each_programme_has_an_event_that_says_where_and_how_accessible() -> None:
    assert {coming.programme for coming in EVENTS} >= {example.slug for example in EXAMPLES}
    for coming in EVENTS:
        assert all(coming.title) and all(coming.access)
        assert not [long for text in coming.text for long in too_long(text)]
        assert coming.begins < coming.ends


def test_an_event_names_no_programme_that_tells_of_health() -> None:
    """What stands in somebody's diary tells nothing."""
    hidden = {
        example.slug: (example.nl.title, example.en.title) for example in EXAMPLES if example.reveals.is_sensitive
    }
    assert hidden
    for coming in EVENTS:
        for title, name in zip(coming.title, hidden.get(coming.programme, ("-", "-")), strict=True):
            assert name.casefold() not in title.casefold()


@pytest.mark.parametrize(
    ("today", "days", "falls_on"),
    [
        (dt.date(2026, 11, 30), 25, dt.date(2026, 12, 28)),  # Christmas, then a weekend
        (dt.date(2026, 12, 30), 1, dt.date(2027, 1, 4)),
        (dt.date(2028, 2, 28), 1, dt.date(2028, 2, 29)),
    ],
)
def test_an_event_falls_on_no_weekend_or_holiday(today: dt.date, days: int, falls_on: dt.date) -> None:
    term = Term(dt.datetime.combine(today, dt.time(12), tzinfo=dt.UTC))
    assert term.day(term.working_day(days)) == falls_on


@EXAMPLES_BY_SLUG
def test_a_page_says_what_it_takes_and_what_one_gets(example: Example) -> None:
    assert example.travel[0]
    assert len(example.nl.questions) >= 4
    for words in (example.nl, example.en):
        assert words.certificate
        assert bool(words.pilot) == bool(example.pilot)


@EXAMPLES_BY_SLUG
def test_the_step_of_a_question_has_a_heading(example: Example) -> None:
    steps = {ask.step for ask in example.asks}
    assert steps == set(range(1, len(steps) + 1))
    assert {ask.step for ask in example.asks if ask.heading[0]} == steps
