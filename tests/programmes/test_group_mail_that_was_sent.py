"""What became of mail to a group, and how long it is kept."""

from datetime import timedelta
from smtplib import SMTPRecipientsRefused

import pytest
from django.utils import timezone, translation

from lifecycle.errors import Refused
from people import letters, privacy
from people.delivery import Delivery, progress, why
from people.models import Letter
from programmes.mailing import actions
from programmes.mailing.audiences import recipients
from programmes.models import GroupLetter, GroupMessage, MailStop
from tests.factories.people import UserFactory
from tests.programmes.group_mail import ENGLISH, WORDS, here, sent, written

__all__ = ["here"]
pytestmark = pytest.mark.django_db

# Failing, and again -----------------------------------------------------------------------------


def fail(letter: Letter) -> None:
    Letter.objects.filter(pk=letter.pk).update(attempts=8, leased_until=timezone.now() + timedelta(minutes=3))
    letter.refresh_from_db()
    letter.put_back(SMTPRecipientsRefused({}))


def test_mails_that_failed_are_told_and_sent_again_and_no_others(here, mailoutbox) -> None:
    message = sent(here)
    fail(message.letters.get(user=here.first).letter)
    assert [one.user for one in message.letters.failed()] == [here.first]
    letters.send_due()
    assert "neemt geen mail aan" in why(message.letters.get(user=here.first).letter)
    assert actions.send_failed_again(message, by=here.organiser) == 1
    letters.send_due()
    assert [mail.to[0] for mail in mailoutbox] == [here.second.email, here.first.email]
    with pytest.raises(Refused, match="geen mail meer"):
        actions.send_failed_again(message, by=here.organiser)


def test_each_letter_stands_in_exactly_one_way() -> None:
    now = timezone.now()
    ways = {
        Delivery.WAITING: {},
        Delivery.RETRYING: {"fault": "TimeoutError"},
        Delivery.SENT: {"sent_at": now, "done_at": now},
        Delivery.FAILED: {"failed_at": now, "fault": "Vreemd"},
        Delivery.NEEDLESS: {"done_at": now},
    }
    user = UserFactory()
    for way, fields in ways.items():
        Letter.objects.create(key=way, recipient=user, message="programmes.group_message", **fields)
    counted = progress(Letter.objects.all(), "recipient", [user.pk])[user.pk]
    assert {way: counted.of(way) for way in Delivery} == dict.fromkeys(Delivery, 1)
    assert why(Letter.objects.get(key="failed")).startswith("Er ging iets mis bij ons")
    assert why(Letter.objects.get(key="waiting")) == ""


# Kept no longer than needed ---------------------------------------------------------------------


def test_a_person_takes_along_what_she_got(here) -> None:
    message = sent(here, **ENGLISH)
    actions.stop_mail(here.edition, by=here.first)
    told = next(told for rule, told in privacy.export(here.first) if "programmes.GroupLetter" in rule.models)
    [got], [stop] = told["group_messages"], told["mail_stops"]
    assert {name: got[name] for name in actions.WORDS} == {**WORDS, **ENGLISH}
    assert got["programme"] == stop["programme"] == "Raad in zicht"
    privacy.erase(here.first)
    assert not GroupLetter.objects.filter(user=here.first.pk).exists() and not MailStop.objects.exists()
    assert message.letters.get().user == here.second


def test_messages_and_stops_go_by_their_time(here) -> None:
    now = timezone.now()
    old = sent(here)
    GroupMessage.objects.filter(pk=old.pk).update(sent_at=now - timedelta(days=92))
    stale = written(here, text="Nooit verstuurd.")
    GroupMessage.objects.filter(pk=stale.pk).update(saved_at=now - timedelta(days=61))
    kept = written(here, text="Net begonnen.")
    actions.stop_mail(here.edition, by=here.first)
    actions.stop_mail(here.edition, by=UserFactory())
    MailStop.objects.update(stopped_at=now - timedelta(days=183))
    done = privacy.purge_expired()
    assert (done["group_message"], done["group_message_draft"], done["mail_stop"]) == (1, 1, 1)
    assert list(GroupMessage.objects.all()) == [kept] and MailStop.objects.get().user == here.first


def test_words_are_unreadable_in_the_database(here) -> None:
    from django.db import connection

    message = written(here, **ENGLISH)
    with connection.cursor() as cursor:
        cursor.execute("SELECT subject, text, subject_en, text_en FROM programmes_groupmessage")
        row = cursor.fetchone()
    assert not any(word in column for word in (*WORDS.values(), *ENGLISH.values()) for column in row)
    with translation.override("en"):
        assert message.words().subject == ENGLISH["subject_en"]


def test_recipients_stand_in_one_order(here) -> None:
    people = list(recipients(written(here), here.organiser))
    assert people == sorted(people, key=lambda user: user.pk)
