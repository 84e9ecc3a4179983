"""The parties of a body: from the official lists, in drawn order, each the same whatever it tells of itself."""

import datetime as dt
import re

import pytest
import time_machine
from django.utils import timezone

from elections.models import Body, BodyElection, ListedParty, Party, PartyCard
from elections.parties.showing import Closing, closing, latest_list, rows_of
from elections.personal_data import ELECTIONS
from elections.states import CardState
from portal.demo.elections import making
from tests.factories.elections import (
    BodyElectionFactory,
    ListedPartyFactory,
    PartyCardFactory,
    candidate,
    head,
    party_list,
)

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2026, 11, 29, 12, tzinfo=dt.UTC)
LOSSER = "/verkiezingen/losser/"


@pytest.fixture(autouse=True)
def late_november():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def losser(bodies) -> Body:
    return Body.objects.get(code="GM0168")


def drawn(body: Body) -> list[tuple[str, str]]:
    listed = latest_list(body)
    return [(row.which, row.title) for row in rows_of(listed)] if listed else []


# From the files --------------------------------------------------------------------------------------


def test_lists_that_are_read_give_the_parties_by_number(losser, take):
    lists = [party_list(10, name="Tiende"), party_list(2, name="Tweede"), party_list(1, name="")]
    take(making.candidate_lists(head(), lists))
    assert drawn(losser) == [("1", "Blanco lijst"), ("2", "Tweede"), ("10", "Tiende")]
    assert Party.objects.filter(body=losser).count() == 2


def test_a_corrected_file_lists_again_and_keeps_the_card_with_its_party(losser, take):
    take(making.candidate_lists(head(), [party_list(1, name="Ene"), party_list(2, name="Andere")]))
    card = PartyCardFactory(party=Party.objects.get(name="Andere"), shown=True)
    later = head(made_at=dt.datetime(2030, 2, 9, 17))
    take(making.candidate_lists(later, [party_list(1, name="Andere"), party_list(2, name="Nieuwe")]))
    assert drawn(losser) == [("1", "Andere"), ("2", "Nieuwe")]
    assert [row.card for row in rows_of(latest_list(losser))] == [card, None]
    assert not Party.objects.filter(name="Ene").exists()


def test_a_party_in_several_kieskringen_stands_once_and_two_under_one_number_both(losser, take):
    lists = [
        party_list(1, candidate(1), name="Overal", contest="1"),
        party_list(1, candidate(1), name="Overal", contest="2"),
        party_list(2, candidate(1), name="Noord", contest="1"),
        party_list(2, candidate(1), name="Zuid", contest="2"),
    ]
    take(making.candidate_lists(head(), lists))
    assert drawn(losser) == [("1", "Overal"), ("2", "Noord"), ("2-2", "Zuid")]


def test_a_file_of_one_kieskring_leaves_the_others_alone(losser, take):
    take(making.candidate_lists(head(), [party_list(1, name="Noord", contest="1")]))
    take(making.candidate_lists(head(), [party_list(1, name="Zuid", contest="2")]))
    assert drawn(losser) == [("1", "Noord"), ("1-2", "Zuid")]


def test_parties_stay_when_the_candidates_are_forgotten(losser, take):
    take(making.candidate_lists(head(), [party_list(1, name="Blijft")]))
    one = BodyElection.objects.get()
    one.result_at = timezone.now() - dt.timedelta(days=200)
    one.save()
    (lists, _never) = ELECTIONS.keep_until
    assert lists.remove(lists.gone(timezone.now() - lists.period)) == 1
    assert not one.lists.exists()
    assert drawn(losser) == [("1", "Blijft")]


def test_a_body_that_is_recognised_later_gets_its_parties_then(take, db):
    from elections import reference
    from elections.importing.recognising import recognise_marked

    take(making.candidate_lists(head(), [party_list(1, name="Vroeg")]))
    assert not ListedParty.objects.exists()
    reference.load()
    recognise_marked()
    assert drawn(Body.objects.get(code="GM0168")) == [("1", "Vroeg")]


def test_the_newest_list_counts(losser):
    old = BodyElectionFactory(body=losser, election_day=dt.date(2026, 3, 18), nomination_day=dt.date(2026, 2, 2))
    ListedPartyFactory(body_election=old, number=1, party__name="Toen")
    assert [title for _which, title in drawn(losser)] == ["Toen"]
    ListedPartyFactory(body_election=BodyElectionFactory(body=losser), number=1, party__name="Nu")
    assert [title for _which, title in drawn(losser)] == ["Nu"]


# On the page -----------------------------------------------------------------------------------------


@pytest.fixture
def five(losser) -> BodyElection:
    """A full card, a card with little, one that grew old, one that only waits, and a blank list; the names reversed."""
    election = BodyElectionFactory(body=losser)
    parties = [
        ListedPartyFactory(body_election=election, number=number, party__name=name).party
        for number, name in ((1, "Zevenster"), (2, "Waterkant"), (3, "Molenwiek"), (4, "Akkerland"))
    ]
    ListedPartyFactory(body_election=election, number=5, party=None)
    full = {"closes_on": dt.date(2029, 10, 1), "phone": "053 123 45 67", "website": "https://zevenster.example.org/"}
    PartyCardFactory(party=parties[0], shown=True, at=NOW - dt.timedelta(days=20), how="Wij kiezen zo. " * 25, **full)
    PartyCardFactory(party=parties[1], shown=True, at=NOW - dt.timedelta(days=9))
    old = {"state": CardState.OUTDATED, "confirmed_at": NOW - dt.timedelta(days=400)}
    PartyCardFactory(party=parties[2], at=NOW - dt.timedelta(days=400), **old)
    PartyCardFactory(party=parties[3], how="Dit is nog niet bekeken.")
    return election


def rows_in(text: str) -> list[str]:
    sheet = text.partition('id="partijen"')[2].partition('<ol class="ol-vel">')[2].partition("</ol>")[0]
    return re.split(r'(?=<li class="ol-vel__rij)', sheet)[1:]


def skeleton(row: str) -> str:
    """Its tags and classes: without words, addresses, and what stands as an answer on the card."""
    bare = re.sub(r"<dd>.*?</dd>", "<dd></dd>", row, flags=re.DOTALL)
    return re.sub(r">[^<]*<", "><", re.sub(r' href="[^"]*"', "", bare)).strip()


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_every_party_gets_the_same_whatever_it_tells(client, five, prefix):
    rows = rows_in(client.get(f"{prefix}{LOSSER}").text)
    assert len(rows) == 5
    assert len({skeleton(row) for row in rows}) == 1


def test_the_skeleton_sees_a_party_that_stands_out(client, five):
    row, *_others = rows_in(client.get(LOSSER).text)
    assert skeleton(row) != skeleton(row.replace('"ol-vel__rij"', '"ol-vel__rij ol-kaart--rand"'))
    assert skeleton(row) != skeleton(row.replace("<h3", "<h3><strong>Nieuw</strong></h3><h3", 1))


def test_parties_stand_in_drawn_order_and_in_no_other(client, five):
    numbers = [re.search(r"<h3[^>]*>(\d+)\. ([\w ]+)", row).groups() for row in rows_in(client.get(LOSSER).text)]
    assert numbers == [
        ("1", "Zevenster"),
        ("2", "Waterkant"),
        ("3", "Molenwiek"),
        ("4", "Akkerland"),
        ("5", "Blanco lijst"),
    ]


def test_each_card_says_from_when_it_is(client, five):
    rows = rows_in(client.get(LOSSER).text)
    dates = [re.findall(r"<li>\s*((?:Kaart|Nog geen)[^<\n]*)", row) for row in rows]
    assert dates == [
        ["Kaart van 9 november 2026"],
        ["Kaart van 20 november 2026"],
        ["Kaart van 25 oktober 2025, verouderd"],
        ["Nog geen kaart"],
        ["Nog geen kaart"],
    ]


def test_what_nobody_looked_at_and_who_wrote_it_is_not_on_the_page(client, five):
    text = client.get(LOSSER).text
    assert "nog niet bekeken" not in text
    assert "bestuur@proefpartij" not in text
    assert "kandidaten@proefpartij" in text


def test_the_page_asks_no_more_for_more_parties(client, five, django_assert_max_num_queries):
    with django_assert_max_num_queries(7):
        client.get(LOSSER)


def test_what_a_party_writes_is_text(client, five):
    PartyCard.objects.public().filter(party__name="Waterkant").update(
        how="<script>alert(1)</script>\nTwee <b>regels</b>"
    )
    text = client.get(LOSSER).text
    assert "<script>alert" not in text and "<b>regels" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;<br>" in text


# The clock -------------------------------------------------------------------------------------------


def test_the_clock_has_the_day_of_party_registration_by_the_law(client, bodies):
    text = client.get("/verkiezingen/provincie-utrecht/").text
    assert "Uiterlijk maandag 21 december 2026" in text
    with time_machine.travel("2026-12-22T12:00:00+01:00"):
        later = client.get("/verkiezingen/provincie-utrecht/").text
    registration = later.partition("naam registreren")[0].rpartition("<li")[2]
    assert "Voorbij" in registration


def test_an_administrator_can_say_another_day(client, losser):
    election = losser_election(losser)
    election.registration_day = dt.date(2029, 12, 1)
    election.save()
    assert "Uiterlijk zaterdag 1 december 2029" in client.get(LOSSER).text


def losser_election(losser: Body):
    from elections.models import Election

    return Election.objects.for_body(losser).coming(dt.date(2026, 11, 29)).get()


def test_the_clock_names_the_first_and_last_day_of_parties_but_no_party(client, five):
    PartyCard.objects.filter(party__name="Waterkant").update(closes_on=dt.date(2029, 6, 2))
    text = client.get(LOSSER).text.partition('id="partijen"')[0]
    assert "De eerste die wij kennen is zaterdag 2 juni 2029, de laatste maandag 1 oktober 2029." in text
    assert "Waterkant" not in text


def test_days_that_went_by_are_said_so_and_are_no_part_of_the_clock(client, five):
    PartyCard.objects.public().update(closes_on=dt.date(2026, 11, 1))
    text = client.get(LOSSER).text
    assert "Aanmelden tot en met 1 november 2026 (voorbij)" in text
    assert "Wij kennen er één" not in text
    assert closing(rows_of(five), dt.date(2026, 11, 1)) == Closing(dt.date(2026, 11, 1), dt.date(2026, 11, 1))


def test_the_page_stays_one_that_can_be_kept(client, five):
    response = client.get(LOSSER)
    assert "csrfmiddlewaretoken" not in response.text and not response.cookies
    assert '<form method="post"' not in response.text
