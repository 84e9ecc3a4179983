"""Somebody of a party keeps its card without an account: a code by mail, five questions, and an answer to bad input."""

import datetime as dt

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from elections.models import Body, Party, PartyCard
from elections.parties.actions import MOST_WAITING, confirm_card, take_card_away
from elections.states import CardState
from people.addresses import keyed
from people.models import Letter, MailCode
from tests.factories.elections import BodyElectionFactory, ListedPartyFactory, PartyCardFactory

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2026, 11, 29, 12, tzinfo=dt.UTC)
OURS = "bestuur@zevenster.example.org"
GOOD = {
    "how": "De leden kiezen op een avond in het najaar.",
    "criteria": "Je bent een half jaar lid.",
    "closes_on": "2029-10-01",
    "mail_address": "Kandidaten@Zevenster.Example.org",
    "phone": "053 123 45 67",
    "website": "www.zevenster.example.org",
}


@pytest.fixture(autouse=True)
def late_november():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def party(bodies) -> Party:
    election = BodyElectionFactory(body=Body.objects.get(code="GM0168"))
    return ListedPartyFactory(body_election=election, number=1, party__name="Zevenster").party


def at(name: str, party: Party) -> str:
    return reverse(f"elections:{name}", args=[party.key])


def prove(client: Client, party: Party, address: str = OURS) -> Client:
    """By the pages themselves, as somebody does it."""
    client.post(at("party_card_address", party), {"address": address})
    digits = MailCode.objects.latest("asked_at", "pk").digits
    response = client.post(at("party_card_code", party), {"code": digits})
    assert response["Location"] == at("party_card", party)
    return client


# From the place to the form ----------------------------------------------------------------------------


def test_the_way_leads_from_a_place_to_its_parties_to_a_code(client, party):
    found = client.get("/verkiezingen/kaart/", {"q": "loser"}).text
    assert "?plek=losser" in found
    listed = client.get("/verkiezingen/kaart/", {"plek": "losser"}).text
    assert at("party_card", party) in listed
    response = client.get(at("party_card", party))
    assert response["Location"] == at("party_card_address", party)
    assert "Zevenster" in client.get(response["Location"]).text


@pytest.mark.parametrize(
    "query", [{}, {"q": "\x00"}, {"q": "x" * 100_000}, {"plek": "\x00"}, {"plek": "atlantis"}, {"plek": "utrecht"}]
)
def test_the_start_answers_whatever_is_asked(client, party, query):
    response = client.get("/verkiezingen/kaart/", query)
    assert response.status_code == 200
    assert len(response.content) < 50_000


def test_nothing_here_is_kept_by_the_page_cache(client, party):
    for response in (client.get("/verkiezingen/kaart/"), prove(client, party).get(at("party_card", party))):
        assert "no-store" in response["Cache-Control"]


def test_without_a_code_nothing_is_handed_in(client, party):
    assert client.post(at("party_card", party), GOOD)["Location"] == at("party_card_address", party)
    assert not PartyCard.objects.exists()


# Handing in --------------------------------------------------------------------------------------------


def test_a_card_that_is_handed_in_waits_and_is_not_on_the_site(client, party):
    response = prove(client, party).post(at("party_card", party), GOOD)
    assert response["Location"] == at("party_card_done", party)
    assert "De beheerder kijkt" in client.get(response["Location"]).text
    card = PartyCard.objects.get()
    assert card.is_waiting and card.closes_on == dt.date(2029, 10, 1)
    assert (card.mail_address, card.website) == (
        "Kandidaten@zevenster.example.org",
        "https://www.zevenster.example.org",
    )
    assert (card.kept_by, card.kept_by_mark) == (OURS, keyed(OURS))
    assert "half jaar lid" not in Client().get("/verkiezingen/losser/").text


def test_the_same_address_changes_what_it_handed_in_and_another_one_stands_beside_it(client, party):
    prove(client, party).post(at("party_card", party), GOOD)
    client.post(at("party_card", party), {**GOOD, "how": "Nu anders."})
    assert PartyCard.objects.get().how == "Nu anders."
    other = prove(Client(), party, "iemand@example.org")
    page = other.get(at("party_card", party)).text
    assert "Nu anders." not in page and OURS not in page
    other.post(at("party_card", party), GOOD)
    assert PartyCard.objects.count() == 2


def test_nobody_fills_the_desk_in_anothers_name(client, party):
    for number in range(MOST_WAITING):
        PartyCardFactory(party=party, address=f"{number}@example.org")
    response = prove(client, party).post(at("party_card", party), GOOD)
    assert "Er wachten al kaarten" in response.text
    assert "half jaar lid" in response.text  # what was typed is there still
    assert PartyCard.objects.count() == MOST_WAITING


def test_what_is_on_the_site_stays_until_the_change_is_approved(client, party):
    PartyCardFactory(party=party, shown=True, how="Zoals het was.", address=OURS)
    prove(client, party).post(at("party_card", party), {**GOOD, "how": "Zoals het wordt."})
    assert "Zoals het was." in Client().get("/verkiezingen/losser/").text
    assert PartyCard.objects.count() == 2


def test_the_form_begins_with_what_is_on_the_site(client, party):
    PartyCardFactory(party=party, shown=True, how="Zoals het was.", closes_on=dt.date(2029, 9, 1))
    form = prove(client, party).get(at("party_card", party)).context["form"]
    assert (form["how"].value(), form["closes_on"].value()) == ("Zoals het was.", dt.date(2029, 9, 1))


@pytest.mark.parametrize(
    ("field", "typed", "says"),
    [
        ("how", "", "Vertel hoe jullie kandidaten kiezen."),
        ("how", "\u200b \u202e", "Vertel hoe jullie kandidaten kiezen."),
        ("how", "x" * 401, "Gebruik hoogstens 400 tekens. Je gebruikte er 401."),
        ("criteria", "x" * 1_000_000, "Dit is te lang."),
        ("closes_on", "31-02-2029", "Dit is geen dag die bestaat."),
        ("closes_on", "2026-11-28", "Deze dag is al voorbij."),
        ("closes_on", "2030-02-05", "Dan zijn de lijsten al ingeleverd."),
        ("closes_on", "9999-12-31", "Dan zijn de lijsten al ingeleverd."),
        ("mail_address", "geen adres", "Een e-mailadres ziet eruit als"),
        ("phone", "bel maar", "Een telefoonnummer heeft tien cijfers"),
        ("phone", "112", "Een telefoonnummer heeft tien cijfers"),
        ("website", "javascript:alert(1)", "Een website ziet eruit als"),
        ("website", "x" * 5000 + ".nl", "Dit adres is te lang"),
    ],
)
def test_bad_input_is_named_and_nothing_typed_is_lost(client, party, field, typed, says):
    response = prove(client, party).post(at("party_card", party), {**GOOD, field: typed})
    assert response.status_code == 200 and says in response.text and "Fout:" in response.text
    others = [value for name, value in GOOD.items() if name != field]
    assert all(value in response.text for value in others)
    assert not PartyCard.objects.exists()


def test_a_nul_and_marks_of_direction_do_not_reach_the_card(client, party):
    typed = {**GOOD, "how": "Leden \u202ekiezen\u202c\x00 zelf", "criteria": "Wie\r\nlid is"}
    prove(client, party).post(at("party_card", party), typed)
    card = PartyCard.objects.get()
    assert (card.how, card.criteria) == ("Leden kiezen zelf", "Wie\nlid is")


def test_a_card_says_whom_to_ask(client, party):
    response = prove(client, party).post(at("party_card", party), {**GOOD, "mail_address": "", "phone": ""})
    assert "Vul een e-mailadres of een telefoonnummer in." in response.text


def test_who_comes_too_often_hears_it_and_keeps_what_was_typed(client, party, settings):
    settings.ACCOUNT_RATE_LIMITS = {"party_card": "1/h/ip", "mail_code": "10/h/ip"}
    prove(client, party).post(at("party_card", party), GOOD)
    response = client.post(at("party_card", party), {**GOOD, "how": "Nog een keer."})
    assert response.status_code == 429 and "Nog een keer." in response.text


# Afterwards --------------------------------------------------------------------------------------------


def test_everything_still_holds_dates_the_card_anew_without_a_second_look(client, party):
    card = PartyCardFactory(party=party, at=NOW - dt.timedelta(days=400), address=OURS, shown=True)
    PartyCard.objects.update(state=CardState.OUTDATED)
    prove(client, party).post(at("party_card_confirm", party))
    card.refresh_from_db()
    assert card.is_public and not card.is_outdated and card.confirmed_at == NOW


@pytest.mark.parametrize("name", ["party_card_confirm", "party_card_take_away"])
def test_only_who_keeps_a_card_confirms_it_or_takes_it_away(client, party, name):
    card = PartyCardFactory(party=party, at=NOW - dt.timedelta(days=40), address=OURS, shown=True)
    for visitor in (Client(), prove(Client(), party, "iemand@example.org")):
        assert visitor.post(at(name, party)).status_code == 404
    card.refresh_from_db()
    assert card.confirmed_at == card.handed_in_at
    page = prove(client, party).get(at("party_card", party)).text
    assert at(name, party) in page


def test_taking_a_card_away_asks_first_and_leaves_nothing(client, party):
    PartyCardFactory(party=party, address=OURS, shown=True)
    prove(client, party).get(at("party_card_take_away", party))
    assert PartyCard.objects.exists()
    client.post(at("party_card_take_away", party))
    assert not PartyCard.objects.exists()
    assert "Zevenster" in Client().get("/verkiezingen/losser/").text


def test_what_came_back_can_be_read_and_handed_in_again(client, party):
    PartyCardFactory(party=party, state=CardState.REFUSED, remark="Noem geen namen.", address=OURS, how="Bel Jan.")
    page = prove(client, party).get(at("party_card", party)).text
    assert "Noem geen namen." in page and "Bel Jan." in page
    client.post(at("party_card", party), GOOD)
    assert PartyCard.objects.get().is_waiting


def test_a_handed_in_card_mails_nobody_yet(client, party):
    prove(client, party).post(at("party_card", party), GOOD)
    assert {letter.message for letter in Letter.objects.all()} == {"people.mail_code"}


def test_a_card_of_a_party_that_is_not_there_is_nowhere(client, party):
    missing = "00000000-0000-4000-8000-000000000000"
    names = ("party_card", "party_card_address", "party_card_code", "party_card_done", "party_card_take_away")
    assert {client.get(reverse(f"elections:{name}", args=[missing])).status_code for name in names} == {404}


@pytest.mark.parametrize("act", [confirm_card, take_card_away])
def test_only_the_address_that_keeps_a_card_confirms_it_or_takes_it_away(party: Party, act) -> None:
    card = PartyCardFactory(party=party, shown=True, address=OURS)
    with pytest.raises(PermissionDenied):
        act(card, address="ander@example.org")
    assert PartyCard.objects.filter(pk=card.pk, confirmed_at=card.confirmed_at).exists()
    act(card, address=OURS)
