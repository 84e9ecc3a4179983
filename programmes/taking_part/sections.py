"""On /mijn/: the next meeting of each group, as a step with its day."""

from datetime import timedelta

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from people.sections import Section, Step, once
from programmes.models import GroupMeeting
from programmes.own import taken_part_in

AHEAD = timedelta(days=14)
MOST_STEPS = 3


def group_meetings(request: HttpRequest) -> Section | None:
    """What comes within two weeks, one per group."""
    now = timezone.now()
    own = {one.edition_id: one.key for one in once(request, taken_part_in) if one.is_under_way}
    if not own:
        return None
    soon = GroupMeeting.objects.going_ahead().upcoming(now).filter(edition__in=own, starts_at__lte=now + AHEAD)
    first: dict[int, GroupMeeting] = {}
    for meeting in soon.only("edition", "starts_at")[:50]:
        first.setdefault(meeting.edition_id, meeting)
    steps = tuple(_step(meeting, own[edition]) for edition, meeting in list(first.items())[:MOST_STEPS])
    return Section(steps=steps) if steps else None


def _step(meeting: GroupMeeting, key: object) -> Step:
    starts = timezone.localtime(meeting.starts_at)
    return Step(
        title=_("Je groep komt bij elkaar op %(day)s") % {"day": date_format(starts, "j F")},
        text=_("Om %(time)s. Kijk waar je moet zijn.") % {"time": date_format(starts, "H.i")},
        url=reverse("programmes:group", kwargs={"key": key}),
        link_label=_("Bekijk je groep"),
        until=starts.date(),
    )
