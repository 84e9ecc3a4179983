"""What somebody who takes part reads of her group: when it meets, what there is to read, and who shows a name."""

from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from people.languages import said
from people.models import User
from programmes.models import GroupMeeting, GroupMember, Participation
from programmes.safety.blocking import with_a_block
from programmes.safety.hiding import hidden
from programmes.safety.threat import is_threatened
from programmes.taking_part import policies

MOST = 100
Row = dict[str, Any]


def coming(user: User, participation: Participation) -> list[Row]:
    """The first one first. Never how many come."""
    found = participation.edition.group_meetings.upcoming()[:MOST]
    return [_meeting(user, participation, meeting) for meeting in found]


def _meeting(user: User, participation: Participation, meeting: GroupMeeting) -> Row:
    address = meeting.address.strip() if policies.can_see_address(user, participation, meeting) else ""
    is_link = address.startswith("https://") and len(address.split()) == 1
    calendar = reverse("programmes:group_appointment", kwargs={"key": participation.key, "meeting": meeting.key})
    return {
        "meeting": meeting,
        "date": timezone.localdate(meeting.starts_at),
        "title": said(meeting, "title"),
        "text": _when_and_where(meeting),
        "address": address,
        "link": address if is_link else "",
        "address_closed": bool(meeting.address) and is_threatened(participation.edition.programme),
        "address_later": bool(meeting.address) and not meeting.is_cancelled and not meeting.shows_address(),
        "calendar": calendar,
    }


def _when_and_where(meeting: GroupMeeting) -> str:
    if meeting.is_cancelled:
        return _("Dit gaat niet door.")
    starts, ends = timezone.localtime(meeting.starts_at), timezone.localtime(meeting.ends_at)
    day, until = date_format(starts, "l"), date_format(ends, "H.i" if starts.date() == ends.date() else "l j F, H.i")
    place = _("Online") if meeting.online else meeting.town
    times = {"day": day.capitalize(), "starts": date_format(starts, "H.i"), "until": until, "place": place}
    return _("%(day)s, %(starts)s tot %(until)s. %(place)s.") % times


def did(participation: Participation) -> list[Row]:
    """What was written down: of meetings and of steps, the last one first."""
    attended = participation.attendances.select_related("meeting")[:MOST]
    steps = participation.phases_done.select_related("phase")[:MOST]
    rows = [
        {
            "date": timezone.localdate(row.meeting.starts_at),
            "title": said(row.meeting, "title"),
            "text": capfirst(row.get_presence_display()),
        }
        for row in attended
    ] + [{"date": row.done_on, "title": capfirst(said(row.phase, "title")), "text": _("Stap gedaan")} for row in steps]
    return sorted(rows, key=lambda row: row["date"], reverse=True)


def names(user: User, participation: Participation) -> list[GroupMember]:
    """Of the others who show theirs, by the alphabet: not of when somebody came. Nobody who hides or is blocked."""
    if not policies.can_see_names(user, participation):
        return []
    others = GroupMember.objects.of_edition(participation.edition).exclude(participation=participation)
    others = others.exclude(participation__user__in=hidden()).exclude(participation__user__in=with_a_block(user))
    return sorted(others.select_related("participation__user")[:MOST], key=lambda one: one.display_name.casefold())
