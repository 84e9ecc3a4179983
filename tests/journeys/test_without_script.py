"""The path on a phone without JavaScript: every step is a page, a form and a press.

1. She applies, makes a mistake in the code and leaves out an answer; the page says which. 2. She changes an answer in
the overview, and sends. 3. She says yes to her place and fills in her profile. 4. She reads the proposal and says yes;
so does the mentor, who has no JavaScript either. 5. She proposes a time, the mentor agrees, and both see it.
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
from tests.journeys.at_the_desk import admit_mentor, offer_place, open_edition_of, pair_by_hand
from tests.journeys.at_work import PortalAtWork
from tests.journeys.together import (
    agree_to_time,
    become_mentor,
    fill_profile,
    in_days,
    open_room,
    propose_time,
    read_proposal,
    say_yes,
)
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
    admit_mentor(organiser, MENTOR, in_days(0))
    pair_by_hand(organiser, open_edition_of(portal, "mentornetwerk"), NAME, MENTOR)

    read_proposal(participant, MENTOR_CALLED)
    say_yes(participant)
    read_proposal(mentor, CALLED)
    say_yes(mentor)
    open_room(participant, MENTOR)
    propose_time(participant, in_days(4))
    agree_to_time(mentor, NAME)
    open_room(participant, MENTOR)
    participant.reads("Jullie zijn het eens.", "Zet in je agenda (.ics)")
