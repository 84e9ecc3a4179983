"""An administrator looks at each card; each year the party confirms it; and nothing is kept for ever."""

import datetime as dt

import pytest
import time_machine
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from elections.models import Body, Party, PartyCard
from elections.parties import actions
from elections.parties.personal_data import PARTIES
from elections.policies import can_moderate_cards, keeps_card
from elections.states import PARTY_CARD, CardState
from lifecycle.errors import IllegalMove, Refused
from lifecycle.models import JournalLine
from people import letters
from people.addresses import keyed
from people.models import Letter
from tests.factories.elections import BodyElectionFactory, ListedPartyFactory, PartyCardFactory
from tests.factories.people import AdministratorFactory, MembershipFactory, MinistryFactory, UserFactory
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2026, 11, 29, 12, tzinfo=dt.UTC)
OURS = "bestuur@zevenster.example.org"
LOSSER = "/verkiezingen/losser/"


@pytest.fixture(autouse=True)
def late_november():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def party(bodies) -> Party:
    election = BodyElectionFactory(body=Body.objects.get(code="GM0168"))
    return ListedPartyFactory(body_election=election, number=1, party__name="Zevenster").party


@pytest.fixture
def administrator():
    return AdministratorFactory()


@pytest.fixture
def desk(client: Client, administrator) -> Client:
    return sign_in(client, administrator)


def answer(desk: Client, card: PartyCard, **typed):
    address = reverse("admin_party_cards:inspect", args=[card.pk])
    return desk.post(address, {"seen": card.handed_in_at.isoformat(), **typed})


# Who and how -------------------------------------------------------------------------------------------


def test_only_an_administrator_looks_at_cards():
    roles = {
        "administrator": AdministratorFactory(),
        "ministry": MinistryFactory(),
        "organiser": MembershipFactory().user,
        "newcomer": UserFactory(),
    }
    assert {name for name, user in roles.items() if can_moderate_cards(user)} == {"administrator"}


def test_a_card_is_kept_by_the_address_that_handed_it_in(party):
    card = PartyCardFactory(party=party, address=OURS)
    assert keeps_card(keyed(OURS), card) and keeps_card(keyed("Bestuur@zevenster.example.org"), card)
    assert not keeps_card(keyed("iemand@example.org"), card)
    card.kept_by_mark = ""
    assert not keeps_card("", card)


@pytest.mark.parametrize(
    ("verb", "allowed"),
    [
        ("hand_in", {"waiting", "refused"}),
        ("approve", {"waiting"}),
        ("refuse", {"waiting"}),
        ("confirm", {"shown", "outdated"}),
        ("expire", {"shown"}),
    ],
)
def test_the_moves_of_a_card(verb, allowed):
    assert {state for state in PARTY_CARD.states if PARTY_CARD.allows(verb, state)} == allowed


def test_the_action_asks_who_it_is(party):
    card = PartyCardFactory(party=party)
    for act, more in ((actions.approve_card, {}), (actions.refuse_card, {"remark": "x"})):
        with pytest.raises(PermissionDenied):
            act(card, seen=card.handed_in_at, by=MembershipFactory().user, **more)
    with pytest.raises(PermissionDenied):
        actions.remove_card(card, by=UserFactory())


# At the desk -------------------------------------------------------------------------------------------


def test_the_first_page_names_what_waits(desk, party):
    PartyCardFactory(party=party)
    assert "Zevenster, Losser" in desk.get("/cms/").text


def test_an_approved_card_is_on_the_site_at_once_and_its_keeper_is_mailed(
    desk, party, django_capture_on_commit_callbacks
):
    visitor = Client()
    assert "Nog geen kaart" in visitor.get(LOSSER).text
    card = PartyCardFactory(party=party, how="De leden kiezen.", address=OURS)
    with django_capture_on_commit_callbacks(execute=True):
        assert answer(desk, card, answer="show").status_code == 302
    assert "De leden kiezen." in visitor.get(LOSSER).text
    assert Letter.objects.get().message == "elections.card_approved"
    assert [sent.to for sent in mail.outbox] == [[OURS]]


def test_a_mail_names_no_party_and_leads_to_a_page_with_buttons(desk, party):
    card = PartyCardFactory(party=party, address=OURS, handed_in_at=NOW)
    answer(desk, card, answer="not-yet", remark="Noem geen namen.")
    mail.outbox.clear()
    letters.send_due()
    (sent,) = mail.outbox
    whole = sent.subject + sent.body + str(sent.alternatives)
    assert sent.to == [OURS] and str(party.key) in whole
    assert "Zevenster" not in whole and "Losser" not in whole and "Noem geen namen" not in whole
    assert Letter.objects.get().address is None


def test_a_changed_card_takes_the_place_of_the_one_before(desk, party):
    old = PartyCardFactory(party=party, shown=True, how="Zoals het was.")
    new = PartyCardFactory(party=party, how="Zoals het wordt.")
    page = desk.get(reverse("admin_party_cards:inspect", args=[new.pk])).text
    assert "Zoals het was." in page and "Zoals het wordt." in page and "Hetzelfde adres" in page
    answer(desk, new, answer="show")
    assert [*party.cards.values_list("pk", flat=True)] == [new.pk] and old.pk != new.pk


@pytest.mark.parametrize(
    ("earlier", "says"),
    [(False, "Dit is de eerste kaart van deze partij."), (True, "Een ander adres leverde de kaart in")],
)
def test_the_desk_says_what_the_address_does_not_prove(desk, party, earlier, says):
    if earlier:
        PartyCardFactory(party=party, shown=True, address="vroeger@example.org")
    card = PartyCardFactory(party=party)
    assert says in desk.get(reverse("admin_party_cards:inspect", args=[card.pk])).text


def test_words_that_changed_since_they_were_seen_are_not_approved(desk, party):
    card = PartyCardFactory(party=party, handed_in_at=NOW - dt.timedelta(hours=1), address=OURS)
    words = actions.CardWords(how="Stem op ons!", criteria="Niets.", phone="0531234567")
    actions.hand_in_card(party, words, address=OURS, language="nl")
    response = answer(desk, card, answer="show")
    assert response.status_code == 200 and "net veranderd" in response.text
    assert not PartyCard.objects.public().exists()


def test_what_is_sent_back_says_why(desk, party):
    card = PartyCardFactory(party=party)
    assert "Schrijf op wat er anders moet." in answer(desk, card, answer="not-yet").text
    answer(desk, card, answer="not-yet", remark="Noem geen namen.")
    card.refresh_from_db()
    assert card.is_refused and card.remark == "Noem geen namen."


@pytest.mark.parametrize("seen", ["", "gisteren", "\x00", "2026-11-29"])
def test_an_answer_about_nothing_that_was_seen_decides_nothing(desk, party, seen):
    card = PartyCardFactory(party=party)
    address = reverse("admin_party_cards:inspect", args=[card.pk])
    assert desk.post(address, {"seen": seen, "answer": "show"}).status_code == 200
    card.refresh_from_db()
    assert card.is_waiting


def test_a_card_is_decided_once(desk, party, administrator):
    card = PartyCardFactory(party=party)
    answer(desk, card, answer="show")
    assert "al beslist" in answer(desk, card, answer="show").text
    with pytest.raises(IllegalMove):
        actions.refuse_card(card, seen=card.handed_in_at, remark="Toch niet.", by=administrator)
    answer(desk, card, answer="remove")
    with pytest.raises(Refused):
        actions.approve_card(card, seen=card.handed_in_at, by=administrator)


def test_the_journal_holds_keys_only(desk, party):
    card = PartyCardFactory(party=party, address=OURS)
    answer(desk, card, answer="show")
    lines = JournalLine.objects.filter(thing_kind="elections.PartyCard")
    assert [(line.verb, line.was, line.now, line.thing_key) for line in lines] == [
        ("approve", "waiting", "shown", str(card.key))
    ]


@pytest.mark.parametrize("name", ["admin_party_cards", "admin_parties"])
def test_the_lists_of_the_desk_take_no_question_more_for_a_row(desk, party, name):
    def count() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert desk.get(reverse(f"{name}:index")).status_code == 200
        return len(captured)

    PartyCardFactory(party=party)
    count()
    few = count()
    for _one in range(5):
        PartyCardFactory()
    assert count() == few


def purge(at: dt.datetime) -> None:
    for keep in PARTIES.keep_until:
        keep.remove(keep.gone(at - keep.period))


# With time ---------------------------------------------------------------------------------------------


def test_a_card_of_a_year_ago_says_so_after_its_keeper_was_asked_once(party):
    card = PartyCardFactory(party=party, shown=True, at=NOW, address=OURS)
    assert actions.ask_to_check(NOW + dt.timedelta(days=334)) == 0
    for days in (336, 337, 364):
        actions.ask_to_check(NOW + dt.timedelta(days=days))
    assert [letter.message for letter in Letter.objects.all()] == ["elections.card_to_check"]
    assert actions.expire_cards(NOW + dt.timedelta(days=365)) == 0
    assert actions.expire_cards(NOW + dt.timedelta(days=366)) == 1
    card.refresh_from_db()
    assert card.is_outdated
    assert actions.expire_cards(NOW + dt.timedelta(days=366)) == 0


def test_a_confirmed_card_is_asked_about_again_next_year(party):
    card = PartyCardFactory(party=party, shown=True, at=NOW, address=OURS)
    actions.ask_to_check(NOW + dt.timedelta(days=340))
    actions.confirm_card(card, address=OURS, at=NOW + dt.timedelta(days=350))
    assert actions.expire_cards(NOW + dt.timedelta(days=366)) == 0
    actions.ask_to_check(NOW + dt.timedelta(days=350 + 340))
    assert Letter.objects.count() == 2


@pytest.mark.parametrize(
    ("state", "days", "since"),
    [
        (CardState.WAITING, 91, "handed_in_at"),
        (CardState.REFUSED, 30, "decided_at"),
        (CardState.OUTDATED, 730, "confirmed_at"),
    ],
)
def test_a_card_that_nobody_looks_after_goes(party, state, days, since):
    PartyCardFactory(party=party, state=state, **{since: NOW, "handed_in_at": NOW})
    purge(NOW + dt.timedelta(days=days))
    assert PartyCard.objects.exists()
    purge(NOW + dt.timedelta(days=days, seconds=1))
    assert not PartyCard.objects.exists()


def test_a_card_on_the_site_does_not_go(party):
    PartyCardFactory(party=party, shown=True, at=NOW)
    purge(NOW + dt.timedelta(days=3000))
    assert PartyCard.objects.exists()


def test_who_used_the_address_of_an_account_takes_it_out_and_erases_it(party):
    user = UserFactory(email=OURS)
    shown = PartyCardFactory(party=party, shown=True, address=OURS, how="Van de partij.")
    PartyCardFactory(party=party, address=OURS, how="Nog van haar.")
    others = PartyCardFactory(party=party, address="ander@example.org")
    told = PARTIES.export(user)["party_cards"]
    assert sorted(card["how"] for card in told) == ["Nog van haar.", "Van de partij."]
    assert {card["kept_by"] for card in told} == {OURS}
    PARTIES.erase(user)
    assert {*PartyCard.objects.values_list("pk", flat=True)} == {shown.pk, others.pk}
    shown.refresh_from_db()
    assert (shown.kept_by, shown.kept_by_mark, shown.how) == ("", "", "Van de partij.")


def test_an_address_is_not_readable_in_the_database(party):
    PartyCardFactory(party=party, address=OURS)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM elections_partycard")
        assert OURS not in str(cursor.fetchall())
