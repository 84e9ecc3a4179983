"""A mentor answers a proposal and meets, and the participant does all of it on a phone without JavaScript.

1. The mentor of the demo is asked to help the participant of the demo, who says yes first. She reads why these two, and
how to say no; she says yes. 2. In their room the mentor proposes a time and takes it back; she proposes another, and
the participant agrees; both see it. How somebody becomes a mentor: see test_participant.
"""

import re
from collections.abc import Callable

from tests.journeys.at_work import PortalAtWork
from tests.journeys.together import (
    agree_to_time,
    in_days,
    open_room,
    propose_time,
    read_proposal,
    say_yes,
)
from tests.journeys.walking import NARROW, Walk

MENTEE, MENTOR = "Demi Deelnemer", "Meike Mentor"
CALLED = """SELECT profile.display_name FROM mentoring_menteeprofile profile
    JOIN people_user user ON user.id = profile.user_id WHERE user.name = ?"""


def test_a_mentor_answers_and_meets(portal: PortalAtWork, walk: Callable[..., Walk]) -> None:
    participant, mentor = walk(width=NARROW, script=False), walk()
    participant.become("participant")
    read_proposal(participant)
    say_yes(participant)

    mentor.become("mentor")
    open_proposal_of(mentor, portal.rows(CALLED, MENTEE)[0][0])
    mentor.reads("Waarom voor jou", "Dit leest de deelnemer", re.compile("Een computer legde antwoorden naast elkaar"))
    mentor.follow("Nee, nu niet", within="main")
    mentor.reads("Je zegt nee. Dat mag altijd.")
    mentor.follow("Terug naar het voorstel", within="main")
    say_yes(mentor)
    open_room(mentor, MENTEE)
    mentor.reads("Er staat nog niets. Stel een tijd voor, dan is het begonnen.")

    propose_time(mentor, in_days(6))
    mentor.follow(re.compile("Intrekken"), within="main")
    mentor.press("Ja, dit gaat niet door")
    propose_time(mentor, in_days(8))
    agree_to_time(participant, MENTOR)
    mentor.go("/mijn/")
    mentor.reads("Wie jij helpt", re.compile("Afspraak: .*19.30 uur"))


def open_proposal_of(mentor: Walk, called: str) -> None:
    """She may have several to answer: the one of this person."""
    mentor.go("/mijn/")
    links = mentor.page.locator("main").get_by_role("link", name="Bekijk het voorstel")
    for address in [link.get_attribute("href") for link in links.all()]:
        mentor.go(address)
        if called in mentor.page.locator("main").inner_text():
            return
    raise AssertionError(f"no proposal of {called} among {links.count()}")
