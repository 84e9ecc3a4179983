"""Letters go out once: beside another worker, after a killed one, and after a mail server that failed."""

from datetime import timedelta
from unittest import mock

import pytest
import time_machine
from django.utils import timezone

from people import letters
from people.models import Letter
from tests.factories.people import UserFactory
from tests.people.example_letters import chatty, neutral, over, practical

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("example_letters")]
NOW = timezone.now()


def after(**period: float):
    return NOW + timedelta(**period)


def broken_server():
    return mock.patch("people.post.send", side_effect=OSError("yara@example.org refused"))


def test_a_letter_is_sent_in_the_language_of_its_recipient(mailoutbox) -> None:
    letters.write(neutral, UserFactory(language="nl", email="nl@example.org"), key="nl")
    letters.write(neutral, UserFactory(language="en", email="en@example.org"), key="en")
    assert letters.send_due(NOW) == 2
    dutch, english = mailoutbox
    assert dutch.to == ["nl@example.org"] and dutch.subject == "Er staat een bericht klaar"
    assert "http://localhost:8000/mijn/\n" in dutch.body and "12 december 2026" in dutch.body
    assert "http://localhost:8000/en/mijn/\n" in english.body and "12 December 2026" in english.body
    (page, kind) = english.alternatives[0]
    assert kind == "text/html" and 'lang="en"' in page and 'href="http://localhost:8000/en/mijn/"' in page


def test_a_sent_letter_is_done_and_never_sent_again(mailoutbox) -> None:
    letter = letters.write(neutral, UserFactory(), key="one")
    assert letters.send_due(NOW) == 1
    assert letters.send_due(after(days=9)) == 0
    letter.refresh_from_db()
    assert (letter.sent_at, letter.done_at, letter.attempts) == (NOW, NOW, 1)
    assert len(mailoutbox) == 1


def test_a_letter_whose_worker_was_killed_is_sent_exactly_once_after_its_lease(mailoutbox) -> None:
    letter = letters.write(neutral, UserFactory(), key="one")
    Letter.objects.claim(letter.pk, seconds=letters.LEASE_SECONDS, at=NOW)  # and then killed
    lease = letters.LEASE_SECONDS
    assert letters.send_due(after(seconds=lease - 1)) == 0, "in the hands of another"
    assert letters.send_due(after(seconds=lease)) == 1
    assert letters.send_due(after(seconds=2 * lease + 1)) == 0
    assert len(mailoutbox) == 1


def test_a_mail_server_that_is_slow_at_each_answer_gets_the_letter_once(settings) -> None:
    """Connect, greet, encrypt, greet, log in (3), from, to, data, end: the limit is for each answer, not for all."""
    letters.write(neutral, UserFactory(), key="one")
    sent = []
    with time_machine.travel(NOW, tick=False) as clock:

        def slow(words: object, *, number: int, **kwargs: object) -> None:
            clock.shift(11 * (settings.EMAIL_TIMEOUT - 0.1))
            sent.append(number)
            if len(sent) == 1:
                letters.send_due()  # the sweep of another worker, meanwhile

        with mock.patch("people.post.send", side_effect=slow):
            letters.send_due()
    assert len(sent) == 1


def test_two_that_look_at_once_do_not_both_send(mailoutbox) -> None:
    letter = letters.write(neutral, UserFactory(), key="one")
    due = list(Letter.objects.due(NOW).values_list("pk", flat=True))  # what the second one saw as well
    assert letters.send_due(NOW) == 1
    assert due == [letter.pk] and not letters._take(letter.pk, NOW)
    assert len(mailoutbox) == 1


def test_a_repeat_can_be_known_by_its_message_id(mailoutbox) -> None:
    letter = letters.write(neutral, UserFactory(), key="one")
    letters.send_due(NOW)
    Letter.objects.filter(pk=letter.pk).update(done_at=None, sent_at=None)
    letters.send_due(NOW)
    first, second = (mail.message()["Message-ID"] for mail in mailoutbox)
    assert first == second and first.endswith("@opdelijst.example.org>")


def test_a_fault_puts_the_letter_back_and_says_nothing_of_the_person(caplog, mailoutbox) -> None:
    letter = letters.write(neutral, UserFactory(), key="one")
    with broken_server():
        assert letters.send_due(NOW) == 0
    letter.refresh_from_db()
    assert letter.fault == "OSError" and letter.done_at is None
    assert f"letter {letter.pk}" in caplog.text and "yara" not in caplog.text
    assert letters.send_due(after(minutes=1)) == 0
    assert letters.send_due(after(minutes=2)) == 1
    assert len(mailoutbox) == 1


def test_one_letter_that_fails_does_not_keep_the_others(mailoutbox) -> None:
    letters.write(chatty, UserFactory(), key="bad", say="name")
    letters.write(neutral, UserFactory(), key="good")
    assert letters.send_due(NOW) == 1


def test_after_the_last_attempt_it_stays_for_someone_to_look_at() -> None:
    letter = letters.write(neutral, UserFactory(), key="one")
    at = NOW
    with broken_server():
        for _attempt in range(Letter.MOST_ATTEMPTS + 2):
            letters.send_due(at)
            at += timedelta(hours=7)
    letter.refresh_from_db()
    assert letter.attempts == Letter.MOST_ATTEMPTS
    assert letter.failed_at and not letter.done_at and letter.fault == "OSError"


def test_what_no_longer_applies_is_closed_unsent(mailoutbox) -> None:
    letter = letters.write(over, UserFactory(), key="one")
    assert letters.send_due(NOW) == 0
    letter.refresh_from_db()
    assert letter.done_at == NOW and letter.sent_at is None
    assert mailoutbox == []


def test_an_account_that_is_off_gets_no_mail(mailoutbox) -> None:
    letters.write(neutral, UserFactory(is_active=False), key="one")
    assert letters.send_due(NOW) == 0 and not Letter.objects.due(NOW).exists()
    assert mailoutbox == []


def test_markup_is_escaped_in_the_page_and_plain_in_the_text(mailoutbox) -> None:
    letters.write(practical, UserFactory(), key="one", place=3)
    letters.send_due(NOW)
    (mail,) = mailoutbox
    assert "Zaal 3 <b>& hal</b>" in mail.body
    assert "Zaal 3 &lt;b&gt;&amp; hal&lt;/b&gt;" in mail.alternatives[0][0]
    assert mail.subject == "Waar het is: Zaal 3 <b>& hal</b>"


def test_sending_costs_the_same_for_each_letter(django_assert_num_queries) -> None:
    for number in range(3):
        letters.write(neutral, UserFactory(), key=f"letter:{number}")
    with django_assert_num_queries(1 + 3 * 3):  # what is due; of each: claim, read, finish
        letters.send_due(NOW)
