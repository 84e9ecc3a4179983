"""Time passes, and the portal does what it promised for then; after all other journeys, for nothing is as it was.

1. Somebody has begun an application and the programme is open. 2. She makes a code for who helps her; after eight days
it opens nothing. 3. The last day goes by: the page says so and what is possible now, and the worker closes the edition.
4. Two months later the draft is gone, as was promised.
"""

import re
from collections.abc import Callable

from tests.journeys.applying import make_code_for_help, opens_nothing
from tests.journeys.at_work import PortalAtWork, until
from tests.journeys.walking import Walk

# In days of 24 hours, so one more than the calendar asks: in autumn a day of the calendar has 25.
CODE_IS_OVER, LAST_DAY_IS_OVER, DRAFTS_ARE_OVER = 8, 37, 100
DRAFTS = "SELECT count(*) FROM programmes_application WHERE state = 'draft'"
STILL_OPEN = """SELECT count(*) FROM programmes_edition WHERE state = 'open' AND programme_id =
    (SELECT id FROM programmes_programme WHERE slug = 'mentornetwerk')"""


def count(portal: PortalAtWork, what: str) -> int:
    return portal.rows(what)[0][0]


def test_what_was_promised_for_later_happens(portal: PortalAtWork, walk: Callable[..., Walk]) -> None:
    visitor, participant = walk(), walk()
    visitor.go("/programmas/mentornetwerk/")
    visitor.reads("Meld je aan")
    participant.become("participant")
    participant.reads(re.compile("Maak je aanmelding af"))
    assert count(portal, STILL_OPEN) == 1
    assert count(portal, DRAFTS) >= 1

    participant.follow("Verder", within="main")
    participant.follow("Verder met je aanmelding")
    participant.follow("Laat iemand helpen")
    code = make_code_for_help(participant, "Maak een code")
    portal.move_clock(days=CODE_IS_OVER)
    opens_nothing(walk(), code)

    portal.move_clock(days=LAST_DAY_IS_OVER)
    visitor.go("/programmas/mentornetwerk/")
    visitor.reads("Je kunt je nu niet aanmelden", re.compile("Dit kun je nu al doen"))
    until("the worker closes the edition", lambda: count(portal, STILL_OPEN) == 0)
    participant.become("participant")

    portal.move_clock(days=DRAFTS_ARE_OVER)
    until("the worker ends old drafts", lambda: count(portal, DRAFTS) == 0)
    participant.become("participant")
    participant.reads("Jouw volgende stap")
