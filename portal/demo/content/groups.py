"""The group of the demo's participant: when it met and meets, who was there, what there is to read, and two names."""

import datetime as dt

from portal.demo.people import person
from programmes.models import Edition, GroupMeeting, Participation
from programmes.taking_part import actions, meetings
from programmes.taking_part.choices import ContactKind, Presence
from programmes.taking_part.desk.grids import phases_of

# title, in English, days from now, town
MEETINGS = [
    ("Kennismaken", "Getting to know each other", -28, "Deventer"),
    ("Hoe werkt de gemeenteraad?", "How does the council work?", -14, "Deventer"),
    ("Spreken in de raadszaal", "Speaking in the council chamber", 6, "Deventer"),
    ("Een kandidatenlijst maken", "Making a candidate list", 27, ""),
]
MATERIALS = [
    ("Een avond bij de raad: waar je op let", "Lees dit voor je naar een vergadering gaat.", "/kennis/"),
    ("Wanneer zijn de verkiezingen?", "Met de dagen die je moet weten.", "/verkiezingen/"),
]
MOST_PEOPLE = 12


def lay_groups(now: dt.datetime) -> None:
    own = Participation.objects.of(person("participant")).under_way().order_by("pk").select_related("edition").first()
    if own is None:
        return
    edition, organiser = own.edition, person("organiser")
    people = list(Participation.objects.at_the_desk_of(organiser).under_way().filter(edition=edition)[:MOST_PEOPLE])
    for number, meeting in enumerate(_meetings(edition, now)):
        if meeting.ends_at < now:
            said = {one.key: ("", _presence(number + place)) for place, one in enumerate(people)}
            meetings.note_attendance(meeting, said, by=organiser, at=meeting.ends_at)
    for title, text, link in MATERIALS:
        actions.add_material(edition, by=organiser, title=title, text=text, link=link, at=now - dt.timedelta(days=30))
    if phase := next(iter(phases_of(edition)), None):
        ticks = {one.key: (False, True) for one in people[:6]}
        actions.tick_phase(edition, phase, ticks, by=organiser, at=now - dt.timedelta(days=13))
    _contact(own, now)
    for one, name in zip([own, *(one for one in people if one.pk != own.pk)][:2], ("Sam", "Bo"), strict=False):
        if edition.shows_names:
            actions.show_name(one, name, by=one.user, at=now - dt.timedelta(days=20))


def _meetings(edition: Edition, now: dt.datetime) -> list[GroupMeeting]:
    organiser = person("organiser")
    evening = now.replace(hour=18, minute=30, second=0, microsecond=0)
    return [
        meetings.plan_meeting(
            edition,
            by=organiser,
            at=now - dt.timedelta(days=40),
            title=title,
            title_en=title_en,
            starts_at=evening + dt.timedelta(days=days),
            ends_at=evening + dt.timedelta(days=days, hours=2),
            town=town,
            online=not town,
            address="Buurthuis De Linde, Dorpsstraat 1" if town else "https://example.org/groep",
        )
        for title, title_en, days, town in MEETINGS
    ]


def _presence(number: int) -> Presence:
    """Most were there."""
    return {3: Presence.EXCUSED, 7: Presence.ABSENT}.get(number, Presence.PRESENT)


def _contact(own: Participation, now: dt.datetime) -> None:
    actions.write_note(
        own,
        by=person("organiser"),
        at=now - dt.timedelta(days=10),
        on=(now - dt.timedelta(days=10)).date(),
        kind=ContactKind.PHONE,
        words="Wil graag een keer meelopen met een raadslid. Dinsdag kan het best.",
        next_step="Een raadslid vragen dat op dinsdag tijd heeft.",
        next_on=(now + dt.timedelta(days=2)).date(),
    )
