"""Many mentees' proposals to one mentor with room for one, answered in the same moment on the pages themselves."""

from collections import Counter

from django.test import Client
from django.urls import reverse

from mentoring.asking.links import token_of
from mentoring.models import Match
from mentoring.states import MatchState, Side
from tests.factories.mentoring import a_match, a_mentee, a_mentor
from tests.proofs.accepts import Together, together
from tests.signing_in import sign_in


def moments_of_one_pair(moments: int, *, at_once: int) -> int:
    """In how many of these moments exactly one pair came of all presses, and every other press was refused in words.

    Half of the presses are signed in, each in a browser of its own; half come by the link in the mail.
    """
    mentor = a_mentor(capacity=1)
    matches = [a_match(participation=a_mentee(mentor.programme), mentor=mentor) for _number in range(at_once)]
    browsers = [Client() if number % 2 else sign_in(Client(), mentor.user) for number in range(at_once)]
    with together(at_once) as press:
        return sum(_one_moment(press, matches, browsers) for _number in range(moments))


def _one_moment(press: Together, matches: list[Match], browsers: list[Client]) -> bool:
    _as_before(matches)
    outcomes = Counter(press(lambda at: _said(browsers[at], _address(matches[at], by_mail=at % 2 == 1))))
    pairs = Match.objects.active().filter(pk__in=[match.pk for match in matches]).count()
    return pairs == 1 and outcomes == Counter({"pair": 1, "refused": len(matches) - 1})


def _as_before(matches: list[Match]) -> None:
    own = Match.objects.filter(pk__in=[match.pk for match in matches])
    own.update(state=MatchState.MENTEE_YES, mentee_yes_at=matches[0].made_at, mentor_yes_at=None, active_at=None)


def _address(match: Match, *, by_mail: bool) -> str:
    if by_mail:
        return reverse("mentoring:answer", kwargs={"key": match.key, "token": token_of(match, Side.MENTOR)})
    return reverse("mentoring:proposal_accept", kwargs={"key": match.key})


def _said(browser: Client, address: str) -> str:
    """What the page says after the press."""
    page = browser.post(address, follow=True).content.decode()
    if "Jullie zeiden allebei ja." in page:
        return "pair"
    return "refused" if "Je plekken zijn bezet" in page else "something else"
