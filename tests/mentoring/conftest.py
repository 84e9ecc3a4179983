"""An edition with its organiser at the desk, and a round that is ready to be looked at."""

import pytest

from mentoring.actions.rounds import begin_round, compute_round
from tests.factories.programmes import OpenEditionFactory, ProgrammeFactory, organiser_of
from tests.mentoring.rounds import a_guide, a_seeker
from tests.signing_in import sign_in


@pytest.fixture
def edition():
    return OpenEditionFactory(programme=ProgrammeFactory(name="Eigen programma"), name="eigen editie")


@pytest.fixture
def organiser(edition):
    return organiser_of(edition.programme)


@pytest.fixture
def desk(client, organiser):
    return sign_in(client, organiser)


@pytest.fixture
def round(edition, organiser):
    """Two pairs laid ready."""
    for mentee, mentor in [("Anna", "Xenia"), ("Bea", "Yara")]:
        a_seeker(edition, mentee)
        a_guide(edition, mentor)
    return compute_round(begin_round(edition, by=organiser), by=organiser)
