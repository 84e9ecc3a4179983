"""A letter to who has no account: encrypted while it waits, forgotten once it waits no more."""

from datetime import timedelta
from unittest import mock

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.utils import timezone

from people import actions, addresses, letters
from people.models import Letter
from tests.factories.people import AdministratorFactory, UserFactory
from tests.people.example_letters import neutral, over, practical, to_somebody

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("example_letters")]
NOW = timezone.now()
TO = "bestuur@voorbeeldpartij.example.org"


def written(key: str = "one", language: str = "nl") -> Letter:
    return letters.write_to(to_somebody, TO, key=key, language=language, place=3)


def given_up() -> Letter:
    letter = written()
    with mock.patch("people.post.send", side_effect=OSError):
        for attempt in range(Letter.MOST_ATTEMPTS):
            letters.send_due(NOW + timedelta(hours=7 * attempt))
    letter.refresh_from_db()
    return letter


def test_it_goes_in_the_language_that_was_asked_and_says_why_it_came(mailoutbox) -> None:
    written("nl"), written("en", "en")
    assert letters.send_due(NOW) == 2
    dutch, english = mailoutbox
    assert dutch.to == [TO] and "Zaal 3 (nl)" in dutch.body and "http://localhost:8000/hulp/" in dutch.body
    assert "Zaal 3 (en)" in english.body and "http://localhost:8000/en/hulp/" in english.body
    for part in (dutch.body, dutch.alternatives[0][0]):
        assert "omdat iemand dit adres invulde" in part
        assert "omdat je een account hebt" not in part and "/mijn/" not in part


def test_a_letter_to_an_account_still_says_that_it_has_one(mailoutbox) -> None:
    letters.write(neutral, UserFactory(), key="account")
    letters.send_due(NOW)
    for part in (mailoutbox[0].body, mailoutbox[0].alternatives[0][0]):
        assert "omdat je een account hebt" in part and "iemand dit adres" not in part


def test_the_address_is_unreadable_in_the_database_and_gone_once_it_is_sent() -> None:
    letter = written()
    with connection.cursor() as cursor:
        cursor.execute("SELECT address FROM people_letter WHERE id = %s", [letter.pk])
        assert "voorbeeldpartij" not in cursor.fetchone()[0]
    letters.send_due(NOW)
    letter.refresh_from_db()
    assert letter.sent_at == NOW and letter.address is None


def test_a_letter_that_no_longer_applies_forgets_the_address_too(settings) -> None:
    letter = written()
    with mock.patch.object(type(to_somebody), "render", return_value=None):
        letters.send_due(NOW)
    letter.refresh_from_db()
    assert letter.done_at == NOW and letter.sent_at is None and letter.address is None


def test_a_letter_that_waits_after_a_fault_keeps_the_address_and_one_given_up_does_not() -> None:
    letter = written("two")
    with mock.patch("people.post.send", side_effect=OSError):
        letters.send_due(NOW)
    letter.refresh_from_db()
    assert letter.address == TO
    letter = given_up()
    assert letter.failed_at and letter.address is None


def test_one_that_was_given_up_cannot_be_sent_again_and_the_desk_says_so() -> None:
    letter, administrator = given_up(), AdministratorFactory()
    with pytest.raises(actions.Refused, match="zonder account"):
        actions.send_again(letter, by=administrator)
    letter.refresh_from_db()
    assert letter.failed_at


def test_the_same_key_is_the_same_letter_and_belongs_to_nobody_else() -> None:
    assert written() == written()
    with pytest.raises(ValueError, match="another letter"):
        letters.write_to(to_somebody, "ander@example.org", key="one", language="nl", place=3)
    with pytest.raises(ValueError, match="another letter"):
        letters.write(practical, UserFactory(), key="one", place=3)
    letters.send_due(NOW)
    assert written().sent_at == NOW, "also once the address is forgotten"


def test_a_message_says_to_whom_it_goes() -> None:
    with pytest.raises(ValueError, match="declared for addresses"):
        letters.write(to_somebody, UserFactory(), key="one", place=3)
    with pytest.raises(ValueError, match="declared for accounts"):
        letters.write_to(over, TO, key="two", language="nl")
    with pytest.raises(ValueError, match="only ids"):
        letters.write_to(to_somebody, TO, key=f"mail {TO}", language="nl", place=3)


@pytest.mark.parametrize(
    "row",
    [
        {},
        {"address": TO, "done_at": NOW},
        {"address": TO, "failed_at": NOW},
        {"address": TO, "to_account": True},
    ],
)
def test_the_database_holds_that_a_letter_has_one_recipient_and_forgets_an_address(row: dict) -> None:
    recipient = UserFactory() if row.pop("to_account", False) else None
    with pytest.raises(IntegrityError, match="an_account_or_an_address"), transaction.atomic():
        Letter.objects.create(key="x", message="tests.to_somebody", recipient=recipient, **row)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (" Bestuur@Voorbeeld.NL ", "Bestuur@voorbeeld.nl"),
        ("mailto:a@example.org", "a@example.org"),
        ("\u200fa@example.org\u202c", "a@example.org"),
    ],
)
def test_an_address_is_read_as_it_was_meant(typed: str, read: str) -> None:
    assert addresses.clean(typed) == read


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "geen adres",
        "a@b",
        "a\x00@example.org",
        "a" * 2**20 + "@example.org",
        "a@example.org\nBcc: b@c.nl",
        '"<b@example.com>"@example.org',
        '"a\x0bBcc:b@example.com"@example.org',
    ],
)
def test_what_is_no_address_is_refused(typed: str) -> None:
    with pytest.raises(ValidationError):
        addresses.clean(typed)


def test_an_address_is_known_again_by_a_key_that_tells_nothing(settings) -> None:
    known = addresses.keyed(TO)
    assert known == addresses.keyed(TO.upper()) != addresses.keyed("b@example.org")
    assert "bestuur" not in known
    settings.SECRET_KEY = "another"
    assert addresses.keyed(TO) != known


def test_a_page_of_the_desk_shows_no_button_for_it(client: Client) -> None:
    from django.template.loader import render_to_string

    shown = render_to_string("people/desk/again_cell.html", {"instance": given_up()})
    assert "<button" not in shown and "bewaren het adres niet" in shown
