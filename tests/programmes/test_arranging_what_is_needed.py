"""From what is needed to a list that is ready: made by the organisation, sent without names, ticked off by either."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from lifecycle.errors import Refused
from lifecycle.models import JournalLine
from people import privacy
from people.letters import send_due
from people.mfa import must_prove_more
from people.models import Invitation, Letter, PersonSeen, User
from programmes.access import arranging, policies
from programmes.access.partners import PARTNER, take_on_partner
from programmes.access.personal_data import ACCESS
from programmes.models import AccessNeed, Arrangement, ArrangementName, Edition, EditionPartner
from tests.factories.people import AdministratorFactory, UserFactory
from tests.factories.programmes import OpenEditionFactory, admitted, organiser_of
from tests.people.test_privacy import whole_database
from tests.programmes.access_needs import a_meeting, a_need, a_partner
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db
WORDS = "Kanariewoord: bij de achterdeur"
PERSON = "Kanarie Zandloper"
SOON = timezone.localdate() + timedelta(days=30)


@pytest.fixture
def edition() -> Edition:
    return OpenEditionFactory()


@pytest.fixture
def organiser(edition: Edition) -> User:
    return organiser_of(edition.programme)


@pytest.fixture
def partner(edition: Edition) -> User:
    return a_partner(edition)


@pytest.fixture
def desk(client: Client, organiser: User) -> Client:
    return sign_in(client, organiser)


def arranged(edition: Edition, organiser: User, **fields: Any) -> Arrangement:
    given = {"due_on": SOON, "words": WORDS, **fields}
    amounts = given.pop("amounts", {"wheelchair": 2})
    return arranging.make_arrangements(edition, amounts, by=organiser, **given)[0]


def needy(edition: Edition, **said: Any) -> AccessNeed:
    return a_need(admitted(edition, UserFactory(name=PERSON)), **said)


def screen(edition: Edition) -> str:
    return reverse("desk_access", args=[edition.key])


# The list -----------------------------------------------------------------------------------------


def test_the_screen_shows_what_is_needed_and_makes_a_list_in_one_press(desk: Client, edition, organiser) -> None:
    need = needy(edition, words="Graag vooraan")
    page = desk.get(screen(edition)).text
    assert PERSON in page and "een schrijftolk" in page and "Graag vooraan" in page and "mag de naam weten" not in page
    typed = {"wheelchair": "2", "writing": "1", "due_on": "2030-03-31", "owner": str(organiser.key), "words": WORDS}
    answer = desk.post(screen(edition), typed, follow=True)
    assert "2 rolstoelplaatsen" in answer.text and "1 schrijftolk" in answer.text and WORDS in answer.text
    assert {(one.number, one.owner, one.due_on) for one in edition.arrangements.all()} == {
        (2, organiser, date(2030, 3, 31)),
        (1, organiser, date(2030, 3, 31)),
    }
    seen = PersonSeen.objects.get(user=need.participation.user)
    assert (seen.role, seen.what, seen.organisation) == ("organiser", "needs", edition.programme.lead())


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({}, "Vul bij iets een aantal in."),
        ({"wheelchair": "veel"}, "Een plek voor een rolstoel: vul een heel getal in"),
        ({"wheelchair": "-1"}, "van 0 tot en met 99"),
        ({"wheelchair": "9" * 5000}, "van 0 tot en met 99"),
        ({"wheelchair": "1", "due_on": "31 april"}, "Schrijf de dag als 2027-03-31"),
        ({"wheelchair": "1", "due_on": ""}, "Vul in wanneer het klaar moet zijn."),
        ({"wheelchair": "1", "owner": "\x00"}, "Kies iemand uit de lijst."),
        ({"wheelchair": "1", "meeting": "6f1ed7a2-0000-4000-8000-000000000000"}, "Kies een bijeenkomst uit de lijst."),
        ({"wheelchair": "1", "words": "x" * 1_000_000}, "hoogstens 300 tekens"),
    ],
)
def test_bad_input_is_told_and_what_was_typed_stays(desk: Client, edition, typed, says) -> None:
    answer = desk.post(screen(edition), {"due_on": "2030-03-31", "words": "Bewaar mij", **typed})
    assert answer.status_code == 200 and says in answer.text
    assert "words" in typed or "Bewaar mij" in answer.text
    assert not Arrangement.objects.exists()


def test_a_line_is_changed_ticked_off_and_taken_away(desk: Client, edition, organiser) -> None:
    line = arranged(edition, organiser)
    there = reverse("desk_access_arrangement", args=[line.key])
    assert WORDS in desk.get(there).text
    desk.post(there, {"number": "3", "due_on": "2030-01-02", "owner": "", "words": "Anders"})
    line.refresh_from_db()
    assert (line.number, line.due_on, line.words, line.owner) == (3, date(2030, 1, 2), "Anders", None)
    assert "vul een heel getal in van 1 tot en met 99" in desk.post(there, {"number": "0", "due_on": "2030-01-02"}).text
    press = reverse("desk_access_move", args=[line.key])
    for verb, done in (("done", True), ("done", True), ("undo", False)):
        desk.post(press, {"verb": verb})
        line.refresh_from_db()
        assert line.is_done is done
    desk.post(press, {"verb": "drop"})
    assert not Arrangement.objects.exists() and desk.post(press, {"verb": "done"}).status_code == 404


def test_words_name_nobody_who_takes_part(desk: Client, edition, organiser) -> None:
    """They would stay when she takes her yes back, and the partner reads them."""
    admitted(edition, UserFactory(name="Anna de Wit"))
    page = desk.post(screen(edition), {"wheelchair": 1, "due_on": SOON.isoformat(), "words": "Voor anna  de wit"})
    assert page.status_code == 200 and "Hier staat een naam in." in page.text and "Voor anna" in page.text
    line = arranged(edition, organiser, words="Bij de ingang")
    with pytest.raises(Refused, match="naam"):
        arranging.change_arrangement(line, by=organiser, number=1, due_on=SOON, owner=None, words="Anna de Wit")
    assert Arrangement.objects.get() == line


def test_words_are_unreadable_in_the_database_and_the_journal_has_ids_alone(edition, organiser) -> None:
    arranged(edition, organiser)
    everything = whole_database()
    assert "Kanariewoord" not in everything and "Arrangement" in everything
    line = JournalLine.objects.get(verb="make")
    assert line.scope == edition.programme.lead_key and line.ids == {"edition": str(edition.key)}


def test_owner_and_meeting_are_of_this_edition(edition, organiser, partner) -> None:
    other = OpenEditionFactory()
    starts = timezone.now() + timedelta(days=9)
    elsewhere = a_meeting(other, starts, starts + timedelta(hours=1))
    for wrong in ({"owner": UserFactory()}, {"owner": organiser_of(other.programme)}, {"meeting": elsewhere}):
        with pytest.raises(Refused):
            arranged(edition, organiser, **wrong)
    assert set(arranging.who_can_own(edition)) == {organiser, partner}


# Who may ------------------------------------------------------------------------------------------


def test_each_rule_by_role(edition, organiser, partner) -> None:
    line = arranged(edition, organiser)
    arranging.send_arrangements(edition, by=organiser)
    lead = edition.programme.lead()
    people: dict[str, User] = {
        "organiser": organiser,
        "partner": partner,
        "foreign": organiser_of(OpenEditionFactory().programme),
        "foreign partner": a_partner(OpenEditionFactory()),
        "participant": admitted(edition).user,
        "administrator": AdministratorFactory(),
        "newcomer": UserFactory(),
    }
    yes = {
        "arrange": {role for role, user in people.items() if policies.can_arrange(user, edition)},
        "tick off": {role for role, user in people.items() if policies.can_tick_off(user, line)},
        "partner": {role for role, user in people.items() if policies.is_partner(user)},
        "invite": {role for role, user in people.items() if PARTNER.can_invite(user, lead, edition.key)},
    }
    assert yes == {
        "arrange": {"organiser"},
        "tick off": {"organiser", "partner"},
        "partner": {"partner", "foreign partner"},
        "invite": {"organiser"},
    }
    assert must_prove_more(partner) and not must_prove_more(people["newcomer"])


def test_nobody_else_arranges_sends_or_parts(edition, organiser, partner) -> None:
    line, link = arranged(edition, organiser), EditionPartner.objects.get(user=partner)
    for by in (partner, AdministratorFactory(), organiser_of(OpenEditionFactory().programme)):
        for act in (
            lambda by=by: arranged(edition, by),
            lambda by=by: arranging.drop_arrangement(line, by=by),
            lambda by=by: arranging.tick_off(line, done=True, by=by),
            lambda by=by: arranging.send_arrangements(edition, by=by),
            lambda by=by: arranging.part_with(link, by=by),
            lambda by=by: arranging.read_needs(edition, by=by),
            lambda by=by: arranging.change_arrangement(line, by=by, number=1, due_on=SOON, owner=None, words=""),
        ):
            with pytest.raises(PermissionDenied):
                act()
    assert Arrangement.objects.get().sent_at is None


# The partner --------------------------------------------------------------------------------------


def test_the_partner_gets_one_neutral_mail_and_a_list_without_names(
    edition, organiser, partner, client: Client, mailoutbox
) -> None:
    needy(edition, words="Graag vooraan")
    line = arranged(edition, organiser)
    browser = sign_in(client, partner)
    assert "Er is nog niets te regelen" in browser.get("/mijn/regelen/").text
    assert arranging.send_arrangements(edition, by=organiser) == 1
    with pytest.raises(Refused):
        arranging.send_arrangements(edition, by=organiser)
    send_due()
    (mail,) = mailoutbox
    told = mail.subject + mail.body
    assert "/mijn/regelen/" in told and edition.programme.name not in told and "rolstoel" not in told
    page = browser.get("/mijn/regelen/").text
    assert "2 rolstoelplaatsen" in page and WORDS in page
    assert PERSON not in page and "Graag vooraan" not in page
    assert "Regel wat nodig is" in browser.get("/mijn/").text
    browser.post(reverse("programmes:arranging_tick", args=[line.key]), {"done": "ja"})
    line.refresh_from_db()
    assert line.is_done and "Regel wat nodig is" not in browser.get("/mijn/").text


def test_what_changed_or_fell_away_is_told_again(edition, organiser, partner) -> None:
    line = arranged(edition, organiser)
    arranging.send_arrangements(edition, by=organiser)
    arranging.change_arrangement(line, by=organiser, number=3, due_on=SOON, owner=None, words="")
    assert arranging.send_arrangements(edition, by=organiser) == 1
    arranging.drop_arrangement(line, by=organiser)
    assert Letter.objects.filter(message="programmes.arrangements_sent", recipient=partner).count() == 3


def test_a_name_is_told_only_by_who_ticked_it_and_goes_with_the_tick(
    edition, organiser, partner, client: Client
) -> None:
    willing, unwilling = needy(edition, partner_may_know=True), a_need(admitted(edition, UserFactory(name="Verborgen")))
    foreign = a_need(partner_may_know=True)
    line = arranged(edition, organiser)
    facts = {"number": 2, "due_on": SOON, "owner": None, "words": ""}
    arranging.change_arrangement(line, by=organiser, names=[willing, unwilling, foreign], **facts)
    assert [name.need for name in line.names.all()] == [willing]
    arranging.send_arrangements(edition, by=organiser)
    browser = sign_in(client, partner)
    page = browser.get("/mijn/regelen/").text
    assert PERSON in page and "Verborgen" not in page
    seen = PersonSeen.objects.get(user=willing.participation.user, role="partner")
    assert seen.organisation is not None and seen.what == "needs"
    a_need(willing.participation, partner_may_know=False)
    assert PERSON not in browser.get("/mijn/regelen/").text and not ArrangementName.objects.exists()


def test_a_partner_is_invited_says_yes_and_is_parted_with(desk: Client, edition, organiser) -> None:
    arranged(edition, organiser)
    with pytest.raises(Refused, match="Nodig eerst iemand uit"):
        arranging.send_arrangements(edition, by=organiser)
    ask = reverse("desk_access_partner", args=[edition.key])
    assert "ziet eruit als naam@voorbeeld.nl" in desk.post(ask, {"address": "geen adres"}).text
    assert "uitvoerder@example.org" in desk.post(ask, {"address": "uitvoerder@example.org"}, follow=True).text
    assert Invitation.objects.get().about == edition.key
    desk.post(reverse("desk_access_send", args=[edition.key]))
    partner, lead = UserFactory(), edition.programme.lead()
    take_on_partner(partner, lead, edition.key)
    take_on_partner(partner, lead, edition.key)
    link = EditionPartner.objects.get()
    assert Arrangement.objects.sent_to(partner).count() == 1, "what was sent before her yes is there"
    Arrangement.objects.update(owner=partner)
    desk.post(reverse("desk_access_part", args=[link.key]))
    assert not Arrangement.objects.sent_to(partner).exists() and Arrangement.objects.get().owner is None


# What waits, and what goes ------------------------------------------------------------------------


def test_the_first_page_names_what_was_said_and_what_is_late_without_counting(desk: Client, edition, organiser) -> None:
    title = "Wat nodig is om mee te doen"
    assert title not in desk.get("/cms/").text
    needy(edition)
    page = desk.get("/cms/").text
    assert title in page and screen(edition) in page and PERSON not in page
    desk.post(reverse("desk_access_read", args=[edition.key]))
    assert title not in desk.get("/cms/").text
    line = arranged(edition, organiser, due_on=timezone.localdate() - timedelta(days=1))
    assert title in desk.get("/cms/").text and "Te laat" in desk.get(screen(edition)).text
    arranging.tick_off(line, done=True, by=organiser)
    assert title not in desk.get("/cms/").text


def test_the_desk_leads_there_from_the_edition_and_the_participant(desk: Client, edition) -> None:
    need = needy(edition, words="Graag vooraan")
    assert screen(edition) in desk.get(reverse("desk_edition", args=[edition.key])).text
    page = desk.get(reverse("desk_participations:detail", args=[need.participation.key])).text
    assert "Wat deze persoon nodig heeft" in page and "Graag vooraan" in page
    assert PersonSeen.objects.filter(user=need.participation.user, what="needs").exists()


def test_arrangements_go_with_the_needs_and_a_person_leaves_no_trace_in_them(edition, organiser, partner) -> None:
    line = arranged(edition, organiser, owner=partner)
    told = ACCESS.export(partner)
    assert told["arrangements"][0]["words"] == WORDS and told["partner_of"][0]["edition"] == edition.name
    privacy.erase(partner)
    line.refresh_from_db()
    assert line.owner is None and not EditionPartner.objects.exists()
    edition.starts_on = edition.ends_on = timezone.localdate()
    edition.save()
    now = timezone.now()
    assert privacy.purge_expired(now + timedelta(days=13), dry_run=True)["arrangement"] == 0
    assert privacy.purge_expired(now + timedelta(days=16))["arrangement"] == 1


def test_amounts_are_said_in_dutch_and_english() -> None:
    one, more = Arrangement(kind="writing", number=1), Arrangement(kind="wheelchair", number=2)
    assert (str(one), str(more)) == ("1 schrijftolk", "2 rolstoelplaatsen")
    with override("en"):
        assert "2" in str(more)
