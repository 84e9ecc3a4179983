"""Whether there is room, in words: a truth table, and that the list counts as the single edition does."""

from datetime import UTC, datetime, timedelta

import pytest

from programmes.availability import Availability, Room, availability
from programmes.choices import AdmissionMode
from programmes.models import Edition
from programmes.states import ApplicationState, EditionState
from tests.factories.programmes import OpenEditionFactory, SentApplicationFactory

NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)
BEFORE, AFTER = NOW - timedelta(days=1), NOW + timedelta(days=1)


@pytest.mark.parametrize(
    ("state", "opens_at", "closes_at", "capacity", "taken", "words"),
    [
        ("open", BEFORE, AFTER, 20, 0, "place"),
        ("open", None, None, 20, 15, "place"),
        ("open", BEFORE, AFTER, 20, 16, "almost"),
        ("open", BEFORE, AFTER, 20, 19, "almost"),
        ("open", BEFORE, AFTER, 20, 20, "full"),
        ("open", BEFORE, AFTER, 20, 21, "full"),
        ("open", BEFORE, AFTER, 3, 1, "place"),
        ("open", BEFORE, AFTER, 3, 2, "almost"),
        ("open", AFTER, None, 20, 0, "later"),
        ("open", BEFORE, BEFORE, 20, 0, "closed"),
        ("open", NOW, AFTER, 20, 0, "place"),
        ("open", BEFORE, NOW, 20, 0, "closed"),
        ("draft", BEFORE, AFTER, 20, 0, "closed"),
        ("closed", BEFORE, AFTER, 20, 0, "closed"),
        ("running", BEFORE, AFTER, 20, 0, "closed"),
        ("finished", BEFORE, AFTER, 20, 0, "closed"),
        ("cancelled", BEFORE, AFTER, 20, 0, "closed"),
    ],
)
def test_words_for_room(state, opens_at, closes_at, capacity, taken, words):
    assert availability(Room(state, opens_at, closes_at, capacity, taken), NOW) == words


def test_no_words_hold_a_number():
    assert not any(character.isdigit() for choice in Availability for character in str(choice.label))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("mode", "state", "words"),
    [
        (AdmissionMode.ORDER, ApplicationState.SUBMITTED, "full"),
        (AdmissionMode.ORDER, ApplicationState.ADMITTED, "full"),
        (AdmissionMode.REVIEW, ApplicationState.SUBMITTED, "almost"),
        (AdmissionMode.REVIEW, ApplicationState.OFFERED, "full"),
        (AdmissionMode.REVIEW, ApplicationState.WAITING, "almost"),
        (AdmissionMode.REVIEW, ApplicationState.WITHDRAWN, "almost"),
    ],
)
def test_who_takes_a_place(mode, state, words):
    edition = OpenEditionFactory(capacity=1, admission_mode=mode)
    SentApplicationFactory(edition=edition, state=state)
    assert edition.availability() == words
    assert Edition.objects.with_places_taken().get(pk=edition.pk).availability() == words


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("state", "opens", "closes", "is_open"),
    [
        (EditionState.OPEN, -1, 1, True),
        (EditionState.OPEN, 1, 2, False),
        (EditionState.OPEN, -2, -1, False),
        (EditionState.DRAFT, -1, 1, False),
        (EditionState.CLOSED, -1, 1, False),
    ],
)
def test_open_says_the_same_of_one_edition_and_of_many(state, opens, closes, is_open):
    term = {"opens_at": NOW + timedelta(days=opens), "closes_at": NOW + timedelta(days=closes)}
    edition = OpenEditionFactory(state=state, **term)
    assert edition.is_open(NOW) is is_open
    assert Edition.objects.open(NOW).filter(pk=edition.pk).exists() is is_open
