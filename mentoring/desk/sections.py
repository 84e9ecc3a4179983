"""What waits for an organiser in mentoring (settings.DESK_SECTIONS), a function each: numbers, never a name."""

from collections import Counter
from datetime import date, datetime, timedelta
from urllib.parse import urlencode

from django.db.models import Count, Min, Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mentoring.desk.pairs import with_meetings
from mentoring.health import Health, health_of
from mentoring.models import Match, Mentor, Round
from mentoring.states import MatchState, MentorState
from people.desk_sections import MOST_TASKS, DeskSection, DeskTask, Door
from people.roles import is_organiser

SOON = timedelta(days=3)


def mentors_to_vet(request: HttpRequest) -> DeskSection | None:
    """Per programme how many people want to mentor; who waits longest comes first."""
    if not is_organiser(request.user):
        return None
    index = reverse("desk_mentors:index")
    waiting = (
        Mentor.objects.at_the_desk_of(request.user)
        .filter(state=MentorState.APPLIED)
        .values("programme", "programme__name")
        .annotate(number=Count("pk"), oldest=Min("asked_at"))
        .order_by("oldest", "programme")[: MOST_TASKS + 1]
    )
    tasks = [
        DeskTask(
            title=row["programme__name"],
            url=f"{index}?{urlencode({'programme': row['programme'], 'state': MentorState.APPLIED})}",
            text=_("De eerste wacht sinds %(day)s.") % {"day": _day(row["oldest"])},
            amount=ngettext("%(count)s mentor", "%(count)s mentoren", row["number"]) % {"count": row["number"]},
        )
        for row in waiting
    ]
    door = Door(_("Bekijk de mentoren"), index)
    return DeskSection(_("Mentoren om toe te laten"), tuple(tasks), doors=(door,), more=door)


def rounds_ready(request: HttpRequest) -> DeskSection | None:
    """Computed and not sent: people wait, and nobody has heard of it."""
    if not is_organiser(request.user):
        return None
    at_the_desk = Match.objects.at_the_desk_of(request.user).prepared()
    laid = Count("matches", filter=Q(matches__in=at_the_desk))
    own = Round.objects.at_the_desk_of(request.user).ready().select_related("edition__programme")
    tasks = [
        DeskTask(
            title=round.edition.full_name,
            url=reverse("desk_rounds:detail", args=[round.key]),
            text=_("Bekijk de koppels, en verstuur de voorstellen."),
            amount=ngettext("%(count)s koppel", "%(count)s koppels", round.laid) % {"count": round.laid},
        )
        for round in own.annotate(laid=laid).order_by("computed_at", "pk")[: MOST_TASKS + 1]
    ]
    doors = (Door(_("Koppel deelnemers en mentoren"), reverse("desk_pairing:index")),)
    more = Door(_("Bekijk alle koppelrondes"), reverse("desk_rounds:index"))
    return DeskSection(_("Koppelrondes om te versturen"), tuple(tasks), doors=doors, more=more)


def proposals_lapsing(request: HttpRequest) -> DeskSection | None:
    """Per edition the proposals that lapse within three days: a call may help."""
    if not is_organiser(request.user):
        return None
    index = reverse("desk_pairs:index")
    soon = (
        Match.objects.at_the_desk_of(request.user)
        .unanswered()
        .filter(answer_until__lte=timezone.now() + SOON)
        .values("participation__edition", "participation__edition__name", "participation__edition__programme__name")
        .annotate(number=Count("pk"), first=Min("answer_until"))
        .order_by("first", "participation__edition")[: MOST_TASKS + 1]
    )
    tasks = [
        DeskTask(
            title=_edition(row),
            url=f"{index}?{urlencode({'edition': row['participation__edition']})}",
            text=_("Het eerste verloopt op %(day)s.") % {"day": _day(row["first"] - timedelta(microseconds=1))},
            amount=ngettext("%(count)s voorstel", "%(count)s voorstellen", row["number"]) % {"count": row["number"]},
        )
        for row in soon
    ]
    more = Door(_("Bekijk alle voorstellen"), index)
    return DeskSection(_("Voorstellen die bijna verlopen"), tuple(tasks), more=more)


def silent_pairs(request: HttpRequest) -> DeskSection | None:
    """Per edition the pairs of which we have not heard for a long time."""
    if not is_organiser(request.user):
        return None
    index, today = reverse("desk_pairs:index"), timezone.localdate()
    pairs = (
        with_meetings(Match.objects.at_the_desk_of(request.user).active())
        .order_by()
        .values(
            "participation__edition",
            "participation__edition__name",
            "participation__edition__programme__name",
            "active_at",
            "spoke_at",
            "next_at",
        )
    )
    silent = [row for row in pairs if _health(row, today) == Health.SILENT]
    numbers = Counter((row["participation__edition"], _edition(row)) for row in silent)
    tasks = [
        DeskTask(
            title=title,
            url=f"{index}?{urlencode({'edition': edition, 'state': MatchState.ACTIVE})}",
            text=_("Zij spraken elkaar lang niet. Vraag hoe het gaat."),
            amount=ngettext("%(count)s koppel", "%(count)s koppels", number) % {"count": number},
        )
        for (edition, title), number in sorted(numbers.items(), key=lambda item: (-item[1], item[0]))
    ]
    more = Door(_("Bekijk alle koppels"), index)
    return DeskSection(_("Koppels die stil zijn"), tuple(tasks[: MOST_TASKS + 1]), more=more)


def _health(row: dict, today: date) -> Health:
    since, spoke, coming = (
        timezone.localdate(row[name]) if row[name] else None for name in ("active_at", "spoke_at", "next_at")
    )
    return health_of(since=since or today, spoke=spoke, next_on=coming, on=today)


def _edition(row: dict) -> str:
    return f"{row['participation__edition__programme__name']}, {row['participation__edition__name']}"


def _day(moment: datetime) -> str:
    return date_format(timezone.localdate(moment), "j F Y")
