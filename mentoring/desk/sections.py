"""What waits for an organiser in mentoring (settings.DESK_SECTIONS), a function each: numbers, never a name."""

from collections import Counter
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Exists, F, Min, OuterRef, Q, QuerySet, Subquery, Value
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mentoring.alumni.desk_sections import MENTORS, waiting_by_programme
from mentoring.asking.desk_sections import edition_of, waiting_by_edition
from mentoring.health import Health
from mentoring.models import CheckIn, Match, Round
from mentoring.pace.days import NAMES, days_in, with_days
from mentoring.pace.states import WishState
from mentoring.pool import without_mentor
from mentoring.states import MatchState, MentorState
from people.desk_sections import MOST_TASKS, DeskSection, DeskTask, Door
from people.models import User
from people.roles import is_organiser
from people.sections import once
from programmes.models import Participation
from programmes.states import ParticipationState


def mentors_to_vet(request: HttpRequest) -> DeskSection | None:
    """Per programme how many people want to mentor; who waits longest comes first."""
    if not is_organiser(request.user):
        return None
    index = reverse("desk_mentors:index")
    waiting = [row for row in once(request, waiting_by_programme) if row["kind"] == MENTORS][: MOST_TASKS + 1]
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
    """Per edition a round that is computed and not sent; else how many people look for a mentor.

    One question for both: the first page of the desk has no room for more.
    """
    if not is_organiser(request.user):
        return None
    asked = _ready(request.user).union(_without_mentor(request.user), all=True)
    found = sorted(asked, key=lambda row: (row["kind"], row["since"]))
    laid = {row["edition"] for row in found if row["kind"] == READY}
    rows = [row for row in found if row["kind"] == READY or row["edition"] not in laid]
    doors = (Door(_("Koppel deelnemers en mentoren"), reverse("desk_pairing:index")),)
    more = Door(_("Bekijk alle koppelrondes"), reverse("desk_rounds:index"))
    tasks = tuple(_to_pair(row) for row in rows[: MOST_TASKS + 1])
    return DeskSection(_("Koppelen"), tasks, doors=doors, more=more)


READY, WITHOUT = 0, 1
ROW = ("kind", "thing", "edition", "edition_name", "programme_name", "number", "since")


def _ready(user: User) -> "QuerySet[Round, dict[str, Any]]":
    at_the_desk = Match.objects.at_the_desk_of(user).prepared()
    own = Round.objects.at_the_desk_of(user).ready().order_by()
    return own.annotate(
        kind=Value(READY),
        thing=F("key"),
        edition_name=F("edition__name"),
        programme_name=F("edition__programme__name"),
        number=Count("matches", filter=Q(matches__in=at_the_desk)),
        since=F("computed_at"),
    ).values(*ROW)


def _without_mentor(user: User) -> "QuerySet[Participation, dict[str, Any]]":
    """Where there are mentors, in editions that go on."""
    waiting = without_mentor(by=user).filter(edition__programme__has_mentors=True)
    named = waiting.order_by().annotate(
        kind=Value(WITHOUT),
        thing=F("edition__key"),
        edition_name=F("edition__name"),
        programme_name=F("edition__programme__name"),
    )
    per_edition = named.values("kind", "thing", "edition", "edition_name", "programme_name")
    return per_edition.annotate(number=Count("pk"), since=Min("admitted_at")).values(*ROW)


def _to_pair(row: dict[str, Any]) -> DeskTask:
    title, number = f"{row['programme_name']}, {row['edition_name']}", row["number"]
    if row["kind"] == READY:
        return DeskTask(
            title=title,
            url=reverse("desk_rounds:detail", args=[row["thing"]]),
            text=_("Bekijk de koppels, en verstuur de voorstellen."),
            amount=ngettext("%(count)s koppel", "%(count)s koppels", number) % {"count": number},
        )
    return DeskTask(
        title=title,
        url=reverse("desk_pairing:edition", args=[row["thing"]]),
        text=_("Zij zoeken een mentor. De eerste doet mee sinds %(day)s.") % {"day": _day(row["since"])},
        amount=ngettext("%(count)s deelnemer", "%(count)s deelnemers", number) % {"count": number},
    )


def proposals_lapsing(request: HttpRequest) -> DeskSection | None:
    """Per edition the proposals that lapse within three days: a call may help."""
    if not is_organiser(request.user):
        return None
    index = reverse("desk_pairs:index")
    soon = [row for row in once(request, waiting_by_edition) if row["lapsing"]]
    tasks = [
        DeskTask(
            title=edition_of(row),
            url=f"{index}?{urlencode({'edition': row['participation__edition']})}",
            text=_("Het eerste verloopt op %(day)s.") % {"day": _day(row["first_lapses"] - timedelta(microseconds=1))},
            amount=ngettext("%(count)s voorstel", "%(count)s voorstellen", row["lapsing"]) % {"count": row["lapsing"]},
        )
        for row in sorted(soon, key=lambda row: (row["first_lapses"], row["participation__edition"]))[: MOST_TASKS + 1]
    ]
    more = Door(_("Bekijk alle voorstellen"), index)
    return DeskSection(_("Voorstellen die bijna verlopen"), tuple(tasks), more=more)


def silent_pairs(request: HttpRequest) -> DeskSection | None:
    """Per edition who asked for another mentor, and the pairs of which we have not heard for a long time."""
    if not is_organiser(request.user):
        return None
    rows = _pairs_to_mind(request.user)
    more = Door(_("Bekijk alle koppels"), reverse("desk_pairs:index"))
    tasks = (*_asking_for_help(rows), *_asking_again(rows), *_silent(rows))[: MOST_TASKS + 1]
    return DeskSection(_("Koppels die aandacht vragen"), tasks, more=more)


def _pairs_to_mind(user: User) -> list[dict[str, Any]]:
    """Those that go on with their days, and what somebody asked of those that ended."""
    wish = Q(mentor_wishes__state=WishState.OPEN)
    under_way = Q(participation__state__in=[ParticipationState.ADMITTED, ParticipationState.STARTED])
    helps = CheckIn.objects.waiting_for_help().filter(match=OuterRef("pk"))
    going_on = Q(state=MatchState.ACTIVE) | wish & under_way | Exists(helps)
    pairs = (
        with_days(Match.objects.at_the_desk_of(user).filter(going_on))
        .annotate(
            asks_again=Count("mentor_wishes", filter=wish),
            asked_help_at=Subquery(helps.order_by("answered_at").values("answered_at")[:1]),
        )
        .order_by()
    )
    return list(
        pairs.values(
            "key",
            "participation__edition",
            "participation__edition__key",
            "participation__edition__name",
            "participation__edition__programme__name",
            "state",
            "asks_again",
            "asked_help_at",
            *NAMES,
        )
    )


def _asking_for_help(rows: list[dict[str, Any]]) -> list[DeskTask]:
    """A line for each, until somebody says that she responded: the oldest first."""
    asked = sorted(
        (row for row in rows if row["asked_help_at"]), key=lambda row: (row["asked_help_at"], str(row["key"]))
    )
    return [
        DeskTask(
            title=edition_of(row),
            url=reverse("desk_pairs:detail", args=[row["key"]]),
            text=_("Gevraagd op %(day)s. Lees het, en bel of mail.") % {"day": _day(row["asked_help_at"])},
            amount=_("vraagt om hulp"),
        )
        for row in asked
    ]


def _asking_again(rows: list[dict[str, Any]]) -> list[DeskTask]:
    numbers = Counter((row["participation__edition__key"], edition_of(row)) for row in rows if row["asks_again"])
    return [
        DeskTask(
            title=title,
            url=reverse("desk_pairing:edition", args=[key]),
            text=_("Zij vragen om een andere mentor."),
            amount=ngettext("%(count)s deelnemer", "%(count)s deelnemers", number) % {"count": number},
        )
        for (key, title), number in sorted(numbers.items(), key=lambda item: (-item[1], item[0][1]))
    ]


def _silent(rows: list[dict[str, Any]]) -> list[DeskTask]:
    index, today = reverse("desk_pairs:index"), timezone.localdate()
    going_on = [row for row in rows if row["state"] == MatchState.ACTIVE]
    silent = [row for row in going_on if days_in(row).health(today) == Health.SILENT]
    numbers = Counter((row["participation__edition"], edition_of(row)) for row in silent)
    return [
        DeskTask(
            title=title,
            url=f"{index}?{urlencode({'edition': edition, 'health': Health.SILENT})}",
            text=_("Zij spraken elkaar lang niet. Vraag hoe het gaat."),
            amount=ngettext("%(count)s koppel", "%(count)s koppels", number) % {"count": number},
        )
        for (edition, title), number in sorted(numbers.items(), key=lambda item: (-item[1], item[0]))
    ]


def _day(moment: datetime) -> str:
    return date_format(timezone.localdate(moment), "j F Y")
