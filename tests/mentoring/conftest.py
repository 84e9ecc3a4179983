"""A pair, each with a browser; and an edition with its organiser at the desk, and a round that is ready."""

import pytest
from django.test import Client

from mentoring.actions.rounds import begin_round, compute_round
from mentoring.models import Match, Round
from people.models import User
from programmes.models import Edition
from tests.factories.mentoring import a_pair
from tests.factories.people import UserFactory
from tests.factories.programmes import OpenEditionFactory, ProgrammeFactory, organiser_of
from tests.mentoring.rounds import a_guide, a_seeker
from tests.signing_in import sign_in


@pytest.fixture
def pair() -> Match:
    made = a_pair()
    for user, name in ((made.participation.user, "Yara Echt"), (made.mentor.user, "Marjan Echt")):
        user.name = name
        user.save()
    return made


@pytest.fixture
def as_mentee(pair: Match) -> Client:
    return sign_in(Client(), pair.participation.user)


@pytest.fixture
def as_mentor(pair: Match) -> Client:
    return sign_in(Client(), pair.mentor.user)


@pytest.fixture
def stranger() -> Client:
    return sign_in(Client(), UserFactory())


# At the desk ----------------------------------------------------------------------------------------------


@pytest.fixture
def edition() -> Edition:
    return OpenEditionFactory(programme=ProgrammeFactory(name="Eigen programma"), name="eigen editie")


@pytest.fixture
def organiser(edition: Edition) -> User:
    return organiser_of(edition.programme)


@pytest.fixture
def desk(client: Client, organiser: User) -> Client:
    return sign_in(client, organiser)


@pytest.fixture
def round(edition: Edition, organiser: User) -> Round:
    """Two pairs laid ready."""
    for mentee, mentor in [("Anna", "Xenia"), ("Bea", "Yara")]:
        a_seeker(edition, mentee)
        a_guide(edition, mentor)
    return compute_round(begin_round(edition, by=organiser), by=organiser)
