"""What is ended by the sweep or with a person, in the same moment as somebody says yes."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import DatabaseError, close_old_connections, connection
from django.utils import timezone

from lifecycle.errors import IllegalMove, Refused
from mentoring.actions.matches import accept_match, expire_matches
from mentoring.actions.rounds import begin_round, compute_round, send_round
from mentoring.models import Match, MentorProfile
from mentoring.states import MatchState
from people import privacy
from people.models import User
from tests.factories.mentoring import a_match, a_mentor
from tests.factories.people import UserFactory
from tests.factories.programmes import OpenEditionFactory, ProgrammeFactory, organiser_of
from tests.mentoring.rounds import a_seeker

NOW = timezone.now()


@pytest.mark.django_db
def test_a_pair_made_in_the_last_second_is_not_ended_by_the_sweep(monkeypatch):
    """The sweep saw it unanswered, and waited for its lock until the second yes was there."""
    match = a_match(MatchState.MENTOR_YES, at=NOW - timedelta(days=10))
    seen = list(Match.objects.overdue(match.answer_until + timedelta(seconds=1)))
    accept_match(match, by=match.participation.user, at=match.answer_until - timedelta(seconds=1))
    monkeypatch.setattr(type(Match.objects), "overdue", lambda self, at=None: seen)
    expire_matches(match.answer_until + timedelta(seconds=1))
    match.refresh_from_db()
    assert match.state == MatchState.ACTIVE


# Deadlocks, which only PostgreSQL can show ----------------------------------------------------------------


def at_once(*acts) -> None:
    """Begun in the same moment. What a rule of ours refuses is fine; what the database throws out is not."""
    gate = Barrier(len(acts))

    def one(act) -> None:
        close_old_connections()
        try:
            gate.wait(10)
            act()
        except (IllegalMove, Refused, Match.DoesNotExist, User.DoesNotExist):
            pass  # the other was first
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        try:
            list(pool.map(one, acts))
        except DatabaseError as error:
            pytest.fail(f"{error}")


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_erasing_a_mentor_and_the_yes_of_whom_she_may_help_do_not_lock_each_other():
    for _number in range(15):
        mentor = a_mentor(capacity=5)
        three = [a_match(MatchState.MENTOR_YES, mentor=mentor) for _one in range(4)]
        at_once(
            lambda mentor=mentor: privacy.erase(mentor.user),
            *[lambda match=match: accept_match(match, by=match.participation.user) for match in three],
        )
        assert not MentorProfile.objects.exists() and not Match.objects.exists()


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_rounds_that_share_mentors_are_sent_at_once():
    programme = ProgrammeFactory()
    organiser = organiser_of(programme)
    editions = [OpenEditionFactory(programme=programme) for _one in range(2)]
    for _number in range(6):
        Match.objects.all().delete()
        mentors = [a_mentor(programme, UserFactory(), capacity=4) for _one in range(4)]
        rounds = []
        for edition, order in zip(editions, (mentors, mentors[::-1]), strict=True):
            round = begin_round(edition, by=organiser)
            round = compute_round(round, by=organiser)
            Match.objects.filter(round=round).delete()
            for mentor in order:
                a_match(MatchState.PREPARED, participation=a_seeker(edition), mentor=mentor, round=round)
            rounds.append(round)
        at_once(*[lambda round=round: send_round(round, by=organiser) for round in rounds])
        assert Match.objects.unanswered().count() == 8
        for mentor in mentors:
            privacy.erase(mentor.user)
