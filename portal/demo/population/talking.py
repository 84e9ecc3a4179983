"""What the pairs of the mentor of the demo wrote each other, planned, and told of how they are reached."""

import datetime as dt

from django.utils import timezone

from lifecycle.errors import Refused
from mentoring.actions.meetings import About, agree_meeting, offer_meetings
from mentoring.choices import Way
from mentoring.models import Match
from mentoring.talking.actions import open_messages, share_contact, write_message
from portal.demo.content.terms import Term
from portal.demo.people import person

DAY, HOUR = dt.timedelta(days=1), dt.timedelta(hours=1)

# Days ago and hour, whether the mentor writes, and what.
WRITTEN: list[tuple[int, int, bool, str]] = [
    (19, 20, True, "Dag! Leuk dat we elkaar gaan spreken. Waar wil je het eerst over hebben?"),
    (18, 21, False, "Dank je. Ik wil weten hoe een avond in de raad echt gaat. En hoe jij begon."),
    (18, 22, True, "Dat vertel ik graag. Ik kende ook niemand, toen. Kom een keer mee naar een vergadering."),
    (6, 20, False, "Ik heb de agenda van de raad gelezen. Het punt over de fietsbrug snap ik niet helemaal."),
    (5, 21, True, "Goede vraag. Zullen we dat volgende keer samen doornemen? Ik stel een paar tijden voor."),
]
WAITS = "Ik ben gisteren naar de inspraakavond gegaan, en ik heb iets gezegd. Het was spannend!"


def lay_talk(term: Term) -> None:
    own = Match.objects.active().filter(mentor__user=person("mentor")).order_by("active_at", "pk")
    for number, match in enumerate(own):
        _lay(match, term.now, number=number)


def _lay(match: Match, now: dt.datetime, *, number: int) -> None:
    """The first pair has a meeting ahead and a message that waits; the second has times to choose from."""
    mentee, mentor = match.participation.user, match.mentor.user
    for days, hour, by_mentor, words in WRITTEN:
        at = timezone.localtime(now - days * DAY).replace(hour=hour, minute=12)
        if match.active_at is None or at <= match.active_at:
            continue
        writer, reader = (mentor, mentee) if by_mentor else (mentee, mentor)
        write_message(match, by=writer, words=words, at=at)
        open_messages(match, by=reader, at=at + 2 * HOUR)
    evening = timezone.localtime(now).replace(hour=19, minute=30, second=0, microsecond=0)
    if number == 0:
        write_message(match, by=mentee, words=WAITS, at=now - 3 * HOUR)
        share_contact(match, by=mentee, mail_address=mentee.email, phone="", otherwise="", at=now - 5 * DAY)
        share_contact(match, by=mentor, mail_address=mentor.email, phone="", otherwise="", at=now - 4 * DAY)
        _agreed(match, evening + 9 * DAY, at=now - 4 * DAY)
    else:
        about = About(60, Way.LIVE, "de bibliotheek, aan de grote tafel")
        times = [evening + days * DAY for days in (6, 7, 13)]
        offer_meetings(match, by=mentee, times=times, about=about, at=now - 1 * DAY)


def _agreed(match: Match, when: dt.datetime, *, at: dt.datetime) -> None:
    mentor, mentee = match.mentor.user, match.participation.user
    try:
        (meeting,) = offer_meetings(match, by=mentor, times=[when], about=About(60, Way.ONLINE), at=at)
        agree_meeting(meeting, by=mentee, at=at + HOUR)
    except Refused:  # laid before
        return
