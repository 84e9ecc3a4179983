"""One person's whole path, on a phone, with the organiser and the mentor whom she meets on it.

1. She finds a programme, makes an account and applies. 2. The organiser offers her a place; she says yes. 3. She fills
in her profile. 4. A mentor has signed up meanwhile and is admitted after a talk; she takes a break and ends it, and
reads how to stop. The organiser pairs the two by hand. 5. The participant reads why, and says yes; so does the mentor.
6. In their room she proposes a time, the mentor agrees, and she puts it in her calendar. She reads how to stop, and
does not. 7. When it has been, she says that they spoke. 8. She stands on a list, finds herself on the official one, and
reads what became of it; she reads how to take that back, and does not. 9. She says something of herself for the
figures. She sees who looked at her, and how to be forgotten.
"""

import re
from collections.abc import Callable
from pathlib import Path

from tests.journeys.applying import apply, say_yes_to_the_place
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

EMAIL, NAME, CALLED = "puck.pad@example.org", "Puck", "Merel"
MENTOR_EMAIL, MENTOR, MENTOR_CALLED = "mira.meeloop@example.org", "Mira Meeloop", "Kastanje"
ELECTED = """SELECT body.name, strftime('%Y', election.election_day),
    entry.first_name, entry.last_name, list.number, entry.number
    FROM elections_listentry entry
    JOIN elections_candidatelist list ON list.id = entry.candidate_list_id
    JOIN elections_bodyelection be ON be.id = list.body_election_id
    JOIN elections_body body ON body.id = be.body_id
    JOIN elections_election election ON election.id = be.election_id
    WHERE entry.elected AND be.result_at IS NOT NULL AND entry.prefix = '' AND entry.last_name LIKE '%-Anders'
    ORDER BY be.id, list.number, entry.number"""


def test_the_whole_path(portal: PortalAtWork, walk: Callable[..., Walk]) -> None:
    participant, mentor, organiser = walk(width=NARROW), walk(), walk()
    organiser.become("organiser")

    apply(participant, portal, NAME, EMAIL)
    offer_place(organiser, NAME)
    assert NAME not in portal.mail(EMAIL, "plek").as_string()
    say_yes_to_the_place(participant)
    fill_profile(participant, CALLED)

    become_mentor(mentor, portal, MENTOR, MENTOR_EMAIL, MENTOR_CALLED)
    mentor.go("/mijn/")
    mentor.reads("Jij als mentor", "De organisatie belt of mailt je voor een gesprek.")
    admit_mentor(organiser, MENTOR, in_days(0))
    assert "mentornetwerk" not in portal.mail(MENTOR_EMAIL, "antwoord").as_string().lower()
    take_a_break(mentor)
    pair_by_hand(organiser, open_edition_of(portal, "mentornetwerk"), NAME, MENTOR)

    meet(participant, mentor, portal)
    stand_for_election(participant, portal)

    say_what_may_be_known(participant)
    participant.go("/mijn/gegevens/")
    participant.reads("Wie heeft mijn gegevens gezien?", "Stem op een Vrouw")


def take_a_break(mentor: Walk) -> None:
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


def meet(participant: Walk, mentor: Walk, portal: PortalAtWork) -> None:
    in_common = re.compile("Deze mentor helpt bij wat jij zoekt")
    read_proposal(participant, MENTOR_CALLED, "Iemand van de organisatie koos jullie voor elkaar.", in_common)
    assert MENTOR not in participant.page.locator("main").inner_text()
    say_yes(participant)
    participant.reads("Je hoeft nu niets te doen")
    read_proposal(mentor, CALLED, "Iemand van de organisatie koos jullie voor elkaar.")
    say_yes(mentor)

    open_room(participant, MENTOR)
    propose_time(participant, in_days(1))
    agree_to_time(mentor, NAME)
    open_room(participant, MENTOR)
    assert in_days(1).replace("-", "") in appointment(participant)

    for other_way in ("Wij hebben elkaar gesproken, zonder afspraak hier", "Ik wil stoppen met dit koppel"):
        participant.follow(other_way, within="main, aside")
        participant.follow(re.compile("^(Nee, terug|Terug)"), within="main")

    portal.move_clock(days=2)
    participant.go("/mijn/")
    participant.reads(f"Heb je {MENTOR} gesproken?")
    participant.follow("Laat het weten", within="main")
    participant.press("Ja, gesproken")
    participant.reads("Geweest", "Gesproken")
    portal.move_clock()


def appointment(person: Walk) -> str:
    """The file for a calendar, from the room."""
    with person.page.expect_download() as download:
        person.page.get_by_role("link", name="Zet in je agenda (.ics)").click()
    return Path(download.value.path()).read_text(encoding="utf-8")


def stand_for_election(participant: Walk, portal: PortalAtWork) -> None:
    place, year, first_name, last_name, number, on_list = portal.rows(ELECTED)[0]
    participant.go("/mijn/")
    participant.follow("Ik sta op de lijst", within="main")
    participant.fill(re.compile("Naam van de gemeente"), place)
    participant.press("Zoek", within="main")
    participant.follow(place, within="main .ol-vel__titel")
    participant.tick(re.compile(rf"verkiezing.*{year}"))
    participant.tick("Ja, bewaar dat ik op de lijst sta")
    participant.press("Ik sta op de lijst", within="main")
    participant.reads("Mooi! Wij bewaren dat je op de lijst staat.", "Zoek jezelf op de officiële lijst")

    participant.fill("Hoe sta je op de lijst?", f"{first_name} {last_name}")
    participant.press("Zoek", within="main")
    participant.reads("Wij vonden dit")
    participant.tick(re.compile(rf"{last_name}.*Lijst {number},.*plek {on_list}\b"))
    participant.tick("Ja, bewaar versleuteld dat deze plek van mij is")
    participant.press("Dit ben ik")
    participant.reads("Gevonden. Deze plek is van jou.", "Je bent gekozen", "Alleen jij ziet dit.")
    for doubt in ("Dit ben ik toch niet", "Haal dit weg"):
        participant.follow(doubt, within="main")
        participant.follow("Nee, terug", within="main")
    participant.go("/mijn/")
    participant.reads("Je bent gekozen")


def say_what_may_be_known(participant: Walk) -> None:
    participant.go("/mijn/")
    participant.follow("Vertel iets over jezelf, als je wilt")
    participant.tick("vrouw")
    participant.fill("Geboortejaar", "1998")
    participant.press("Bewaar", within="main")
    participant.go("/mijn/verhaal/")
    participant.reads("Schrijf je verhaal")
    participant.go("/mijn/gegevens/wissen/")
    participant.reads("Wil je je account en al je gegevens wissen?")
    participant.follow("Toch niet", within="main")
