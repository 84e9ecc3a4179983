"""Steps of two who are a pair: what they agree, when they speak, and how each reaches the other."""

import re
from urllib.parse import urlsplit
from uuid import UUID

from tests.journeys.at_work import PortalAtWork, until
from tests.journeys.together import in_days, open_room
from tests.journeys.walking import Walk

BY_PHONE = "op afstand, met beeld of telefoon"
SPOKEN = "Ja, gesproken"
HELD = """SELECT count(*) FROM mentoring_meeting meeting JOIN mentoring_match match ON match.id = meeting.match_id
    WHERE meeting.state = 'held' AND match.key = ?"""


def behind_mail(portal: PortalAtWork, to: str, subject: str, address: str) -> str:
    """The path of this kind in the newest mail with this subject."""
    body = portal.mail(to, subject).get_body(preferencelist=("plain",))
    text = body.get_content() if body else ""
    found = re.search(rf"https?://\S*{address}\S*", text)
    assert found, text
    return urlsplit(found[0]).path


# What they agree ----------------------------------------------------------------------------------------


def lay_plan(person: Walk, stays: str) -> None:
    """In the room."""
    person.follow("Maak samen een plan", within="main")
    person.tick("om de week")
    person.tick(BY_PHONE)
    person.fill("Wat blijft tussen jullie?", stays)
    person.press("Leg dit plan voor")
    person.reads(re.compile("Je nieuwe plan wacht op"))


def agree_to_plan(person: Walk, stays: str) -> None:
    person.reads(stays)
    person.press("Ja, dit is ons plan")
    person.reads("Jullie zijn het eens. Dit is jullie plan.", "Ons plan", stays)


def set_goal(person: Walk, words: str) -> None:
    """And ready with it, for who tries the buttons."""
    person.follow("Kies een klein doel", within="main")
    person.fill("Een klein doel", words)
    person.press("Zet dit doel erbij")
    person.reads(words, "Nog te doen.")
    person.press(re.compile("^Gelukt"))
    person.reads("Gelukt. Mooi!")
    person.follow("Terug naar jullie plek", within="main")


# When they speak ----------------------------------------------------------------------------------------


def offer_times(person: Walk, *moments: tuple[int, str]) -> None:
    """Each so many days from today, at an hour; all that the other one sees to choose from."""
    person.follow("Stel een tijd voor", within="main")
    (day, at), *more = moments
    person.fill("Welke dag?", in_days(day))
    person.fill("Hoe laat?", at)
    if more:
        person.open("Stel meer tijden tegelijk voor")
    for number, (day, at) in enumerate(more, 2):
        person.fill(f"Tijd {number}: dag", in_days(day))
        person.fill(f"Tijd {number}: hoe laat", at)
    person.tick(BY_PHONE)
    person.press("Stel dit voor")
    person.reads(re.compile("Je wacht op"))


def move_meeting(person: Walk, day: int, at: str) -> None:
    person.follow(re.compile("Verzetten"), within="main")
    person.fill("Welke dag?", in_days(day))
    person.fill("Hoe laat?", at)
    person.press("Verzet de afspraak")
    person.reads(re.compile("Verzet: eerst was het"))


def say_spoken(person: Walk, other: str, portal: PortalAtWork, day: int) -> None:
    """So many days from today, in the room: one press."""
    portal.move_clock(days=day)
    open_room(person, other)
    person.press(SPOKEN)
    person.reads("Geweest")


def held(portal: PortalAtWork, room: str) -> int:
    """How many of their meetings took place, of the pair with this place."""
    return portal.rows(HELD, UUID(room.split("/")[3]).hex)[0][0]


# How they reach each other ------------------------------------------------------------------------------


def write(person: Walk, words: str) -> None:
    person.fill("Schrijf een bericht", words)
    person.press("Verstuur", within="main")
    person.reads(words)


def read_message(person: Walk, other: str, words: str) -> None:
    """It waits in the room until it is opened; the mail did not say a word of it."""
    open_room(person, other)
    person.press("Lees het bericht")
    person.reads(words)


def share_number(person: Walk, number: str) -> None:
    """In the room: what nobody shares yet stands folded."""
    if not person.page.get_by_role("link", name="Kies wat je deelt").is_visible():
        person.open("Elkaar bereiken")
    person.follow("Kies wat je deelt", within="main")
    person.fill("Telefoonnummer", number)
    person.press("Deel dit")


# How it goes on -----------------------------------------------------------------------------------------


def answer_from_mail(stranger: Walk, path: str) -> None:
    """Without signing in; the page tells nobody whom it is about."""
    stranger.go(path)
    stranger.reads("Hebben jullie elkaar gesproken?", "Eén druk is genoeg. Je hoeft niet in te loggen.")
    stranger.press(SPOKEN)
    stranger.reads("Dank je wel")
    stranger.go(path, status=404)
    stranger.reads("Deze vraag is al voorbij")


def mails_with(portal: PortalAtWork, to: str, subject: str) -> int:
    return sum(subject in str(mail["Subject"]) for mail in portal.mails(to))


def wait_for_mail(portal: PortalAtWork, to: str, subject: str, more_than: int) -> None:
    until(f"a new mail '{subject}' to {to}", lambda: mails_with(portal, to, subject) > more_than, 120)
