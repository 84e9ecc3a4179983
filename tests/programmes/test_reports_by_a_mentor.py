"""What a mentor reads of a programme whose name tells of its people, where she reports; and who then reads that."""

import json

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from mentoring.alumni.personal_data import ALUMNI
from people import privacy
from people.models import User
from programmes.choices import Reveals
from programmes.models import KeptFrom, PoolContact, Programme, Report, SafeguardingContact
from programmes.safety import actions
from programmes.safety.belonging import Naming
from programmes.safety.forms import value_of
from programmes.safety.models.report import readers
from programmes.safety.personal_data import SAFETY
from tests.factories.mentoring import MentorFactory
from tests.factories.people import UserFactory
from tests.factories.programmes import (
    EditionFactory,
    OpenEditionFactory,
    SafeguardingContactFactory,
    admitted,
    two_contacts,
)
from tests.mentoring.alumni import a_member
from tests.programmes.kept_safe import WORDS, a_safe_group, in_the_pool
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db
NAME, REPORT = "Kanarieprogramma", "/mijn/melden/"


@pytest.fixture
def told() -> Programme:
    """Taking part tells of somebody's health; the address of a contact says so too."""
    programme = EditionFactory(programme__name=NAME, reveals=Reveals.HEALTH).programme
    reach = {"mail_address": "kanarie@example.org", "phone": "070 123 45 67"}
    SafeguardingContactFactory(programme=programme, is_outside=True, **reach)
    return programme


@pytest.fixture
def mentor(told) -> User:
    return MentorFactory(programme=told).user


def everything(browser: Client) -> str:
    """Each page on which she meets reporting, one report made and answered on the way."""
    pages = [browser.get(REPORT).text, browser.get("/hulp/").text]
    browser.post(REPORT, {"words": WORDS, "readers": "alle"})
    own = reverse("safety:own_report", kwargs={"key": Report.objects.get().key})
    pages += [browser.get(path).text for path in (own, "/mijn/mijn-meldingen/", "/mijn/")]
    return "\n".join(pages)


def test_a_mentor_reads_no_name_that_tells_of_who_takes_part(client, told, mentor):
    text = everything(sign_in(client, mentor))
    assert Report.objects.get().programme == told, "it went there all the same"
    assert NAME not in text and "kanarie@example.org" not in text
    organisation = told.lead().name
    assert f"Een programma van {organisation}" in text and "070 123 45 67" in text
    exported = json.dumps(SAFETY.export(mentor), default=str)
    assert NAME not in exported and organisation in exported and WORDS in exported


def test_nor_where_there_are_several_to_choose_from(client, told, mentor):
    MentorFactory(user=mentor, programme__name="Open en bloot")
    text = sign_in(client, mentor).get(REPORT).text
    assert "Open en bloot" in text and NAME not in text and str(told.key) in text


def another_that_tells(told: Programme, mentor: User) -> Programme:
    """Of the same organisation: what the mentor reads of it is the same."""
    programme = EditionFactory(reveals=Reveals.HEALTH).programme
    programme.carriers.update(organisation=told.lead())
    SafeguardingContactFactory(programme=programme, display_name=f"Contact {programme.pk}")
    return MentorFactory(user=mentor, programme=programme).programme


def test_two_of_one_name_are_told_apart_by_who_reads(client, told, mentor):
    twin = another_that_tells(told, mentor)
    MentorFactory(user=mentor, programme__name="Open en bloot")
    told.safeguarding_contacts.update(display_name="Fatima van binnen")
    SafeguardingContactFactory(programme=told, display_name="Ad van buiten")
    off = SafeguardingContactFactory(programme=told, display_name="Weg nu").user
    User.objects.filter(pk=off.pk).update(is_active=False)
    text = sign_in(client, mentor).get(REPORT).text
    assert text.count(f"Een programma van {told.lead().name}</a>") == 2
    rows = {key: row for row in text.split("<li>") for key in (str(told.key), str(twin.key)) if f"={key}" in row}
    assert "Wie leest dit: Ad van buiten, Fatima van binnen</span>" in rows[str(told.key)]
    assert f"Wie leest dit: Contact {twin.pk}</span>" in rows[str(twin.key)]
    assert text.count("Wie leest dit:") == 2, "nothing beside a name that is the only one"


def test_the_choice_asks_nothing_for_a_programme(client, told, mentor):
    sign_in(client, mentor)

    def asked() -> int:
        another_that_tells(told, mentor)
        with CaptureQueriesContext(connection) as queries:
            client.get(REPORT)
        return len(queries)

    asked()
    assert asked() == asked()


def test_who_takes_part_there_reads_it(client, told, mentor):
    taking_part = a_safe_group()
    EditionFactory(programme=taking_part.programme, reveals=Reveals.HEALTH)
    text = everything(sign_in(client, taking_part.person))
    assert taking_part.programme.name in text and Naming(taking_part.person).is_told(taking_part.programme)
    assert not Naming(mentor).is_told(taking_part.programme)


def test_the_list_asks_nothing_for_a_row(client, told, mentor):
    sign_in(client, mentor)

    def asked() -> int:
        actions.send_report(WORDS, by=mentor, programme=told)
        with CaptureQueriesContext(connection) as queries:
            client.get("/mijn/mijn-meldingen/")
        return len(queries)

    asked()
    assert asked() == asked()


def test_her_own_export_of_a_network_names_it_no_more_than_the_page(told, mentor):
    a_member(told, user=mentor, as_mentor=True)
    took_part = a_member(told, user=admitted(EditionFactory(programme=told)).user).user
    assert NAME not in json.dumps(ALUMNI.export(mentor), default=str)
    assert NAME in json.dumps(ALUMNI.export(took_part), default=str)


# Whom she chose ---------------------------------------------------------------------------------------


def test_a_choice_stays_hers_when_another_contact_goes_meanwhile(client):
    """By its place in the list it would have gone to whom it may be about."""
    programme = OpenEditionFactory().programme
    two_contacts(programme)
    first, second = programme.safeguarding_contacts.order_by("pk")
    third = SafeguardingContactFactory(programme=programme)
    mentor = MentorFactory(programme=programme).user
    chosen = value_of(second)
    assert chosen in sign_in(client, mentor).get(REPORT).text
    first.delete()
    client.post(REPORT, {"words": WORDS, "readers": chosen})
    assert readers(Report.objects.get()) == [second.user]
    second.delete()
    again = client.post(REPORT, {"words": WORDS, "readers": chosen})
    assert Report.objects.count() == 1 and "Wie je koos, leest niet meer mee" in again.text
    assert WORDS in again.text and f"Alleen {third.display_name}. Nooit de organisator" in again.text


def test_nor_is_it_read_by_one_whose_account_was_off_when_it_was_made():
    group = a_safe_group()
    group.inside.is_active = False
    group.inside.save()
    report = actions.send_report(WORDS, by=group.person, programme=group.programme, only_to=group.outside)
    User.objects.update(is_active=True)
    assert readers(report) == [group.outside]
    assert not Report.objects.to_be_read_by(group.inside).exists()


def test_of_the_pool_one_is_chosen_too(client):
    """About no programme: a report about one of the pool goes to another."""
    one, other = in_the_pool(), in_the_pool()
    PoolContact.objects.filter(user=other).update(display_name="Een andere")
    person = UserFactory()
    page = sign_in(client, person).get(REPORT).text
    assert "Alleen Pool" in page and "Alleen Een andere" in page and "van buiten" not in page
    client.post(REPORT, {"words": WORDS, "readers": value_of(other.pool_contact)})
    report = Report.objects.get()
    assert readers(report) == [other] and not Report.objects.to_be_read_by(one).exists()
    privacy.erase(other)
    assert readers(report) == [] and KeptFrom.objects.filter(report=report, user=one).exists()


def turn_off(*off: User) -> None:
    User.objects.update(is_active=True)
    User.objects.filter(pk__in=[one.pk for one in off]).update(is_active=False)


@pytest.mark.parametrize("opened", ["with one", "with two", "before there was a field"])
def test_whom_alone_the_page_named_alone_reads_it(client, opened):
    group = a_safe_group()
    turn_off(*([] if opened == "with two" else [group.inside]))
    page = sign_in(client, group.person).get(REPORT)
    assert "Alleen Buiten" in page.text
    value = value_of(group.programme.safeguarding_contacts.get(user=group.outside))
    assert value in page.text
    turn_off(group.inside)
    client.post(REPORT, {"words": WORDS} | ({} if opened.startswith("before") else {"readers": value}))
    turn_off()
    assert readers(Report.objects.get()) == [group.outside]


def test_who_chose_everyone_keeps_everyone_though_one_was_away(client):
    group = a_safe_group()
    turn_off(group.inside)
    sign_in(client, group.person).post(REPORT, {"words": WORDS, "readers": "alle"})
    turn_off()
    assert readers(Report.objects.get()) == [group.inside, group.outside]


def test_where_the_one_on_the_page_went_it_does_not_go_to_the_one_who_came(client):
    group = a_safe_group()
    turn_off(group.inside)
    named = sign_in(client, group.person).get(REPORT).context["form"]["readers"].value()
    turn_off(group.outside)
    again = client.post(REPORT, {"words": WORDS, "readers": named})
    assert not Report.objects.exists() and "Wie je koos, leest niet meer mee" in again.text
    assert "Alleen Binnen. Nooit de organisator" in again.text and WORDS in again.text
    now = again.context["form"]["readers"].value()
    client.post(REPORT, {"words": WORDS, "readers": now})
    turn_off()
    assert readers(Report.objects.get()) == [group.inside]


def test_what_stands_for_a_contact_in_the_form_tells_no_number():
    values = [value_of(SafeguardingContactFactory()) for _number in range(2)]
    assert values[0] != values[1] and {len(one) for one in values} == {16}
    assert set(SafeguardingContact.objects.values_list("user_id", flat=True)).isdisjoint(values)
