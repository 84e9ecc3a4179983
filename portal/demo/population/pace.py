"""How the pairs of the demo's mentor go on: a plan, small goals, and a question that waits for an answer."""

import datetime as dt

from mentoring.choices import Way
from mentoring.models import Match
from mentoring.pace.actions.agreeing import agree_agreement, propose_agreement
from mentoring.pace.actions.check_ins import answer_check_in, ask_check_in
from mentoring.pace.actions.goals import add_goal, tick_goal
from mentoring.pace.choices import Going, Moment, Need, Often
from portal.demo.content.terms import Term
from portal.demo.people import person

GOALS = (
    "Ik bezoek een vergadering van de raad.",
    "Ik bel één iemand die al in de politiek zit.",
    "Ik vertel thuis wat ik wil.",
)
BETWEEN_US = "Wat wij bespreken, blijft bij ons. Kan een van ons niet? Dan zeggen wij het een dag eerder."
DAY = dt.timedelta(days=1)


def lay_pace(term: Term) -> None:
    """The first two agree on a plan; of the newest the mentor is asked how it goes and has not answered yet."""
    own = Match.objects.active().filter(mentor__user=person("mentor")).order_by("active_at", "pk")
    for number, match in enumerate(own):
        _lay(match, number, term)


def _lay(match: Match, number: int, term: Term) -> None:
    mentee, mentor = match.participation.user, match.mentor.user
    since = match.active_at or term.now
    at = min(since + 3 * DAY, term.now)
    plan = propose_agreement(
        match, by=mentor, often=Often.MONTHLY, way=Way.ONLINE, minutes=60, until=None, words=BETWEEN_US, at=at
    )
    if number or at + DAY > term.now:
        return
    agree_agreement(plan, by=mentee, at=at + DAY)
    goals = [add_goal(match, words, by=mentee, at=at + DAY) for words in GOALS]
    tick_goal(goals[0], reached=True, by=mentee, at=min(at + 20 * DAY, term.now))
    if since + 28 * DAY > term.now:
        return
    ask_check_in(match, Moment.FOUR_WEEKS, at=term.now - 2 * DAY)
    own = match.check_ins.get(side="mentee")
    answer_check_in(own, by=mentee, going=Going.WELL, need=Need.NOTHING, at=term.now - DAY)
