"""What an organiser of the demo pairs: the first who have a place in the open edition, and a round that lies ready.

Nobody has heard of the round yet. One of them can be paired with nobody, and of one topic there are too few places.
"""

import datetime as dt
from typing import Any

from mentoring.actions.mentors import admit_mentor, note_check, sign_up_mentor
from mentoring.actions.profiles import save_mentee_profile, save_mentor_profile
from mentoring.actions.rounds import begin_round, compute_round, pin_match
from mentoring.choices import Help, Language, Slot, Topic, Way
from mentoring.models import Match
from portal.demo.content.accounts import account
from portal.demo.content.applications import filled
from portal.demo.people import person
from programmes.actions import applications, decisions
from programmes.choices import Office, Province
from programmes.models import Edition, Programme

TALKS: dict[str, Any] = {
    "languages": [Language.DUTCH],
    "slots": [Slot.TUESDAY_EVENING, Slot.THURSDAY_EVENING, Slot.SATURDAY_MORNING],
    "ways": [Way.ONLINE, Way.LIVE],
}
ARABIC_ON_SUNDAY: dict[str, Any] = {
    "languages": [Language.ARABIC],
    "slots": [Slot.SUNDAY_MORNING],
    "ways": [Way.LIVE],
}
# name, where, what about, help, and how to talk where that differs
SEEK: list[tuple[str, str, list[str], list[str], dict[str, Any]]] = [
    ("Lente", Province.ZEELAND, [Topic.WATER, Topic.NATURE], [Help.SPEAKING, Help.LIST], {}),
    ("Marit", Province.ZEELAND, [Topic.WATER, Topic.FARMING], [Help.COUNCIL], {}),
    ("Nienke", Province.DRENTHE, [Topic.FARMING, Topic.CARE], [Help.BALANCE, Help.SAFE], {}),
    ("Oumaima", Province.UTRECHT, [Topic.HOUSING, Topic.SCHOOL], [Help.SPEAKING, Help.MEDIA], {}),
    ("Petra", Province.UTRECHT, [Topic.TRAFFIC, Topic.CLIMATE], [Help.CAMPAIGN], {}),
    ("Rania", Province.DRENTHE, [Topic.WORK], [Help.NETWORK], ARABIC_ON_SUNDAY),
]
# name, where, what about, help, places
GIVE: list[tuple[str, str, list[str], list[str], int]] = [
    ("Saar", Province.ZEELAND, [Topic.WATER, Topic.NATURE], [Help.SPEAKING, Help.COUNCIL], 1),
    ("Tineke", Province.DRENTHE, [Topic.CARE, Topic.FARMING, Topic.MONEY], [Help.BALANCE, Help.SAFE], 2),
    ("Ummu", Province.UTRECHT, [Topic.HOUSING, Topic.TRAFFIC, Topic.SCHOOL], [Help.SPEAKING, Help.CAMPAIGN], 2),
]
ADMITTED_AGO = 9
DAY, HOUR = dt.timedelta(days=1), dt.timedelta(hours=1)


def lay_pairing(programmes: dict[str, Programme], now: dt.datetime) -> None:
    programme = programmes["mentornetwerk"]
    edition = Edition.objects.filter(programme=programme).open(now).order_by("starts_on", "pk").first()
    if edition is None:
        return
    at = now - ADMITTED_AGO * DAY
    for number, (name, province, topics, help, otherwise) in enumerate(SEEK):
        wants = TALKS | {"province": province, "topics": topics, "help": help, "office": Office.COUNCIL} | otherwise
        _admit(edition, name, wants, at + number * HOUR)
    for name, province, topics, help, places in GIVE:
        gives = TALKS | {"province": province, "topics": topics, "help": help, "capacity": places}
        _admit_mentor(programme, name, gives, at - 12 * DAY)
    _round(edition, now)


def _admit(edition: Edition, name: str, wants: dict[str, Any], at: dt.datetime) -> None:
    """She applied, was offered a place, said yes, and filled in her profile."""
    user, sent_at = account(name, f"{name.lower()}.koppelen@example.org"), at - 4 * DAY
    words = ("Ik wil van iemand horen hoe het echt gaat.", "Dat er iemand luistert in mijn dorp.")
    application = filled(edition, user, name, words, sent_at)
    if edition.is_sensitive:
        applications.agree_to_reveal(application, by=user, at=sent_at)
    applications.submit_application(application, by=user, at=sent_at)
    decisions.offer_place(application, by=person("organiser"), at=at - DAY)
    decisions.accept_offer(application, by=user, at=at)
    save_mentee_profile(wants | {"display_name": name}, by=user, at=at + HOUR)


def _admit_mentor(programme: Programme, name: str, gives: dict[str, Any], at: dt.datetime) -> None:
    user, organiser = account(name, f"{name.lower()}.mentor@example.org"), person("organiser")
    mentor, looked_at = sign_up_mentor(programme, by=user, at=at), (at + 3 * DAY).date()
    save_mentor_profile(gives | {"display_name": name, "offices": [Office.COUNCIL]}, by=user, at=at)
    note_check(mentor, by=organiser, talked_on=looked_at, office_checked_on=looked_at, vog_on=looked_at)
    admit_mentor(mentor, by=organiser, at=at + 5 * DAY)


def _round(edition: Edition, now: dt.datetime) -> None:
    """Computed, with one pair that must stay; not sent."""
    organiser, at = person("organiser"), now - 3 * HOUR
    round = compute_round(begin_round(edition, by=organiser, at=at), by=organiser, at=at)
    first = Match.objects.prepared().filter(round=round).order_by("-score", "pk").first()
    if first:
        pin_match(first, by=organiser)
