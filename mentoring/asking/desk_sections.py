"""What waits for an organiser in what participants chose, what was asked first, and what lapses: one query."""

from datetime import timedelta
from typing import Any

from django.db.models import Count, Min, Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mentoring.asking.terms import STOPPED_WITHIN
from mentoring.models import Match
from mentoring.states import GOING_ON, UNANSWERED
from people.desk_sections import MOST_TASKS, DeskSection, DeskTask, Door
from people.roles import Visitor, is_organiser
from people.sections import once

SOON = timedelta(days=3)


def waiting_by_edition(user: Visitor) -> list[dict[str, Any]]:
    """Per edition: how many proposals lapse soon, mentors were chosen, and questions stand open; and the first of each.

    Of an edition in which nothing waits there is no row.
    """
    now = timezone.now()
    lapses = Q(state__in=UNANSWERED, answer_until__lte=now + SOON)
    chosen = Q(state__in=GOING_ON, asked_at__gt=now - STOPPED_WITHIN)
    asked = Q(state__in=UNANSWERED, enquiries__isnull=False, enquiries__answered_at=None)
    edition = ("participation__edition", "participation__edition__name", "participation__edition__programme__name")
    found = Match.objects.at_the_desk_of(user).filter(lapses | chosen | asked).values(*edition)
    counted = found.annotate(
        lapsing=Count("pk", distinct=True, filter=lapses),
        first_lapses=Min("answer_until", filter=lapses),
        chosen=Count("pk", distinct=True, filter=chosen),
        first_chosen=Min("asked_at", filter=chosen),
        asked=Count("enquiries", distinct=True, filter=asked),
        first_asked=Min("enquiries__asked_at", filter=asked),
    )
    return list(counted.order_by("participation__edition"))


def requests(request: HttpRequest) -> DeskSection | None:
    """Mentors that participants chose, while that can be stopped; and questions that wait for an answer."""
    if not is_organiser(request.user):
        return None
    index = reverse("desk_requests:index")
    rows = once(request, waiting_by_edition)
    asked = [
        DeskTask(
            title=edition_of(row),
            url=index,
            text=_("De eerste vraag wacht sinds %(day)s.") % {"day": _day(row["first_asked"])},
            amount=ngettext("%(count)s vraag vooraf", "%(count)s vragen vooraf", row["asked"])
            % {"count": row["asked"]},
            is_late=row["first_asked"] < timezone.now() - SOON,
        )
        for row in sorted(rows, key=lambda row: row["first_asked"] or timezone.now())
        if row["asked"]
    ]
    chosen = [
        DeskTask(
            title=edition_of(row),
            url=index,
            text=_("Klopt er iets niet? Stop de eerste voor %(day)s.")
            % {"day": _day(row["first_chosen"] + STOPPED_WITHIN)},
            amount=ngettext("%(count)s keuze", "%(count)s keuzes", row["chosen"]) % {"count": row["chosen"]},
        )
        for row in sorted(rows, key=lambda row: row["first_chosen"] or timezone.now())
        if row["chosen"]
    ]
    more = Door(_("Bekijk keuzes en vragen vooraf"), index)
    return DeskSection(_("Keuzes en vragen vooraf"), (*asked, *chosen)[: MOST_TASKS + 1], more=more)


def edition_of(row: dict[str, Any]) -> str:
    return f"{row['participation__edition__programme__name']}, {row['participation__edition__name']}"


def _day(moment: Any) -> str:
    return date_format(timezone.localdate(moment), "j F Y")
