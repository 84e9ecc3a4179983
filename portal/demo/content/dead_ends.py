"""What people left without an account: calls to make, and cards that went round."""

import datetime as dt

from portal.demo.people import person
from programmes.asking.actions import make_card, say_yes
from programmes.call_backs.actions import ask_call_back
from programmes.models import Programme
from programmes.models.call_back import Moment

# Days ago, when to call, language. The numbers are nobody's.
CALLS = (
    (8, "+31600000001", Moment.EVENING, "nl"),
    (2, "+31600000002", Moment.ANY, "nl"),
    (1, "+31600000003", Moment.MORNING, "en"),
)
ASKED, SAID_YES = 23, 9


def lay_dead_ends(now: dt.datetime) -> None:
    """At the desk of the organiser whom a visitor of the demo can be."""
    own = Programme.objects.carried_by(person("organiser")).order_by("pk").first()
    if own is None:
        return
    for days, number, moment, language in CALLS:
        ask_call_back(own, number, moment=moment, language=language, at=now - dt.timedelta(days=days))
    for place in range(ASKED):
        card = make_card(at=now - dt.timedelta(days=place))
        if place < SAID_YES:
            say_yes(card, at=now)
