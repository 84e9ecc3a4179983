"""Reports: who reads them and who never does, and what mail, journal and database tell of them."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.urls import reverse

from lifecycle.errors import Refused
from lifecycle.models import JournalLine
from people import privacy
from people.letters import send_due
from people.models import Letter, PersonSeen, User
from programmes.models import (
    PoolContact,
    Report,
    SafeguardingContact,
)
from programmes.safety import actions, policies
from programmes.safety.models.report import readers
from programmes.safety.names import KIND
from programmes.safety.reporting import found
from tests.factories.people import UserFactory
from tests.factories.programmes import ProgrammeFactory, SafeguardingContactFactory
from tests.programmes.kept_safe import LATER, NOW, WORDS, a_safe_group, in_the_pool, send
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def group():
    return a_safe_group()


# Who reads ---------------------------------------------------------------------------------------


def test_role_by_verb(group):
    """Contacts read, who made it presses, and whoever runs programme or portal does neither."""
    report = send(group)
    asked = {
        "anonymous": AnonymousUser(),
        "person": group.person,
        "other": group.other,
        "inside": group.inside,
        "outside": group.outside,
        "foreign": SafeguardingContactFactory().user,
        "pool": in_the_pool(),
        "organiser": group.organiser,
        "administrator": group.administrator,
    }
    reads = {name for name, user in asked.items() if policies.can_read_report(user, report)}
    owns = {name for name, user in asked.items() if policies.is_own_report(user, report)}
    switches = {name for name, user in asked.items() if policies.can_switch_threat(user, group.programme)}
    blocks = {name for name, user in asked.items() if policies.can_block(user, group.other)}
    assert reads == {"inside", "outside"}
    assert owns == {"person"}
    assert switches == {"inside", "outside", "administrator"}
    assert blocks == set(asked) - {"anonymous", "other"}


def test_one_about_a_contact_goes_to_the_other_alone(group):
    thing = found(group.person, KIND, str(group.mate.key))
    SafeguardingContactFactory(programme=group.programme, user=group.other)
    report = send(group, kind=KIND, found=thing)
    assert readers(report) == [group.inside, group.outside]
    assert not Report.objects.to_be_read_by(group.other).exists()
    assert not Letter.objects.filter(recipient=group.other).exists()


def test_who_was_not_chosen_never_reads_it_not_even_when_the_chosen_one_stops(group):
    report = send(group, only_to=group.outside)
    assert readers(report) == [group.outside] and not policies.can_read_report(group.inside, report)
    SafeguardingContact.objects.filter(user=group.outside).delete()
    assert readers(report) == [] and not policies.can_read_report(group.inside, report)
    new = SafeguardingContactFactory(programme=group.programme, since=LATER).user
    assert readers(report) == [] and not policies.can_read_report(new, report)
    pool = in_the_pool()
    assert readers(report) == [pool] and not policies.can_read_report(new, report)
    assert not policies.can_read_report(group.inside, report)


@pytest.mark.parametrize("passed_over", ["there", "erased"])
def test_what_only_one_of_the_pool_reads_no_contact_reads_who_was_named_later(group, passed_over):
    chosen = in_the_pool()
    SafeguardingContact.objects.exclude(user=group.inside).delete()
    User.objects.filter(pk=group.inside.pk).update(is_active=False)
    report = send(group, only_to=chosen)
    if passed_over == "erased":
        privacy.erase(group.inside)
    named_herself = SafeguardingContactFactory(programme=group.programme, user=group.organiser, since=LATER).user
    User.objects.filter(pk=chosen.pk).update(is_active=False)
    assert readers(report) == [] and not policies.can_read_report(named_herself, report)
    User.objects.update(is_active=True)
    assert readers(report) == [chosen]


def test_without_a_choice_one_who_was_named_later_reads_it_when_nobody_else_is_left(group):
    report = send(group)
    SafeguardingContact.objects.all().delete()
    new = SafeguardingContactFactory(programme=group.programme, since=LATER).user
    assert readers(report) == [new] and policies.can_read_report(new, report)


def test_an_organiser_who_names_herself_reads_nothing_that_was_there(client, group):
    old = send(group)
    SafeguardingContactFactory(programme=group.programme, user=group.organiser, since=LATER)
    new = send(group, at=LATER + timedelta(minutes=1))
    assert not policies.can_read_report(group.organiser, old) and group.organiser not in readers(old)
    assert policies.can_read_report(group.organiser, new)
    page = sign_in(client, group.person).get(reverse("safety:own_report", kwargs={"key": old.key})).text
    assert "Wie leest dit: Binnen, Buiten</p>" in page


def test_who_stopped_as_a_contact_reads_it_no_more(group):
    report = send(group)
    SafeguardingContact.objects.filter(user=group.inside).delete()
    assert not policies.can_read_report(group.inside, report)
    with pytest.raises(PermissionDenied):
        actions.take_up(report, by=group.inside)


def test_a_contact_does_not_read_her_own_report(group):
    report = send(group, by=group.inside)
    assert readers(report) == [group.outside] and not policies.can_read_report(group.inside, report)


def test_without_a_reader_it_is_refused_and_nothing_stays():
    with pytest.raises(Refused, match="niemand"):
        actions.send_report(WORDS, by=UserFactory(), programme=ProgrammeFactory())
    assert not Report.objects.exists() and not Letter.objects.exists()


def test_about_no_programme_it_goes_to_the_pool():
    pool = in_the_pool()
    report = actions.send_report(WORDS, by=UserFactory(), programme=None)
    assert readers(report) == [pool] and policies.can_read_report(pool, report)


@pytest.mark.parametrize("way", [0, 1, 2])
def test_readers_and_who_may_read_are_the_same_people(group, way):
    """Asked of one report, and of all reports of one person: two queries that must not differ."""
    pool = in_the_pool()
    only = {"only_to": group.outside} if way == 2 else {}
    report = send(group, programme=None if way == 1 else group.programme, **only)
    everyone = [group.person, group.other, group.inside, group.outside, group.organiser, group.administrator, pool]
    late = SafeguardingContactFactory(programme=group.programme, since=LATER).user
    everyone.append(late)
    for stops in ([], [group.outside], [group.inside], [pool]):
        SafeguardingContact.objects.filter(user__in=stops).delete()
        PoolContact.objects.filter(user__in=stops).delete()
        may = [user for user in everyone if Report.objects.to_be_read_by(user).filter(pk=report.pk).exists()]
        assert sorted(may, key=lambda user: user.pk) == readers(report)


# Mail, journal, what is told ---------------------------------------------------------------------


def address_in(mailoutbox, user) -> str:
    mail = next(one for one in mailoutbox if one.to == [user.email])
    return re.search(r"https?://[^/]+(/mijn/[^\s]+)", mail.body)[1]


def test_no_mail_and_no_line_tells_what_whose_or_where(client, group, mailoutbox):
    thing = found(group.person, KIND, str(group.mate.key))
    report = send(group, kind=KIND, found=thing)
    actions.answer(report, "Antwoordwoord", by=group.inside, at=NOW)
    actions.add(report, "Toevoegwoord", by=group.person, at=NOW)
    actions.follow_up(report.follow_ups.first(), by=group.outside, at=NOW + timedelta(days=2))
    actions.keep_up(NOW + timedelta(days=20))
    send_due()
    assert len(mailoutbox) >= 5
    said = "".join(f"{mail.subject} {mail.body} {[part[0] for part in mail.alternatives]}" for mail in mailoutbox)
    hidden = (WORDS, "Antwoordwoord", "Toevoegwoord", "Distel", "Ander", "Melder", group.programme.name, "melding")
    assert [word for word in hidden if word.lower() in said.lower()] == []
    assert (
        sign_in(client, group.person)
        .get(address_in(mailoutbox, group.person))["Location"]
        .endswith(reverse("safety:own_report", kwargs={"key": report.key}))
    )
    assert (
        sign_in(client, group.inside)
        .get(address_in(mailoutbox, group.inside))["Location"]
        .endswith(reverse("safety:to_read", kwargs={"key": report.key}))
    )
    lines = JournalLine.objects.filter(thing_key=str(report.key))
    assert {line.scope for line in lines} == {None}
    assert {line.actor for line in lines} == {None, group.inside.journal_key, group.outside.journal_key}
    assert group.person.journal_key not in {line.actor for line in JournalLine.objects.filter(verb="report")}


def test_its_words_are_unreadable_in_the_database(group):
    thing = found(group.person, KIND, str(group.mate.key))
    actions.answer(send(group, kind=KIND, found=thing), "Antwoordwoord", by=group.inside)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT words, quoted FROM programmes_report UNION ALL SELECT words, '' FROM programmes_reportanswer"
        )
        stored = str(cursor.fetchall())
    assert len(stored) > 200 and all(word not in stored for word in (WORDS, "Distel", "Antwoordwoord"))


def test_who_made_it_hears_that_it_was_read_and_whom_it_is_about_never(client, group):
    thing = found(group.person, KIND, str(group.mate.key))
    report = send(group, kind=KIND, found=thing)
    page = sign_in(client, group.inside).get(reverse("safety:to_read", kwargs={"key": report.key}))
    assert WORDS in page.text and "Distel" in page.text and "Melder" in page.text
    seen = PersonSeen.objects.values_list("user", "role", "what")
    assert list(seen) == [(group.person.pk, "safeguarding", "report")]


def test_without_a_name_the_contact_reads_none(client, group):
    report = send(group, is_named=False)
    page = sign_in(client, group.inside).get(reverse("safety:to_read", kwargs={"key": report.key}))
    assert WORDS in page.text and "Melder" not in page.text and "Zonder naam" in page.text
