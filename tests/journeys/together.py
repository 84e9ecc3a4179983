"""Steps of two people who are brought together: a profile each, a proposal, a yes each, and a place for the two."""

import re
from datetime import datetime, timedelta

from tests.journeys.applying import make_account
from tests.journeys.at_work import PortalAtWork
from tests.journeys.walking import Walk
from tests.kept import AMSTERDAM

PROPOSAL = re.compile("/mijn/voorstel/[0-9a-f-]+/")
ROOM = re.compile("/mijn/koppel/[0-9a-f-]+/")
YES = "Ja, ik wil kennismaken"


def in_days(days: int) -> str:
    """As a form takes it: 2026-11-01."""
    return (datetime.now(AMSTERDAM) + timedelta(days=days)).date().isoformat()


def fill_profile(person: Walk, called: str, *, mentor: bool = False) -> None:
    """Three steps from /mijn/: what about, how and when, and the name that the other reads before both say yes."""
    person.go("/mijn/")
    person.follow("Vul in", within="main")
    person.reads(re.compile("Stap 1 van 3"))
    for words in ("wonen", "klimaat en energie", "spreken en debatteren"):
        person.tick(words)
    if mentor:
        person.tick("gemeenteraad")
    else:
        person.page.get_by_label("Waar wil je naartoe?").select_option("gemeenteraad")
    person.press("Verder naar stap 2")
    person.page.get_by_label(re.compile("provincie")).select_option("Utrecht")
    for words in ("Nederlands", "op afstand, met beeld of telefoon"):
        person.tick(re.compile(rf"^\s*{words}", re.IGNORECASE))
    tuesday = person.page.get_by_role("group", name=re.compile("^dinsdag$", re.IGNORECASE))
    tuesday.locator("label").filter(has_text=re.compile("avond", re.IGNORECASE)).click()
    person.press("Verder naar stap 3")
    person.fill(re.compile("Hoe noemen wij je"), called)
    if mentor:
        person.fill(re.compile("Hoeveel mensen help je"), "1")
    person.press("Opslaan en naar het overzicht")
    person.reads("Zo zien anderen jou", called)


def become_mentor(person: Walk, portal: PortalAtWork, name: str, email: str, called: str) -> None:
    """From the public page to a request that waits for an organiser, with a profile."""
    person.go("/mentor-worden/")
    person.follow("Meld je aan als mentor", within="main")
    person.stands_at("/account/login/")
    person.follow(re.compile("account", re.IGNORECASE), within="main")
    person.stands_at("/account/signup/")
    make_account(person, portal, email)
    person.stands_at("/mijn/mentor/")
    person.follow("Meld je aan als mentor", within="main")
    person.fill("Hoe heet je?", name)
    person.tick("Mentornetwerk")
    person.tick("Ja, ik teken deze gedragscode")
    person.press("Meld mij aan als mentor")
    fill_profile(person, called, mentor=True)


def read_proposal(person: Walk, *reasons: str | re.Pattern) -> None:
    """From /mijn/; what it says of both sides."""
    person.go("/mijn/")
    person.follow("Bekijk het voorstel", within="main")
    person.stands_at(PROPOSAL)
    person.reads("Waarom voor jou", "Wat kies je?", "Hoe kwam dit voorstel er?", *reasons)


def say_yes(person: Walk) -> None:
    person.press(YES)


def open_room(person: Walk, other: str) -> None:
    person.go("/mijn/")
    person.follow(other, within="main")
    person.stands_at(ROOM)
    person.reads(f"Jij en {other}")


def propose_time(person: Walk, day: str, at: str = "19:30") -> None:
    """In the room; `day` as 2026-11-01."""
    person.follow("Stel een tijd voor", within="main")
    person.fill("Welke dag?", day)
    person.fill("Hoe laat?", at)
    person.tick("op afstand, met beeld of telefoon")
    person.press("Stel dit voor")
    person.stands_at(ROOM)


def agree_to_time(person: Walk, other: str) -> None:
    person.go("/mijn/")
    person.follow("Bekijk de tijd", within="main")
    person.reads(f"Jij en {other}", re.compile(f"{other} vraagt of je dan kunt"))
    person.press("Ja, ik kan dan")
    person.reads(re.compile("Jullie zijn het eens"))
