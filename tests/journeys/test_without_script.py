"""The path on a phone without JavaScript: every step is a page, a form and a press.

1. She applies, makes a mistake in the code and leaves out an answer; the page says which. 2. She changes an answer in
the overview, and sends. 3. She says yes to her place and fills in her profile. 4. Somebody else signs up as a mentor.
What comes then, a proposal and a time to meet: see test_mentor.
"""

from collections.abc import Callable

from tests.journeys.applying import (
    check_and_send,
    fill_in_with_mistakes,
    find_and_begin,
    say_yes_to_the_place,
    see_how_it_stands,
    sign_up_with_mistakes,
)
from tests.journeys.at_the_desk import offer_place
from tests.journeys.at_work import PortalAtWork
from tests.journeys.together import become_mentor, fill_profile
from tests.journeys.walking import NARROW, Walk

EMAIL, NAME, CALLED = "noor.narrow@example.org", "Noor Narrow", "Vlier"
MENTOR_EMAIL, MENTOR, MENTOR_CALLED = "nel.noscript@example.org", "Nel Noscript", "Esdoorn"


def test_the_path_without_script(portal: PortalAtWork, walk: Callable[..., Walk]) -> None:
    participant, mentor = walk(width=NARROW, script=False), walk(width=NARROW, script=False)
    organiser = walk()  # the desk is Wagtail's, and needs JavaScript
    organiser.become("organiser")

    find_and_begin(participant)
    sign_up_with_mistakes(participant, portal, EMAIL)
    fill_in_with_mistakes(participant, NAME)
    check_and_send(participant)
    see_how_it_stands(participant, portal, EMAIL)
    offer_place(organiser, NAME)
    say_yes_to_the_place(participant)
    fill_profile(participant, CALLED)
    become_mentor(mentor, portal, MENTOR, MENTOR_EMAIL, MENTOR_CALLED)
