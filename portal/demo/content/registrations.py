"""A few invented people who come to an evening, through the actions: one evening is full, and somebody waits."""

import datetime as dt

from people.models import User
from portal.demo.content.accounts import account
from portal.demo.people import person
from programmes.agenda.actions import register
from programmes.models import Event

# name, address, days ago
FULL = [
    ("Amber A.", "amber@example.org", 12),
    ("Dunya D.", "dunya@example.org", 10),
    ("Elif E.", "elif@example.org", 9),
]
LATE = ("Fenna F.", "fenna@example.org", 2)
ALSO = [("Bo B.", "bo@example.org", 8), ("Cato C.", "cato@example.org", 3)]
EVENING = "Loop een avond mee met een raadslid"
PRACTICE = "Oefenen met spreken in de raadszaal"


def lay_registrations(now: dt.datetime) -> None:
    evening = Event.objects.get(title=EVENING, is_example=True)
    for name, email, days in FULL:
        _comes(evening, account(name, email), name, now - dt.timedelta(days=days))
    participant = person("participant")
    _comes(evening, participant, participant.name, now - dt.timedelta(days=7))
    name, email, days = LATE
    _comes(evening, account(name, email), name, now - dt.timedelta(days=days))
    practice = Event.objects.get(title=PRACTICE, is_example=True)
    for name, email, days in ALSO:
        _comes(practice, account(name, email), name, now - dt.timedelta(days=days))


def _comes(event: Event, user: User, name: str, at: dt.datetime) -> None:
    register(event, by=user, name=name, at=at)
