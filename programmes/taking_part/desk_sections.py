"""What waits because people take part: a promised step, a meeting of which nobody said who came."""

from datetime import date, timedelta

from django.db.models import Exists, OuterRef
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from people.desk_sections import MOST_TASKS, DeskSection, DeskTask
from people.roles import is_organiser
from programmes.models import Attendance, ContactNote, GroupMeeting, Participation, Programme

SOON = timedelta(days=2)
LOOK_BACK = timedelta(days=21)


def next_steps(request: HttpRequest) -> DeskSection | None:
    """Whose next step is due, without a name: that is on the page behind it."""
    if not is_organiser(request.user):
        return None
    today = timezone.localdate()
    own = ContactNote.objects.at_the_desk_of(request.user).promised_before(today + SOON).exclude(next_on=None)
    found = own.select_related("participation__edition__programme").order_by("next_on", "pk")[: MOST_TASKS + 1]
    tasks = tuple(
        DeskTask(
            title=note.participation.edition.full_name,
            url=reverse("desk_participations:detail", args=[note.participation.key]),
            text=_("Een volgende stap die is afgesproken, uiterlijk op %(day)s") % {"day": _day(note.next_on)},
            is_late=note.next_on is not None and note.next_on < today,
        )
        for note in found
    )
    return DeskSection(_("Volgende stappen met deelnemers"), tasks)


def attendance(request: HttpRequest) -> DeskSection | None:
    """Met, with people in it, and nobody said who was there."""
    if not is_organiser(request.user):
        return None
    now = timezone.now()
    own = Programme.objects.carried_by(request.user)
    people = Participation.objects.under_way().filter(edition=OuterRef("edition"))
    silent = ~Exists(Attendance.objects.filter(meeting=OuterRef("pk")))
    met = GroupMeeting.objects.going_ahead().past(now).filter(ends_at__gte=now - LOOK_BACK, edition__programme__in=own)
    found = met.filter(silent, Exists(people)).select_related("edition__programme")[: MOST_TASKS + 1]
    tasks = tuple(
        DeskTask(
            title=meeting.title,
            url=reverse("desk_attendance", args=[meeting.key]),
            text=f"{meeting.edition.full_name}, {_day(timezone.localdate(meeting.starts_at))}",
        )
        for meeting in found
    )
    return DeskSection(_("Bijeenkomsten zonder aanwezigheid"), tasks)


def _day(day: date | None) -> str:
    return date_format(day, "j F") if day else ""
