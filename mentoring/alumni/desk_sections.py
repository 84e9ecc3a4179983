"""Barriers that wait on the first page of the desk (settings.DESK_SECTIONS).

Asked together with the mentors who wait there: that page has no room for one question more.
"""

from typing import Any

from django.db.models import Count, Min, QuerySet, Value
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mentoring.alumni.models import Barrier
from mentoring.alumni.states import BarrierState
from mentoring.models import Mentor
from mentoring.states import MentorState
from people.desk_sections import MOST_TASKS, DeskSection, DeskTask, Door
from people.roles import Visitor, is_organiser
from people.sections import once

MENTORS, BARRIERS = 0, 1


def waiting_by_programme(user: Visitor) -> list[dict[str, Any]]:
    """Per programme how many mentors and how many barriers wait, and since when; who waits longest comes first."""
    mentors = Mentor.objects.at_the_desk_of(user).filter(state=MentorState.APPLIED)
    barriers = Barrier.objects.at_the_desk_of(user).waiting().exclude(user=user.pk)
    found = _counted(mentors, MENTORS, "asked_at").union(_counted(barriers, BARRIERS, "told_at"), all=True)
    return sorted(found, key=lambda row: (row["oldest"], row["programme"]))


def _counted(rows: "QuerySet[Any]", kind: int, since: str) -> "QuerySet[Any, dict[str, Any]]":
    named = rows.order_by().annotate(kind=Value(kind)).values("kind", "programme", "programme__name")
    return named.annotate(number=Count("pk"), oldest=Min(since))


def barriers_to_read(request: HttpRequest) -> DeskSection | None:
    if not is_organiser(request.user):
        return None
    waiting = [row for row in once(request, waiting_by_programme) if row["kind"] == BARRIERS]
    index = f"{reverse('desk_barriers:index')}?state={BarrierState.TOLD}"
    tasks = tuple(
        DeskTask(
            title=row["programme__name"],
            url=index,
            text=_("De eerste wacht sinds %(day)s.") % {"day": date_format(timezone.localdate(row["oldest"]), "j F Y")},
            amount=ngettext("%(count)s drempel", "%(count)s drempels", row["number"]) % {"count": row["number"]},
        )
        for row in waiting[: MOST_TASKS + 1]
    )
    door = Door(_("Bekijk de drempels"), reverse("desk_barriers:index"))
    return DeskSection(_("Drempels om te lezen en te plaatsen"), tasks, more=door)
