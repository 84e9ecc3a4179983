""" "Vraag iemand": a card that knows neither who asks nor who is asked, that expires, and is only counted."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from home.models import CampaignCount
from lifecycle.errors import Refused
from lifecycle.models import JournalLine
from people import privacy
from programmes.asking import actions, words
from programmes.models import AskCard, AskCount
from programmes.models.ask_card import LENGTH, SIGNS, new_code
from tests.people.test_privacy import whole_database
from tests.programmes.dead_ends import closed_programme, revealing_programme
from tests.programmes.public_site import public_programme

pytestmark = pytest.mark.django_db


def made(client: Client, **typed) -> str:
    """The address of the card."""
    answer = client.post("/vraag-iemand/kaart/", typed)
    assert answer.status_code == 302
    return answer["Location"]


def test_a_card_from_making_to_a_yes(client: Client) -> None:
    programme = public_programme("Open programma")
    page = client.get(made(client, programme=programme.key)).content.decode()
    code = AskCard.objects.get().code
    assert f"/gevraagd/{code}/" in page and "Open programma" in page
    asked = Client().get(f"/gevraagd/{code}/")
    assert "Iemand dacht aan jou" in asked.content.decode()
    assert AskCount.objects.get().said_yes == 0, "opening it counts nothing"
    yes = Client().post(f"/gevraagd/{code}/")
    assert yes["Location"].endswith("/programmas/open-programma/")
    assert (AskCount.objects.get().asked, AskCount.objects.get().said_yes) == (1, 1)


def test_without_a_programme_the_yes_leads_to_the_guide(client: Client) -> None:
    code = made(client).rstrip("/").rpartition("/")[2]
    assert client.post(f"/gevraagd/{code}/")["Location"] == "/programmawijzer/"


def test_one_card_is_one_yes(client: Client) -> None:
    made(client)
    card = AskCard.objects.get()
    assert [actions.say_yes(card) for _press in range(3)] == [True, False, False]
    assert AskCount.objects.get().said_yes == 1


def test_what_is_kept_is_a_number_and_a_code(client: Client) -> None:
    before = whole_database("django_session")
    answer = client.get(f"{made(client)}?woorden=luistert")
    assert "Je luistert goed" in answer.content.decode()
    new = [row for row in whole_database("django_session").splitlines() if row not in before]
    assert {row.partition(":")[0] for row in new} == {"programmes_askcard", "programmes_askcount"}
    assert "luistert" not in str(new) and not JournalLine.objects.exists()
    assert not client.cookies.get("sessionid"), "nobody is followed"


def test_it_expires_and_then_looks_as_if_it_never_was(client: Client) -> None:
    now = timezone.now()
    card = AskCard.objects.create(made_at=now - timedelta(days=30, minutes=1))
    fresh = AskCard.objects.create(made_at=now - timedelta(days=29))
    paths = [f"/gevraagd/{code}/" for code in (card.code, "bestaatn")]
    gone, never = (client.get(path) for path in paths)
    assert gone.status_code == never.status_code == 404 and "Deze kaart werkt niet meer" in gone.content.decode()
    assert gone.content.replace(paths[0].encode(), b"") == never.content.replace(paths[1].encode(), b"")
    assert client.post(paths[0]).status_code == 404 and not AskCount.objects.exists()
    assert client.get(f"/vraag-iemand/kaart/{card.code}/").status_code == 404
    assert client.get(f"/gevraagd/{fresh.code}/").status_code == 200
    assert privacy.purge_expired(now)["ask_card"] == 1
    assert list(AskCard.objects.all()) == [fresh]


def test_no_card_for_what_tells_something_of_who_is_asked(client: Client) -> None:
    quiet = revealing_programme()
    assert "Stil programma" not in client.get("/vraag-iemand/kaart/").content.decode()
    answer = client.post("/vraag-iemand/kaart/", {"programme": quiet.key})
    assert "Kies een programma uit de lijst." in answer.content.decode()
    with pytest.raises(Refused):
        actions.make_card(quiet)
    assert not AskCard.objects.exists()


def test_a_card_stops_naming_what_came_to_tell_something(client: Client) -> None:
    from tests.factories.programmes import EditionFactory

    programme = closed_programme()
    card = actions.make_card(programme)
    EditionFactory(programme=programme, reveals="origin")
    for path in (f"/gevraagd/{card.code}/", f"/vraag-iemand/kaart/{card.code}/"):
        assert "Gesloten programma" not in client.get(path).content.decode()


def test_it_is_counted_by_the_campaign_and_by_no_other_word(client: Client) -> None:
    CampaignCount.objects.create(source="maart")
    form = client.get("/vraag-iemand/kaart/?bron=maart").content.decode()
    assert '<input type="hidden" name="bron" value="maart">' in form
    for source in ("maart", "maart", "verzonnen", "<script>", ""):
        made(client, bron=source)
    actions.say_yes(AskCard.objects.filter(source="maart").first())
    counted = {one.source: (one.asked, one.said_yes) for one in AskCount.objects.all()}
    assert counted == {"maart": (2, 1), "": (3, 0)}


@pytest.mark.parametrize("programme", ["x", "\x00", "0" * 1_000_000, "00000000-0000-4000-8000-000000000000"])
def test_bad_input_is_never_a_fault(client: Client, programme: str) -> None:
    answer = client.post("/vraag-iemand/kaart/", {"programme": programme})
    assert answer.status_code == 200 and "Kies een programma uit de lijst." in answer.content.decode()
    assert len(answer.content) < 50_000 and not AskCard.objects.exists()
    assert client.get("/vraag-iemand/kaart/", {"programma": programme[:2000]}).status_code == 200


def test_too_many_cards_are_stopped(client: Client, settings) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"ask_card": "1/h/ip"}
    made(client)
    assert client.post("/vraag-iemand/kaart/").status_code == 429


def test_the_text_to_paste_holds_one_address_and_every_choice_of_words(client: Client) -> None:
    card = AskCard.objects.create()
    for why in words.Why:
        page = client.get(f"/vraag-iemand/kaart/{card.code}/?woorden={why}").content.decode()
        text = page.partition("<textarea")[2].partition(">")[2].partition("</textarea>")[0]
        assert str(words.CHOICES[why]) in text and text.count("://") == 1 and f"/gevraagd/{card.code}/" in text
    unknown = client.get(f"/vraag-iemand/kaart/{card.code}/?woorden=%3Cscript%3E")
    assert unknown.status_code == 200 and "&lt;script" not in unknown.content.decode()


def test_in_english_the_card_leads_to_the_english_page(client: Client) -> None:
    card = AskCard.objects.create()
    assert f"/en/gevraagd/{card.code}/" in client.get(f"/en/vraag-iemand/kaart/{card.code}/").content.decode()


def test_a_code_can_be_typed_from_paper(client: Client) -> None:
    codes = {new_code() for _time in range(200)}
    assert len(codes) == 200 and all(len(code) == LENGTH and set(code) <= set(SIGNS) for code in codes)
    assert not set("0o1il") & set(SIGNS)
    card = AskCard.objects.create()
    assert client.get(f"/gevraagd/{card.code.upper()}/").status_code == 200
