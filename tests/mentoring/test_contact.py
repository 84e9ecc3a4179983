"""How the two of a pair reach each other outside the portal: nothing until both give something."""

from datetime import timedelta

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from mentoring.actions import matches
from mentoring.models import ContactCard, PairMail
from mentoring.talking import actions
from people import letters, privacy
from people.models import Letter
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db
NONE = {"mail_address": "", "phone": "", "otherwise": ""}


def at(pair, name="contact") -> str:
    return reverse(f"mentoring:{name}", kwargs={"key": pair.key})


def room_of(client, pair) -> str:
    return client.get(at(pair, "room")).content.decode()


def share(client, pair, **typed):
    return client.post(at(pair), NONE | typed, follow=True).content.decode()


def test_nothing_is_shown_until_both_share(pair, as_mentee, as_mentor):
    assert "pas als jullie allebei" in share(
        as_mentee, pair, phone="06-12 34 56 78", otherwise="Zonnebloem op Berichtjes"
    )
    before = room_of(as_mentor, pair)
    assert "wil gegevens met je delen" in before
    for secret in ("06 12345678", "12345678", "Zonnebloem"):
        assert secret not in before and secret not in as_mentor.get(at(pair)).content.decode()
    assert "delen nu allebei" in share(as_mentor, pair, mail_address="Marjan@Example.ORG")
    assert "06 12345678" in room_of(as_mentor, pair) and "Zonnebloem" in room_of(as_mentor, pair)
    assert "Marjan@example.org" in room_of(as_mentee, pair)


def test_taking_it_back_hides_both_at_once(pair, as_mentee, as_mentor):
    share(as_mentee, pair, phone="0612345678")
    share(as_mentor, pair, mail_address="marjan@example.org")
    assert "Weggehaald" in as_mentee.post(at(pair, "contact_take_back"), follow=True).content.decode()
    assert "0612345678" not in room_of(as_mentor, pair) and "06 12345678" not in room_of(as_mentor, pair)
    assert "marjan@example.org" not in room_of(as_mentee, pair), "who takes back reads nothing either"
    again = as_mentee.post(at(pair, "contact_take_back"), follow=True).content.decode()
    assert "Weggehaald" not in again


def test_emptying_one_field_takes_that_one_back(pair, as_mentee, as_mentor):
    share(as_mentor, pair, otherwise="iets")
    share(as_mentee, pair, phone="0612345678", otherwise="Zonnebloem")
    share(as_mentee, pair, otherwise="Zonnebloem")
    assert "06 12345678" not in room_of(as_mentor, pair) and "Zonnebloem" in room_of(as_mentor, pair)
    assert ContactCard.objects.count() == 2


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({}, "Vul minstens één ding in"),
        ({"otherwise": "\u200f\x00"}, "Vul minstens één ding in"),
        ({"mail_address": "marjan@", "otherwise": "blijft staan"}, "naam@voorbeeld.nl"),
        ({"phone": "twaalf", "otherwise": "blijft staan"}, "nummer"),
        ({"otherwise": "blijft staan" * 20}, "tekens te lang"),
    ],
)
def test_what_is_wrong_is_told_and_stays(pair, as_mentee, typed, said):
    text = share(as_mentee, pair, **typed)
    assert said in text and not ContactCard.objects.exists()
    assert "otherwise" not in typed or "\x00" in typed["otherwise"] or "blijft staan" in text


def test_the_other_one_is_told_once_and_the_mail_says_nothing(pair):
    given = {"mail_address": "yara@example.org", "phone": "", "otherwise": ""}
    for _again in range(2):
        actions.share_contact(pair, by=pair.participation.user, **given)
        actions.take_back_contact(pair, by=pair.participation.user)
    actions.share_contact(pair, by=pair.participation.user, **given)
    letter = Letter.objects.get()
    assert (letter.recipient, letter.message) == (pair.mentor.user, "mentoring.contact_waits")
    words = letters.registered()[letter.message].render(pair.mentor.user, letter.ids)
    assert words and "yara" not in (words.text + words.html).lower()
    actions.take_back_contact(pair, by=pair.participation.user)
    assert letters.registered()[letter.message].render(pair.mentor.user, letter.ids) is None


def test_with_the_end_it_is_no_longer_shown_and_a_day_later_gone(pair, as_mentee, as_mentor):
    share(as_mentee, pair, phone="0612345678")
    share(as_mentor, pair, otherwise="Zonnebloem")
    ended = timezone.now()
    matches.end_match(pair, by=pair.mentor.user, at=ended)
    assert "Zonnebloem" not in room_of(as_mentee, pair)
    assert as_mentee.get(at(pair)).url == at(pair, "room")
    assert "Jullie koppel is afgesloten" in share(as_mentee, pair, phone="0612345679")
    privacy.purge_expired(ended + timedelta(hours=23))
    assert ContactCard.objects.count() == 2
    privacy.purge_expired(ended + timedelta(hours=25))
    assert not ContactCard.objects.exists()


def test_the_database_holds_no_number_and_only_the_own_export_does(pair, as_mentee, as_mentor):
    share(as_mentee, pair, phone="0612345678")
    share(as_mentor, pair, otherwise="Zonnebloem")
    with connection.cursor() as cursor:
        cursor.execute("SELECT mail_address, phone, otherwise FROM mentoring_contactcard")
        rows = str(cursor.fetchall())
    assert "612345678" not in rows and "Zonnebloem" not in rows
    own = str([said for _rule, said in privacy.export(pair.participation.user)])
    assert "+31612345678" in own and "Zonnebloem" not in own


def test_which_mail_is_kept_while_there_is_a_pair(pair):
    user, old = pair.mentor.user, timezone.now() - timedelta(days=400)
    actions.choose_mail(user, of_messages=False, of_reminders=True, at=old)
    actions.choose_mail(UserFactory(), of_messages=False, of_reminders=True, at=old)
    privacy.purge_expired()
    assert [one.user for one in PairMail.objects.all()] == [user]
    actions.choose_mail(user, of_messages=True, of_reminders=True)
    assert PairMail.objects.get().of_messages
