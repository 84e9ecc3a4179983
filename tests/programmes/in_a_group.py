"""A group to meet with: people under way in one edition of an organiser, and a meeting that was or comes."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from people.models import User
from programmes.models import Edition, GroupMeeting, Participation
from programmes.states import EditionState, ParticipationState
from tests.factories.people import UserFactory
from tests.factories.programmes import EditionFactory, admitted, organiser_of


def a_group(*names: str, **facts: Any) -> tuple[User, list[Participation]]:
    """Its organiser, and one under way for each name."""
    edition = EditionFactory(state=EditionState.RUNNING, **facts)
    people = [admitted(edition, UserFactory(name=name), state=ParticipationState.STARTED) for name in names]
    return organiser_of(edition.programme), people


def a_meeting(edition: Edition, hours: float = 48, **facts: Any) -> GroupMeeting:
    """So many hours from now; before now with a minus."""
    begins = timezone.now() + timedelta(hours=hours)
    given = {"title": "Oefenen", "town": "Proefstad", "starts_at": begins, "ends_at": begins + timedelta(hours=2)}
    return GroupMeeting.objects.create(edition=edition, **{**given, **facts})
