"""Many mentees' proposals to one mentor, answered by her in the same moment: her places decide, and nothing else."""

from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Barrier

from django.db import connection

from mentoring.actions import matches
from mentoring.models import Match, MentorProfile
from mentoring.states import MatchState
from people.models import User
from tests.factories.mentoring import a_match, a_mentee, a_mentor
from tests.factories.people import UserFactory
from tests.factories.programmes import ProgrammeFactory

PLACES = (1, 2, 3, 1, 7)
Together = Callable[[Callable[[int], str]], list[str]]


def rightly_decided(presses: int, *, at_once: int) -> int:
    """How many of these presses, `at_once` together, ended as her places allow: a yes each, and for the rest the words.

    She mentors in two programmes; the proposals come from both.
    """
    user = UserFactory()
    mentors = [a_mentor(ProgrammeFactory(), user) for _number in range(2)]
    proposals = []
    for number in range(at_once):
        mentor = mentors[number % 2]
        proposals.append(a_match(participation=a_mentee(mentor.programme), mentor=mentor))
    with together(at_once) as press:
        moments = range(presses // at_once)
        return sum(_one_moment(press, proposals, user, PLACES[number % len(PLACES)]) for number in moments)


def _one_moment(press: Together, proposals: list[Match], user: User, places: int) -> int:
    MentorProfile.objects.filter(user=user).update(capacity=places)
    Match.objects.filter(mentor__user=user).update(state=MatchState.PROPOSED, mentor_yes_at=None)
    outcomes = Counter(press(lambda at: accept(proposals[at], user)))
    said_yes = Match.objects.filter(mentor__user=user, state=MatchState.MENTOR_YES).count()
    room = min(places, len(proposals))
    as_allowed = outcomes == Counter({"yes": room, "NoRoom": len(proposals) - room}) and said_yes == room
    return len(proposals) if as_allowed else 0


def said_at_once(proposals: list[Match], *by: User) -> list[str]:
    """What comes of accepting each of these in the same moment. `by`: one person for all, or one for each."""
    people = list(by) * len(proposals) if len(by) == 1 else list(by)
    with together(len(proposals)) as press:
        return press(lambda at: accept(proposals[at], people[at]))


def accept(match: Match, by: User) -> str:
    """ "yes", or the name of what stopped it."""
    try:
        matches.accept_match(match, by=by)
    except Exception as error:
        return type(error).__name__
    return "yes"


@contextmanager
def together(count: int) -> Iterator[Together]:
    """As many connections as presses: each act is begun by all of them in the same moment."""
    start = Barrier(count)

    def begin(act: Callable[[int], str]) -> list[str]:
        def one(at: int) -> str:
            connection.ensure_connection()
            start.wait(120)
            return act(at)

        return list(pool.map(one, range(count)))

    with ThreadPoolExecutor(count) as pool:
        try:
            yield begin
        finally:
            begin(lambda at: str(connection.close()))
