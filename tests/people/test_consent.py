"""A yes is to one text, stands until it is taken back, and taking it back works at once."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from lifecycle.errors import Refused
from lifecycle.models import JournalLine
from people import consent
from people.models import Consent
from tests.factories.people import ConsentTextFactory, UserFactory
from tests.people import purposes

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def asked(settings) -> None:
    settings.CONSENT_PURPOSES = ["tests.people.purposes.AFTERWARDS", "tests.people.purposes.FAILING"]
    purposes.withdrawn.clear()


def test_a_yes_stands_until_it_is_withdrawn() -> None:
    ConsentTextFactory()
    user = UserFactory()
    assert not consent.stands(user, "afterwards")
    consent.give(user, "afterwards")
    assert consent.stands(user, "afterwards") and not consent.stands(UserFactory(), "afterwards")
    assert consent.withdraw(user, "afterwards")
    assert not consent.stands(user, "afterwards")
    assert user.consents.get().withdrawn_at, "that there was a yes is kept"


def test_a_yes_is_about_one_thing_alone() -> None:
    ConsentTextFactory()
    user, edition, other = UserFactory(), uuid4(), uuid4()
    consent.give(user, "afterwards", edition)
    assert consent.stands(user, "afterwards", edition)
    assert not consent.stands(user, "afterwards", other) and not consent.stands(user, "afterwards")
    assert not consent.withdraw(user, "afterwards", other)
    assert consent.stands(user, "afterwards", edition)


def test_the_same_yes_twice_is_one() -> None:
    ConsentTextFactory()
    user = UserFactory()
    assert consent.give(user, "afterwards") == consent.give(user, "afterwards")
    assert JournalLine.objects.filter(verb="give").count() == 1


@pytest.mark.parametrize("about", [None, uuid4()])
def test_the_database_allows_one_standing_yes(about) -> None:
    text, user = ConsentTextFactory(), UserFactory()
    Consent.objects.create(user=user, text=text, about=about)
    with pytest.raises(IntegrityError), transaction.atomic():
        Consent.objects.create(user=user, text=text, about=about)


def test_a_newer_text_takes_the_place_of_the_older_and_nothing_falls_away() -> None:
    ConsentTextFactory(version=1)
    user = UserFactory()
    consent.give(user, "afterwards")
    newer = ConsentTextFactory(version=2)
    assert consent.stands(user, "afterwards"), "a new version does not undo a yes"
    assert consent.give(user, "afterwards").text == newer
    assert Consent.objects.standing().filter(user=user).count() == 1
    assert purposes.withdrawn == []


def test_a_text_for_later_is_not_yet_asked() -> None:
    ConsentTextFactory(version=1)
    ConsentTextFactory(version=2, valid_from=timezone.now() + timedelta(days=1))
    assert consent.give(UserFactory(), "afterwards").text.version == 1


def test_withdrawing_removes_what_rested_on_it_at_once_and_once() -> None:
    ConsentTextFactory()
    user, edition = UserFactory(), uuid4()
    consent.give(user, "afterwards", edition)
    consent.withdraw(user, "afterwards", edition)
    assert not consent.withdraw(user, "afterwards", edition)
    assert purposes.withdrawn == [(user, edition)]


def test_when_the_rest_cannot_be_removed_the_withdrawal_is_not_said_to_be_done() -> None:
    ConsentTextFactory(purpose="failing")
    user = UserFactory()
    consent.give(user, "failing")
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        consent.withdraw(user, "failing")
    assert consent.stands(user, "failing")


def test_without_a_text_there_is_nothing_to_say_yes_to() -> None:
    with pytest.raises(Refused):
        consent.give(UserFactory(), "afterwards")


def test_a_purpose_must_be_registered_to_be_asked_but_can_always_be_taken_back(settings) -> None:
    ConsentTextFactory()
    user = UserFactory()
    consent.give(user, "afterwards")
    settings.CONSENT_PURPOSES = []
    with pytest.raises(ValueError, match="CONSENT_PURPOSES"):
        consent.give(user, "afterwards")
    assert consent.withdraw(user, "afterwards")


def test_the_journal_knows_of_both_without_words() -> None:
    ConsentTextFactory()
    user = UserFactory()
    consent.give(user, "afterwards")
    consent.withdraw(user, "afterwards")
    lines = JournalLine.objects.order_by("pk").values_list("verb", "actor", "ids")
    assert list(lines) == [(verb, user.journal_key, {"purpose": "afterwards"}) for verb in ("give", "withdraw")]


def test_each_consent_is_described_and_what_they_are_about_is_asked_once() -> None:
    text, user = ConsentTextFactory(), UserFactory()
    for number in (None, 1, 2, 9):
        Consent.objects.create(user=user, text=text, about=number and UUID(int=number))
    Consent.objects.create(user=user, text=ConsentTextFactory(purpose="not-asked-any-more"))
    purposes.calls.clear()
    told = [row[:2] for row in consent.described(user.consents.order_by("pk").select_related("text"))]
    title = "Na de verkiezing één vraag"
    assert told == [
        (title, ""),
        (title, "Editie 1"),
        (title, "Editie 2"),
        (title, ""),
        ("not-asked-any-more", ""),
    ]
    assert purposes.calls == [{UUID(int=1), UUID(int=2), UUID(int=9)}]
