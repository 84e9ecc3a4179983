"""What a programme's page tells beyond its words: the funnel, the pilot, the towns, who organises, what was reached."""

import datetime as dt
import re
from html import unescape

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client

from outcomes.achieved import achieved
from outcomes.actions import publish
from outcomes.disclosure.catalogue import OUTCOME, PROGRAMME
from outcomes.models import PublishedCell, Release
from programmes.choices import Audience, Pilot, Reveals
from programmes.models import Carrier, Programme
from programmes.pilot import pilot_told
from programmes.states import EditionState
from tests.factories.people import OrganisationFactory
from tests.factories.programmes import (
    EditionFactory,
    OpenEditionFactory,
    PhaseFactory,
    ProgrammeFactory,
    programme_page,
)
from tests.programmes.public_site import in_english, programmes_page

pytestmark = pytest.mark.django_db
PAGE = "/programmas/proefraad/"
EVALUATED = dt.date(2026, 6, 1)
NOVEMBER = dt.date(2026, 11, 1)


def published(**facts) -> Programme:
    programme = ProgrammeFactory(name="Proefraad", slug="proefraad", **facts)
    programme_page(programmes_page(), programme)
    return programme


def read(client: Client, path: str = PAGE) -> str:
    """The words of the page, one space between them."""
    text = client.get(path, HTTP_X_REQUESTED_WITH="tests").text
    main = text[text.index("<main") : text.index("</main>")]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", main)).split())


# The funnel --------------------------------------------------------------------------------------------


def test_each_step_says_who_goes_along_and_what_one_then_has(client: Client) -> None:
    programme = published()
    PhaseFactory(programme=programme, title="kijken", entry="Iedereen.", outcome="Je weet het.", outcome_en="You know.")
    PhaseFactory(programme=programme, title="kiezen")
    text = read(client)
    assert "Wie gaat mee Iedereen. Wat je daarna hebt Je weet het." in text
    assert text.count("Wie gaat mee") == 1  # a step that says nothing shows nothing
    assert "Bij elke stap zie je wie meegaat" in text
    in_english(programme, "Trial council")
    assert "You know." in read(client, f"/en{PAGE}")


def test_a_path_without_a_funnel_promises_none(client: Client) -> None:
    PhaseFactory(programme=published(), title="kijken")
    assert "Bij elke stap" not in read(client)


# The pilot ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pilot", "evaluated", "states", "decision"),
    [
        (Pilot.RUNNING, None, ["now", "", ""], "Dat weten wij nog niet"),
        (Pilot.RUNNING, EVALUATED, ["done", "done", "now"], "Dat weten wij nog niet"),
        (Pilot.STRUCTURAL, EVALUATED, ["done"] * 3, "Het programma blijft."),
        (Pilot.ADJUST, EVALUATED, ["done"] * 3, "Het programma wordt aangepast."),
        (Pilot.STOP, EVALUATED, ["done"] * 3, "Het programma stopt."),
    ],
)
def test_a_pilot_shows_where_it_is(pilot, evaluated, states, decision) -> None:
    told = pilot_told(Programme(pilot=pilot, pilot_evaluated_on=evaluated))
    assert told
    assert [station["state"] for station in told["stations"]] == states
    assert decision in told["stations"][2]["text"]
    assert ("1 juni 2026" in told["stations"][1].get("when", "")) is (evaluated is not None)


def test_what_is_no_pilot_has_no_path() -> None:
    assert pilot_told(Programme()) is None


def test_the_page_tells_what_a_pilot_taught(client: Client) -> None:
    report = "https://example.org/rapport.pdf"
    published(pilot=Pilot.ADJUST, pilot_evaluated_on=EVALUATED, pilot_learned="Kleiner is beter.", pilot_report=report)
    text = read(client)
    for words in ("Een proef", "1 juni 2026", "Het programma wordt aangepast.", "Kleiner is beter."):
        assert words in text
    assert f'href="{report}" rel="noreferrer"' in client.get(PAGE).text


def test_a_programme_without_a_pilot_does_not_speak_of_one(client: Client) -> None:
    published()
    assert "Een proef" not in read(client)


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"pilot_evaluated_on": EVALUATED}, "pilot"),
        ({"pilot_learned": "Kleiner is beter."}, "pilot"),
        ({"pilot": Pilot.STOP, "pilot_learned": "Kleiner is beter."}, "pilot_evaluated_on"),
        ({"pilot": Pilot.STOP, "pilot_evaluated_on": EVALUATED}, "pilot_learned"),
    ],
)
def test_a_decision_needs_what_it_rests_on(facts, field) -> None:
    with pytest.raises(ValidationError) as told:
        Programme(name="Proefraad", slug="proefraad", **facts).clean()
    assert [*told.value.message_dict] == [field]


def test_the_database_holds_that_only_a_pilot_is_evaluated() -> None:
    with pytest.raises(IntegrityError, match="only_a_pilot_is_evaluated"), transaction.atomic():
        ProgrammeFactory(pilot_evaluated_on=EVALUATED)


# Places, access, organisations ---------------------------------------------------------------------------


def test_one_edition_says_its_own_town_and_how_accessible_it_is(client: Client) -> None:
    programme = published(where="Heel Nederland", access="Zonder trappen.", materials="In grote letters.")
    OpenEditionFactory(programme=programme, town="Zwolle", access="Met lift.", access_en="With a lift.")
    text = read(client)
    assert "Zwolle, bij elkaar" in text and "Heel Nederland" not in text
    assert "Met lift." in text and "Zonder trappen." not in text
    assert "In grote letters." in text
    in_english(programme, "Trial council")
    assert "With a lift." in read(client, f"/en{PAGE}")


def test_of_several_editions_each_row_says_how_accessible_it_is(client: Client) -> None:
    programme = published(where="Heel Nederland")
    OpenEditionFactory(programme=programme, name="Zwolle 2027", town="Zwolle", access="Met lift.")
    OpenEditionFactory(programme=programme, name="Breda 2027", town="Breda")
    text = read(client)
    assert "Heel Nederland, bij elkaar" in text
    assert text.count("Met lift.") == 2  # in the facts of the first, and in its row


def test_towns_where_it_runs_now_are_named_and_no_earlier_ones(client: Client) -> None:
    programme = published()
    for town, state in [("Tilburg", "running"), ("Enschede", "running"), ("Almere", "finished"), ("Geheim", "draft")]:
        EditionFactory(programme=programme, town=town, state=EditionState(state))
    text = read(client)
    assert "Nu bezig in Enschede en Tilburg" in text
    assert "Almere" not in text and "Geheim" not in text


def test_all_who_organise_it_stand_there_and_the_first_is_in_front(client: Client) -> None:
    programme = published()
    other = OrganisationFactory(name="Tweede", slug="tweede")
    hidden = OrganisationFactory(name="Niet op de site", slug="verborgen", is_public=False)
    Carrier.objects.create(programme=programme, organisation=other, order=2)
    Carrier.objects.create(programme=programme, organisation=hidden, order=3)
    html = client.get(PAGE).text
    part = html[html.index("Wie dit organiseert") :]
    assert part.index(str(programme.lead())) < part.index("Tweede") < part.index("Niet op de site")
    assert 'href="/organisaties/tweede/"' in part and "/organisaties/verborgen/" not in part
    assert part.count("(voorop)") == 1


def test_an_edition_in_preparation_makes_it_sensitive_and_stays_unseen(client: Client) -> None:
    programme = published()
    EditionFactory(programme=programme, name="Proefeditie", reveals=Reveals.HEALTH, state=EditionState.DRAFT)
    page = programme.pages.get()
    found, announced = page._programme_with_editions()
    assert found.is_sensitive and announced == []
    assert "Proefeditie" not in read(client)


# What was reached ----------------------------------------------------------------------------------------


def release(name: str, taking_part: dict, after: dict | None = None, *, band: str = "", as_of=NOVEMBER) -> None:
    made = Release.objects.create(as_of=as_of)
    rows = [(PROGRAMME.id, taking_part), (OUTCOME.id, after or {})]
    for table, cells in rows:
        for column, value in cells.items():
            day = as_of if any(number is not None for number in cells.values()) else None
            PublishedCell.objects.create(release=made, table=table, row=name, column=column, value=value, as_of=day)
    if band:
        PublishedCell.objects.create(release=made, table=OUTCOME.id, row=name, column="band", band=band, as_of=as_of)


def test_nothing_published_is_nothing_told(client: Client) -> None:
    published()
    assert "Wat eerdere groepen bereikten" not in read(client)
    release("Een ander", {"started": 100})
    assert "Wat eerdere groepen bereikten" not in read(client)


def test_what_was_published_is_told_rounded_with_its_day(client: Client) -> None:
    published()
    release("Proefraad", {"started": 100, "completed": 80}, {"started": 60, "listed": 20, "elected": None}, band="rond")
    text = read(client)
    for words in (
        "Begonnen ongeveer 100 mensen",
        "Het programma afgerond 80 %",
        "Daarna op een kieslijst 35 %",
        "Daarna gekozen of benoemd minder dan 10",
        "Gekozen of benoemd: rond een kwart",
        "dat waren andere programma’s, in een ander jaar",
        "Stand per 1 november 2026.",
    ):
        assert words in text


def test_small_numbers_get_no_percentage_and_no_benchmark(client: Client) -> None:
    published()
    release("Proefraad", {"started": 45, "completed": 40})
    text = read(client)
    assert "ongeveer 45 mensen" in text and "%" not in text and "een kwart" not in text


def test_what_is_hidden_says_why_and_shows_no_number(client: Client) -> None:
    published()
    release("Proefraad", {"started": None, "completed": None}, {"started": None, "listed": None})
    text = read(client)
    assert "Er deden nog te weinig mensen mee" in text and "minder dan 10" not in text


def test_the_newest_release_speaks(client: Client) -> None:
    published()
    release("Proefraad", {"started": 45}, as_of=dt.date(2025, 11, 1))
    release("Proefraad", {"started": 60})
    text = read(client)
    assert "ongeveer 60 mensen" in text and "45" not in text


def test_what_parties_book_reaches_no_persons(client: Client) -> None:
    published(for_whom=Audience.PARTIES)
    release("Proefraad", {"started": 100})
    assert "Wat eerdere groepen bereikten" not in read(client)


def test_figures_are_read_from_what_was_published_in_one_query(django_assert_num_queries) -> None:
    release("Proefraad", {"started": 100})
    with django_assert_num_queries(1) as queries:
        assert achieved("Proefraad")
    assert 'FROM "outcomes_publishedcell"' in queries[0]["sql"] and "funnelfact" not in queries[0]["sql"]


def test_a_publication_is_seen_at_once(client: Client, django_capture_on_commit_callbacks) -> None:
    published()
    assert "Wat eerdere groepen bereikten" not in client.get(PAGE).text  # and kept
    with django_capture_on_commit_callbacks(execute=True):
        made, _is_new = publish(dt.date(2026, 10, 1), at=dt.datetime(2026, 11, 2, 9, tzinfo=dt.UTC))
        PublishedCell.objects.create(
            release=made, table=PROGRAMME.id, row="Proefraad", column="started", value=100, as_of=made.as_of
        )
    assert "Wat eerdere groepen bereikten" in client.get(PAGE).text
