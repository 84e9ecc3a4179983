"""A person with a browser, an organiser with a desk, and everything of another organisation."""

import pytest
from django.test import Client

from people.models import User
from programmes.models import Edition, Programme
from tests.factories.people import UserFactory
from tests.factories.programmes import (
    EventFactory,
    OpenEditionFactory,
    ProgrammeFactory,
    QuestionFactory,
    SentApplicationFactory,
    organiser_of,
)
from tests.signing_in import sign_in


@pytest.fixture
def edition() -> Edition:
    return OpenEditionFactory()


@pytest.fixture
def person() -> User:
    return UserFactory(name="")


@pytest.fixture
def browser(client: Client, person: User) -> Client:
    return sign_in(client, person)


@pytest.fixture
def programme() -> Programme:
    return ProgrammeFactory(name="Eigen programma")


@pytest.fixture
def organiser(programme: Programme) -> User:
    return organiser_of(programme)


@pytest.fixture
def desk(client: Client, organiser: User) -> Client:
    return sign_in(client, organiser)


@pytest.fixture
def foreign() -> dict:
    """Everything of another organisation."""
    edition = OpenEditionFactory(programme=ProgrammeFactory(name="Ander programma"), name="andere editie")
    return {
        "programme": edition.programme,
        "edition": edition,
        "event": EventFactory(title="Andere avond"),
        "application": SentApplicationFactory(edition=edition, user__name="Ander Mens"),
        "question": QuestionFactory(edition=edition, label="Wat is je afkomst?"),
    }
