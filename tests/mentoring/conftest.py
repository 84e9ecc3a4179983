"""A pair, each with a browser, and somebody who has nothing to do with them."""

import pytest
from django.test import Client

from mentoring.models import Match
from tests.factories.mentoring import a_pair
from tests.factories.people import UserFactory
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
