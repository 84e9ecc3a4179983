"""A mentor: from a visitor who wonders whether this is for her, to a place with somebody whom she helps.

1. She reads what a mentor does, makes an account, signs up and fills in her profile. 2. Until an organiser has spoken
with her she waits; then she is admitted. 3. She takes a break and ends it, and reads how to stop. 4. The mentor of the
demo is asked to help the participant of the demo, who says yes first. She reads why these two, and how to say no; she
says yes. 5. In their room the mentor proposes a time and takes it back; she proposes another, and the participant
agrees.
"""

import re
from collections.abc import Callable

from tests.journeys.at_the_desk import admit_mentor
from tests.journeys.at_work import PortalAtWork
from tests.journeys.together import (
    agree_to_time,
    become_mentor,
    in_days,
    open_room,
    propose_time,
    read_proposal,
    say_yes,
)
from tests.journeys.walking import Walk

EMAIL, NAME = "marit.meedenker@example.org", "Marit Meedenker"
MENTEE, MENTOR = "Demi Deelnemer", "Meike Mentor"
CALLED = """SELECT profile.display_name FROM mentoring_menteeprofile profile
    JOIN people_user user ON user.id = profile.user_id WHERE user.name = ?"""


def test_somebody_becomes_a_mentor(portal: PortalAtWork, walk: Callable[..., Walk]) -> None:
    mentor, organiser = walk(), walk()
    become_mentor(mentor, portal, NAME, EMAIL, "Wilg")
    mentor.go("/mijn/")
    mentor.reads("Jij als mentor", "De organisatie belt of mailt je voor een gesprek.")

    organiser.become("organiser")
    admit_mentor(organiser, NAME, in_days(0))
    assert "mentornetwerk" not in portal.mail(EMAIL, "antwoord").as_string().lower()
    mentor.go("/mijn/")
    mentor.reads("Je krijgt een mail als er een voorstel voor je is.")
    mentor.go("/mijn/mentor/")
    mentor.follow("Pauze nemen", within="main")
    mentor.fill("Pauze tot en met", in_days(20))
    mentor.press("Neem pauze")
    mentor.reads(re.compile("Je hebt pauze tot en met"))
    mentor.follow("Pauze wijzigen of stoppen", within="main")
    mentor.press("Ik begin weer")
    mentor.go("/mijn/mentor/")
    mentor.follow(re.compile("Stoppen"), within="main")
    mentor.reads(re.compile("stoppen", re.IGNORECASE))
    mentor.go("/mijn/gegevens/")
    mentor.reads("Wie heeft mijn gegevens gezien?", "Stem op een Vrouw")


def test_a_mentor_answers_and_meets(portal: PortalAtWork, walk: Callable[..., Walk]) -> None:
    participant, mentor = walk(), walk()
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
