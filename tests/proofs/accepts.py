"""Many mentees' proposals to one mentor, answered by her in the same moment: her places decide, and nothing else."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import close_old_connections, connection

from mentoring.actions import matches
from mentoring.models import Match, Mentor, MentorProfile
from mentoring.states import MatchState
from people.models import User
from programmes.models import Participation
from tests.factories.mentoring import a_match, a_mentee, a_mentor
from tests.factories.people import UserFactory
from tests.factories.programmes import ProgrammeFactory

PLACES = (1, 2, 3, 1, 7)


def rightly_decided(presses: int, *, at_once: int) -> int:
    """How many of these presses, `at_once` together, ended as her places allow: a yes each, and for the rest the words.

    She mentors in two programmes; the proposals come from both.
    """
    user = UserFactory()
    mentors = [a_mentor(ProgrammeFactory(), user) for _number in range(2)]
    mentees = [a_mentee(mentors[number % 2].programme) for number in range(at_once)]
    right = 0
    for number in range(presses // at_once):
        places = PLACES[number % len(PLACES)]
        MentorProfile.objects.filter(user=user).update(capacity=places)
        right += _one_moment(user, mentors, mentees, places)
    return right


def _one_moment(user: User, mentors: list[Mentor], mentees: list[Participation], places: int) -> int:
    proposals = [a_match(participation=mentee, mentor=mentors[at % 2]) for at, mentee in enumerate(mentees)]
    outcomes = Counter(said_at_once(proposals, user))
    said_yes = Match.objects.filter(mentor__user=user, state=MatchState.MENTOR_YES).count()
    Match.objects.filter(mentor__user=user).delete()
    room = min(places, len(proposals))
    as_allowed = outcomes == Counter({"yes": room, "NoRoom": len(proposals) - room}) and said_yes == room
    return len(proposals) if as_allowed else 0


def said_at_once(proposals: list[Match], *by: User) -> list[str]:
    """What comes of accepting each of these in the same moment: "yes", or the name of what stopped it.

    `by`: one person for all, or one for each.
    """
    people = list(by) * len(proposals) if len(by) == 1 else list(by)
    start = Barrier(len(proposals))

    def press(at: int) -> str:
        close_old_connections()
        try:
            connection.ensure_connection()
            start.wait(60)
            matches.accept_match(proposals[at], by=people[at])
        except Exception as error:
            return type(error).__name__
        else:
            return "yes"
        finally:
            connection.close()

    with ThreadPoolExecutor(len(proposals)) as pool:
        return list(pool.map(press, range(len(proposals))))
