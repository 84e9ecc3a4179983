"""Profiles, mentors and pairs, all recognisably invented. Most tests need one line: `a_pair()`."""

from datetime import datetime, timedelta
from typing import Any

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from mentoring.choices import Help, Language, Slot, Topic, Way
from mentoring.models import Match, Meeting, MenteeProfile, Mentor, MentorProfile
from mentoring.states import MatchState, MeetingState, MentorState, Side
from people.models import User
from programmes.choices import Office, Province
from programmes.models import Participation, Programme
from programmes.states import ParticipationState
from tests.factories.people import UserFactory
from tests.factories.programmes import OpenEditionFactory, ProgrammeFactory, admitted


class _ProfileFactory(DjangoModelFactory):
    """Complete, and alike for everybody: what fits less is said by the test."""

    class Meta:
        abstract = True

    user = factory.SubFactory(UserFactory)
    topics = factory.LazyFunction(lambda: [Topic.HOUSING.value, Topic.CARE.value])
    province = Province.GELDERLAND
    languages = factory.LazyFunction(lambda: [Language.DUTCH.value])
    slots = factory.LazyFunction(lambda: [Slot.WEDNESDAY_EVENING.value])
    ways = factory.LazyFunction(lambda: [Way.ONLINE.value])
    help = factory.LazyFunction(lambda: [Help.SPEAKING.value])


class MenteeProfileFactory(_ProfileFactory):
    class Meta:
        model = MenteeProfile

    display_name = factory.Sequence(lambda number: f"Proefvlier {number}")
    office = Office.COUNCIL


class MentorProfileFactory(_ProfileFactory):
    class Meta:
        model = MentorProfile

    display_name = factory.Sequence(lambda number: f"Proefkastanje {number}")
    offices = factory.LazyFunction(lambda: [Office.COUNCIL.value])


class MentorFactory(DjangoModelFactory):
    """Applied, and no profile yet: `a_mentor` makes one who can be matched."""

    class Meta:
        model = Mentor

    programme = factory.SubFactory(ProgrammeFactory)
    user = factory.SubFactory(UserFactory)


class MatchFactory(DjangoModelFactory):
    """A row as it is, in any state; through the actions: `a_proposal`, `a_pair`."""

    class Meta:
        model = Match


class MeetingFactory(DjangoModelFactory):
    """Of a pair: proposed by the mentor, for the day after tomorrow."""

    class Meta:
        model = Meeting

    proposed_by = Side.MENTOR
    starts_at = factory.LazyFunction(lambda: timezone.now() + timedelta(days=2))
    state = MeetingState.PROPOSED


def a_mentor(programme: Programme | None = None, user: User | None = None, **profile: Any) -> Mentor:
    """Admitted, with a complete profile: `a_mentor(programme, capacity=3)`. One who has a profile keeps it."""
    user = user or UserFactory()
    now = timezone.now()
    if not MentorProfile.objects.filter(user=user).exists():
        MentorProfileFactory(user=user, **profile)
    return MentorFactory(
        programme=programme or ProgrammeFactory(),
        user=user,
        state=MentorState.ADMITTED,
        admitted_at=now,
        talked_on=timezone.localdate(now),
        signed_on=timezone.localdate(now),
    )


def a_mentee(programme: Programme | None = None, user: User | None = None, **profile: Any) -> Participation:
    """Takes part in a new edition of the programme, with a complete profile."""
    edition = OpenEditionFactory(**({"programme": programme} if programme else {}))
    participation = admitted(edition, user, state=ParticipationState.STARTED)
    if not MenteeProfile.objects.filter(user=participation.user).exists():
        MenteeProfileFactory(user=participation.user, **profile)
    return participation


def among_five(match: Match, **profile: Any) -> None:
    """Four more of either role beside these two: what all five of a role share may be told of her."""
    for _number in range(4):
        a_mentor(match.mentor.programme, **profile)
        MenteeProfileFactory(user=admitted(match.participation.edition).user, **profile)


def a_match(
    state: str = MatchState.PROPOSED,
    *,
    participation: Participation | None = None,
    mentor: Mentor | None = None,
    at: datetime | None = None,
    **fields: Any,
) -> Match:
    """The row alone, with the times that its state needs; no letter, no journal."""
    at = at or timezone.now()
    if participation is None:
        participation = a_mentee(mentor.programme if mentor else None)
    mentor = mentor or a_mentor(participation.edition.programme)
    times: dict[str, Any] = {"made_at": at}
    if state != MatchState.PREPARED:
        times |= {"proposed_at": at, "answer_until": at + timedelta(days=10)}
    if state in (MatchState.MENTEE_YES, MatchState.ACTIVE, MatchState.ENDED):
        times["mentee_yes_at"] = at
    if state in (MatchState.MENTOR_YES, MatchState.ACTIVE, MatchState.ENDED):
        times["mentor_yes_at"] = at
    if state in (MatchState.ACTIVE, MatchState.ENDED):
        times["active_at"] = at
    if state in (MatchState.DECLINED, MatchState.EXPIRED, MatchState.TAKEN_BACK, MatchState.ENDED):
        times["ended_at"] = at
    return MatchFactory(participation=participation, mentor=mentor, state=state, **{**times, **fields})


def a_pair(participation: Participation | None = None, mentor: Mentor | None = None, **fields: Any) -> Match:
    """Two who both said yes; what is not given is made."""
    return a_match(MatchState.ACTIVE, participation=participation, mentor=mentor, **fields)
