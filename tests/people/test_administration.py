"""The administrator's screens in /cms/: hers alone, and what they do."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from lifecycle.errors import Refused
from lifecycle.models import JournalLine
from people import actions
from people.models import ConsentText, HelpRecord, Letter, Membership, Organisation, PersonSeen, User
from people.privacy import keep_until_table
from programmes.consent_purposes import APPLICATION_REVEALS
from tests.factories.people import (
    AdministratorFactory,
    ConsentTextFactory,
    HelpRecordFactory,
    MembershipFactory,
    MinistryFactory,
    OrganisationFactory,
    UserFactory,
)
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db
PURPOSE = APPLICATION_REVEALS.name
LISTS = [
    "admin_organisations", "admin_roles", "admin_help_records", "admin_consent_texts", "admin_failed_letters",
    "admin_bodies", "admin_elections", "admin_separate_votes", "national_figures",
]  # fmt: skip
FORMS = [name for name in LISTS if name not in ("admin_failed_letters", "admin_bodies")]
OTHERS = {
    "organiser": lambda: MembershipFactory(role=Membership.Role.ORGANISER).user,
    "publisher": lambda: MembershipFactory(role=Membership.Role.PUBLISHER).user,
    "ministry": MinistryFactory,
    "newcomer": UserFactory,
    "superuser with a role": lambda: MembershipFactory(user__is_superuser=True).user,
}


def failed_letter(**fields) -> Letter:
    number = Letter.objects.count()
    values = {"key": f"proef:{number}", "message": "programmes.application_received", "fault": "SMTPDataError"}
    values |= {"attempts": 8, "failed_at": timezone.now(), "recipient": fields.pop("recipient", None) or UserFactory()}
    return Letter.objects.create(**{**values, **fields})


def addresses() -> list[str]:
    membership, record, text = MembershipFactory(), HelpRecordFactory(), ConsentTextFactory()
    return [
        *(reverse(f"{name}:index") for name in LISTS),
        *(reverse(f"{name}:index_results") for name in LISTS),
        *(reverse(f"{name}:add") for name in FORMS),
        reverse("admin_organisations:edit", args=[membership.organisation.pk]),
        reverse("admin_roles:delete", args=[membership.pk]),
        reverse("admin_help_records:edit", args=[record.pk]),
        reverse("admin_help_records:delete", args=[record.pk]),
        reverse("admin_consent_texts:inspect", args=[text.pk]),
        reverse("admin_keep_until:index"),
    ]


@pytest.fixture
def administrator() -> User:
    return AdministratorFactory(name="Bo")


@pytest.fixture
def desk(client: Client, administrator: User) -> Client:
    return sign_in(client, administrator)


# Whose they are -----------------------------------------------------------------------------------------


def test_an_administrator_has_every_screen(desk: Client) -> None:
    refused = [address for address in addresses() if desk.get(address).status_code != 200]
    assert refused == []


@pytest.mark.parametrize("role", OTHERS)
def test_nobody_else_has_one(client: Client, role: str) -> None:
    sign_in(client, OTHERS[role]())
    for address in addresses():
        assert client.get(address).status_code == 404, address
        assert client.post(address).status_code == 404, address
    letter = failed_letter()
    assert client.post(reverse("admin_failed_letters:again", args=[letter.pk])).status_code == 404
    assert Letter.objects.given_up().count() == 1 and Membership.objects.exists()


def test_a_visitor_is_asked_to_sign_in(client: Client) -> None:
    for address in addresses():
        assert client.get(address)["Location"].startswith("/account/login/"), address


@pytest.mark.parametrize(("role", "shown"), [("organiser", False), ("administrator", True)])
def test_the_menu_shows_them_to_administrators_only(client: Client, role: str, shown: bool) -> None:
    sign_in(client, AdministratorFactory() if shown else OTHERS[role]())
    text = client.get("/cms/").text
    assert ("/cms/beheer/" in text) == shown


@pytest.mark.parametrize(
    ("name", "door"),
    [
        ("admin_organisations", "delete"), ("admin_organisations", "history"), ("admin_organisations", "usage"),
        ("admin_roles", "edit"), ("admin_consent_texts", "edit"), ("admin_consent_texts", "delete"),
        ("admin_failed_letters", "add"), ("admin_failed_letters", "edit"),
        ("admin_bodies", "add"), ("admin_bodies", "delete"), ("admin_elections", "delete"),
    ],
)  # fmt: skip
def test_what_must_not_be_done_has_no_door(desk: Client, name: str, door: str) -> None:
    prefix = reverse(f"{name}:index")
    tail = "new/" if door == "add" else f"{door}/1/"
    assert desk.get(f"{prefix}{tail}").status_code == 404


# Roles --------------------------------------------------------------------------------------------------


def test_a_role_is_given_to_who_is_known_by_her_address(desk: Client, administrator: User) -> None:
    organisation, person = OrganisationFactory(), UserFactory(email="noor@example.org")
    form = {"email": "NOOR@example.org", "organisation": organisation.pk, "role": "organiser"}
    response = desk.post(reverse("admin_roles:add"), form)
    assert response.status_code == 302
    assert Membership.objects.get().user == person
    line = JournalLine.objects.get(verb="give_role")
    assert (line.actor, line.scope) == (administrator.journal_key, organisation.key)
    assert line.ids == {"person": str(person.key), "role": "organiser"}
    assert "heeft deze rol al" in desk.post(reverse("admin_roles:add"), form).text
    assert Membership.objects.count() == JournalLine.objects.filter(verb="give_role").count() == 1


def test_an_unknown_address_is_told_and_nothing_is_lost(desk: Client) -> None:
    organisation = OrganisationFactory()
    UserFactory(email="niemand@example.org", is_active=False)
    form = {"email": "niemand@example.org", "organisation": organisation.pk, "role": "publisher"}
    text = desk.post(reverse("admin_roles:add"), form).text
    assert "Er is geen account met dit adres." in text and "niemand@example.org" in text
    assert not Membership.objects.exists()


def test_the_form_lists_no_accounts(desk: Client) -> None:
    UserFactory(name="Zomaar Iemand")
    assert "Zomaar Iemand" not in desk.get(reverse("admin_roles:add")).text


def test_a_role_is_taken_by_a_press_and_written_down(desk: Client, administrator: User) -> None:
    membership = MembershipFactory(user__name="Orhan")
    stays = MembershipFactory(organisation=membership.organisation)
    address = reverse("admin_roles:delete", args=[membership.pk])
    assert "Orhan is nu organisator van" in desk.get(address).text
    assert Membership.objects.exists()
    desk.post(address)
    assert list(Membership.objects.all()) == [stays]
    assert JournalLine.objects.get(verb="take_role").actor == administrator.journal_key
    actions.take_role(membership, by=administrator)  # twice is once
    assert JournalLine.objects.filter(verb="take_role").count() == 1


def test_who_is_on_the_list_can_read_that_she_was_seen(desk: Client, administrator: User) -> None:
    membership = MembershipFactory()
    desk.get(reverse("admin_roles:index"))
    seen = PersonSeen.objects.get(user=membership.user)
    assert (seen.role, seen.what) == (PersonSeen.Role.ADMINISTRATOR, PersonSeen.What.ACCOUNT)
    line = JournalLine.objects.get(thing_kind="people.User", thing_key=str(membership.user.key))
    assert (line.verb, line.actor) == ("view", administrator.journal_key)


@pytest.mark.parametrize("role", OTHERS)
def test_no_other_role_may_act(role: str) -> None:
    by = OTHERS[role]()
    membership, letter = MembershipFactory(), failed_letter()
    for act in (
        lambda: actions.give_role(UserFactory(), membership.organisation, Membership.Role.ORGANISER, by=by),
        lambda: actions.take_role(membership, by=by),
        lambda: actions.add_consent_text(PURPOSE, text="Ja?", text_en="Yes?", by=by),
        lambda: actions.send_again(letter, by=by),
    ):
        with pytest.raises(PermissionDenied):
            act()
    membership.refresh_from_db()
    assert not ConsentText.objects.exists() and not JournalLine.objects.exists()


# What is said to people ---------------------------------------------------------------------------------


def test_help_that_was_not_looked_at_for_long_stands_first_and_says_so(desk: Client) -> None:
    today = timezone.localdate()
    HelpRecordFactory(name="Vers", checked_on=today)
    HelpRecordFactory(name="Oud", checked_on=today - timedelta(days=91))
    HelpRecordFactory(name="Net goed", checked_on=today - timedelta(days=90))
    response = desk.get(reverse("admin_help_records:index"))
    assert [record.name for record in response.context["object_list"]] == ["Oud", "Net goed", "Vers"]
    assert response.text.count("Kijk na, ouder dan 90 dagen") == 1


def test_help_that_was_looked_at_shows_its_new_date(desk: Client, client: Client) -> None:
    record = HelpRecordFactory(name="Hulplijn", checked_on=date(2026, 1, 1))
    visitor = Client()
    assert "Hulplijn" in visitor.get("/hulp/").text  # and is kept
    fields = ["slug", "name_en", "audience", "text", "text_en", "order"]
    form = {name: getattr(record, name) for name in fields} | {"name": "Nieuwe lijn", "checked_on": "2026-11-29"}
    assert desk.post(reverse("admin_help_records:edit", args=[record.pk]), form).status_code == 302
    assert HelpRecord.objects.get().checked_on == date(2026, 11, 29)


def test_a_text_is_followed_up_and_never_edited(desk: Client, administrator: User) -> None:
    first = ConsentTextFactory(purpose=PURPOSE, text="Vind je dit goed?", valid_from=timezone.now())
    address = reverse("admin_consent_texts:add")
    assert "Vind je dit goed?" in desk.get(f"{address}?doel={PURPOSE}").text
    form = {"purpose": PURPOSE, "text": "Is dit goed?", "text_en": "Is this fine?", "valid_from": "2020-01-01 12:00"}
    assert desk.post(address, form).status_code == 302
    second = ConsentText.objects.get(version=2)
    assert second.text == "Is dit goed?" and ConsentText.objects.newest(PURPOSE) == second
    assert second.valid_from > first.valid_from, "what people said yes to then stays what it was"
    first.refresh_from_db()
    assert first.text == "Vind je dit goed?"
    assert JournalLine.objects.get(verb="add").ids == {"purpose": PURPOSE, "version": "2"}


def test_a_text_can_wait_for_its_day(administrator: User) -> None:
    later = timezone.now() + timedelta(days=3)
    text = actions.add_consent_text(PURPOSE, text="a", text_en="b", valid_from=later, by=administrator)
    assert text.version == 1 and text.valid_from == later and ConsentText.objects.newest(PURPOSE) is None


# What runs by itself --------------------------------------------------------------------------------------


def test_a_failed_letter_is_told_without_whom_it_was_for(desk: Client) -> None:
    failed_letter(recipient=UserFactory(email="geheim@example.org", name="Geheime Naam"), ids={"application": "abc-1"})
    failed_letter(failed_at=None, message="nog.onderweg")
    text = desk.get(reverse("admin_failed_letters:index")).text
    assert "programmes.application_received" in text and "SMTPDataError" in text
    assert not any(secret in text for secret in ("geheim@example.org", "Geheime Naam", "abc-1", "nog.onderweg"))


def test_a_press_sends_it_again(desk: Client, administrator: User) -> None:
    letter = failed_letter()
    address = reverse("admin_failed_letters:again", args=[letter.pk])
    assert desk.get(address).status_code == 405
    assert "De mail gaat zo opnieuw weg." in desk.post(address, follow=True).text
    letter.refresh_from_db()
    assert letter.failed_at is None and letter in Letter.objects.due() and letter.attempts == 0
    assert JournalLine.objects.get(verb="send_again").actor == administrator.journal_key
    assert "al weer opgepakt" in desk.post(address, follow=True).text
    with pytest.raises(Refused):
        actions.send_again(letter, by=administrator)


def test_nothing_failed_says_that_nothing_need_be_done(desk: Client) -> None:
    assert "Je hoeft niets te doen" in desk.get(reverse("admin_failed_letters:index")).text


def test_every_period_can_be_read(desk: Client, settings) -> None:
    settings.KEEP_UNTIL = {"journal": timedelta(days=100)}
    text = desk.get(reverse("admin_keep_until:index")).text
    assert all(f"<code>{keep.name}</code>" in text for keep in keep_until_table())
    assert "100 dagen (ingekort)" in text and "2 jaar" in text


# Lists ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", LISTS[:5])
def test_a_row_takes_no_question_more(desk: Client, name: str) -> None:
    def add(number: int) -> None:
        for _number in range(number):
            MembershipFactory()
            HelpRecordFactory()
            ConsentTextFactory(version=ConsentText.objects.count() + 1)
            failed_letter()

    def count() -> int:
        desk.get(reverse(f"{name}:index"))
        with CaptureQueriesContext(connection) as captured:
            assert desk.get(reverse(f"{name}:index")).status_code == 200
        return len(captured)

    add(2)
    few = count()
    add(6)
    assert count() == few <= 20
    assert Organisation.objects.count() == 8
