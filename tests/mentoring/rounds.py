"""People for a round: several in one edition, each with what she filled in."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from mentoring.models import Match, Mentor, Round
from people.models import User
from programmes.models import Edition, Participation
from programmes.states import ParticipationState
from tests.factories.mentoring import MenteeProfileFactory, a_mentor
from tests.factories.people import UserFactory
from tests.factories.programmes import admitted


def a_seeker(edition: Edition, name: str = "", user: User | None = None, **profile: Any) -> Participation:
    """Takes part in this edition and has filled in all that a round needs."""
    user = user or (UserFactory(name=name) if name else UserFactory())
    participation = admitted(edition, user, state=ParticipationState.STARTED)
    MenteeProfileFactory(user=user, **profile)
    return participation


def a_guide(edition: Edition, name: str = "", **profile: Any) -> Mentor:
    """Admitted as mentor in this edition's programme."""
    return a_mentor(edition.programme, UserFactory(name=name) if name else None, **profile)


def laid(round: Round) -> QuerySet[Match]:
    """What stands ready in it."""
    return Match.objects.prepared().filter(round=round)


def names(matches: Iterable[Match]) -> set[tuple[str, str]]:
    """Who with whom, by the names that the test gave."""
    return {(match.participation.user.name, match.mentor.user.name) for match in matches}
