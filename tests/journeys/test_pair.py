"""A pair from the proposal to its end, and what comes after: she on a phone, her mentor at a desk, on a moved clock.

1. The mentor answers from the mail without signing in, the participant in the portal. 2. In their room: a plan, a goal,
messages, a number each. 3. They meet three times: one of three times that were offered, one that was moved, one more;
each is held by one press. 4. Long nothing: one question by mail to both, answered in one press without signing in.
5. They go on outside the portal, with one press a month. 6. She reports a message; the safeguarding contact answers,
asks how it goes, and closes with her word. 7. Another mentor, please: the organiser pairs, both say yes, the first
pair is over and she looks back on it. 8. She completes, joins the network, tells of a barrier that the organiser
places, and becomes a mentor with her profile along.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest

from tests.journeys import after_a_pair as after
from tests.journeys import of_a_pair as two
from tests.journeys.applying import log_in
from tests.journeys.at_the_desk import pair_by_hand
from tests.journeys.at_work import PortalAtWork
from tests.journeys.to_be_paired import EDITION, MENTOR, OTHER_MENTOR, PARTICIPANT
from tests.journeys.together import ROOM, YES, open_room, read_proposal, say_yes
from tests.journeys.walking import NARROW, Walk

ANSWER, SPOKEN_ANSWER = "/antwoord/", "/gesproken/"
STAYS = "Wat wij bespreken, vertellen wij niet verder."
FIRST, REPLY = "Hoi, fijn dat je meedoet met mij.", "Zullen wij over wonen praten?"
GOAL = "Ik bezoek een raadsvergadering."
QUIET_FOR = timedelta(weeks=7)


@pytest.fixture(scope="module")
def keys(portal_at_work: PortalAtWork) -> list[str]:
    """Of the edition and the programme."""
    return portal_at_work.lay("to_be_paired").split()


@pytest.mark.usefixtures("keys")
def test_a_pair_from_its_proposal_to_its_end(portal: PortalAtWork, walk: Callable[..., Walk]) -> None:
    participant, mentor = walk(width=NARROW), walk()
    answer_from_mail(mentor, portal, MENTOR.email, PARTICIPANT.called)
    log_in(participant, portal, PARTICIPANT.email)
    read_proposal(participant, MENTOR.called)
    say_yes(participant)
    participant.stands_at(ROOM)
    room = participant.path
    log_in(mentor, portal, MENTOR.email)
    open_room(mentor, PARTICIPANT.name)

    agree_and_write(participant, mentor, portal)
    last = meet_three_times(participant, mentor, portal)
    assert two.held(portal, room) == 3
    day = fall_silent_and_be_asked_once(walk, portal, last)

    log_in(participant, portal, PARTICIPANT.email)
    go_outside(participant, portal, day)
    safeguarding = walk()
    tell_of_a_message(participant, safeguarding, room)

    organiser = walk()
    organiser.become("organiser")
    find_another_mentor(participant, walk(), organiser, portal)
    look_back(participant, room)


def test_what_comes_after(portal: PortalAtWork, walk: Callable[..., Walk], keys: list[str]) -> None:
    edition, programme = keys
    participant, organiser = walk(width=NARROW), walk()
    organiser.become("organiser")
    log_in(participant, portal, PARTICIPANT.email)
    after.complete(organiser, edition, PARTICIPANT.name)
    after.join_network(participant, programme, "Pien")
    after.tell_barrier(participant, organiser, programme)
    after.become_mentor(participant, programme, PARTICIPANT.called)


def answer_from_mail(mentor: Walk, portal: PortalAtWork, email: str, other: str) -> None:
    """Opening changes nothing, a no may be looked at; then the yes. The link is dead after it."""
    path = two.behind_mail(portal, email, "Er is een vraag", ANSWER)
    mentor.go(path)
    mentor.reads(other, "Waarom voor jou", "Je kunt hier kiezen zonder in te loggen. Deel deze link met niemand.")
    mentor.follow("Nee, nu niet", within="main")
    mentor.follow("Terug naar het voorstel", within="main")
    mentor.press(YES)
    mentor.reads("Je zei ja")
    mentor.go(path, status=410)
    mentor.reads("Deze link werkt niet meer")


def agree_and_write(participant: Walk, mentor: Walk, portal: PortalAtWork) -> None:
    participant.reads("Verberg mij", "Blokkeren en verbergen")
    two.lay_plan(participant, STAYS)
    two.set_goal(participant, GOAL)
    open_room(mentor, PARTICIPANT.name)
    two.agree_to_plan(mentor, STAYS)
    mentor.reads(GOAL)

    two.write(mentor, FIRST)
    assert FIRST not in portal.mail(PARTICIPANT.email, "Er staat iets voor je klaar").as_string()
    two.read_message(participant, MENTOR.name, FIRST)
    two.write(participant, REPLY)
    two.read_message(mentor, PARTICIPANT.name, REPLY)

    open_room(participant, MENTOR.name)
    two.share_number(participant, "06 12345678")
    participant.reads(re.compile("ziet het pas als jullie allebei iets delen"))
    open_room(mentor, PARTICIPANT.name)
    two.share_number(mentor, "06 87654321")
    mentor.reads(re.compile("06.?12345678"))


def meet_three_times(participant: Walk, mentor: Walk, portal: PortalAtWork) -> int:
    """Day 3 was picked of three; day 5 became day 6; day 8. Each said by one press a day later, by either."""
    two.offer_times(mentor, (2, "19:30"), (3, "20:15"), (4, "18:00"))
    open_room(participant, MENTOR.name)
    participant.reads(f"{MENTOR.name} stelt 3 tijden voor. Kies er één.")
    participant.press(re.compile("20.15 uur"))
    participant.reads("Jullie zijn het eens.")
    two.say_spoken(participant, MENTOR.name, portal, 4)

    two.offer_times(participant, (5, "19:30"))
    open_room(mentor, PARTICIPANT.name)
    mentor.press(re.compile("19.30 uur|Ja, ik kan dan"))
    two.move_meeting(mentor, 6, "19:45")
    open_room(participant, MENTOR.name)
    participant.reads(re.compile("Verzet: eerst was het"))
    participant.press("Ja, ik kan dan")
    two.say_spoken(mentor, PARTICIPANT.name, portal, 7)

    two.offer_times(mentor, (8, "12:00"))
    open_room(participant, MENTOR.name)
    participant.press(re.compile("12.00 uur|Ja, ik kan dan"))
    two.say_spoken(participant, MENTOR.name, portal, 9)
    return 8


def fall_silent_and_be_asked_once(walk: Callable[..., Walk], portal: PortalAtWork, last: int) -> int:
    """Seven weeks later or a little more: near the end of a month, so that the next one is not far."""
    day = date.today() + timedelta(days=last) + QUIET_FOR
    while not 18 <= day.day <= 22:
        day += timedelta(days=1)
    later = (day - date.today()).days
    # Each by herself: of an earlier question one of the two may have said the answer before her mail left.
    asked = {one.email: two.mails_with(portal, one.email, "Eén vraag voor jou") for one in (MENTOR, PARTICIPANT)}
    portal.move_clock(days=later)
    for address, before in asked.items():
        two.wait_for_mail(portal, address, "Eén vraag voor jou", before)
    path = two.behind_mail(portal, MENTOR.email, "Eén vraag voor jou", SPOKEN_ANSWER)
    two.answer_from_mail(walk(width=NARROW), path)
    assert two.mails_with(portal, MENTOR.email, "Eén vraag voor jou") == asked[MENTOR.email] + 1
    return later


def go_outside(participant: Walk, portal: PortalAtWork, day: int) -> None:
    """From now on by themselves; next month one press, and then it asks no more."""
    open_room(participant, MENTOR.name)
    participant.follow("Wij spreken elkaar buiten het portaal", within="main")
    participant.press("Ja, zo doen wij het")
    participant.reads("Goed. Wij vragen jullie alleen nog één druk per maand.")
    portal.move_clock(days=day + 13)
    open_room(participant, MENTOR.name)
    participant.reads("Hebben jullie elkaar deze maand gesproken?")
    participant.press("Ja, wij spraken elkaar")
    participant.reads("Genoteerd. Het telt voor jullie allebei.")
    assert participant.page.get_by_role("button", name="Ja, wij spraken elkaar").count() == 0


def tell_of_a_message(participant: Walk, safeguarding: Walk, room: str) -> None:
    participant.follow(re.compile("^Meld dit"), within=".ol-bericht")
    participant.reads("Dit gaat mee met je melding", FIRST)
    participant.fill("Wat is er gebeurd?", "Dit voelt niet goed.")
    participant.press("Verstuur je melding")
    participant.reads("Je melding is verstuurd. Hier lees je wat ermee gebeurt.")
    own = participant.path

    safeguarding.become("safeguarding")
    after.answer_report(safeguarding, "Dit voelt niet goed.", FIRST)
    participant.go(own)
    participant.reads(after.ANSWER, "Is het klaar voor jou?")
    participant.press("Ja, het is klaar")
    participant.reads("Je melding is afgesloten.")
    participant.go(room)


def find_another_mentor(participant: Walk, other: Walk, organiser: Walk, portal: PortalAtWork) -> None:
    """She keeps this one until there is somebody else; the other answers from her mail."""
    participant.follow("Ik wil een andere mentor", within="main")
    participant.tick("Het klikt niet.")
    participant.tick("Wij gaan door tot er iemand anders is.")
    participant.press("Vraag een andere mentor")
    participant.reads("De organisatie zoekt een andere mentor voor je. Tot dan gaan jullie door.")
    pair_by_hand(organiser, EDITION, PARTICIPANT.name, OTHER_MENTOR.name)
    answer_from_mail(other, portal, OTHER_MENTOR.email, PARTICIPANT.called)
    read_proposal(participant, OTHER_MENTOR.called)
    say_yes(participant)
    participant.stands_at(ROOM)
    participant.reads(f"Jij en {OTHER_MENTOR.name}")


def look_back(participant: Walk, room: str) -> None:
    """The first pair ended by itself with the second yes."""
    participant.go(room)
    participant.reads("Jullie koppel is afgesloten. Wij bewaren jullie afspraken nog zes maanden.")
    participant.press("Kijk terug")
    participant.tick("Het ging, maar het kon beter.")
    participant.tick("Ik durf meer.")
    participant.press("Verstuur", within="main")
    participant.stands_at(room)
    participant.reads("Dank je wel. De organisatie leest je antwoord.")
    open_room(participant, OTHER_MENTOR.name)
    participant.follow("Ik wil stoppen met dit koppel", within="main")
    participant.press("Ja, sluit het koppel af")
    participant.stands_at("/mijn/")
