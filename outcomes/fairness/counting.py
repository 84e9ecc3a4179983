"""Who stands where in the sheet of a year. Only programmes with mentors, only editions that reveal nothing."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Min, Q, QuerySet
from django.utils import timezone

from mentoring.models import Mentor
from outcomes.choices import FunnelStep
from outcomes.disclosure.catalogue import AGES, AND, TOTAL
from outcomes.disclosure.fairness import (
    LONG,
    MENTORS,
    PASSED_BY,
    PEOPLE,
    PROPOSED,
    UNMATCHED,
    WEEKS,
    are_several,
    turn_of,
)
from outcomes.disclosure.release import Standing
from outcomes.disclosure.steps import MATCHED
from outcomes.models import FunnelFact
from programmes.choices import Reveals
from programmes.models import Edition, Participation

# Proposals go with the participation, half a year after an edition: of one that ended earlier some may be gone.
KEPT = timedelta(days=150)
STARVED = f"{TOTAL}{AND}{LONG}"
AT_A_TIME = 2000


@dataclass(frozen=True)
class Counted:
    """Who stands where, a table each; nobody where one programme would show through."""

    by_gender: list[Standing]
    by_age: list[Standing]
    exposure: list[Standing]
    waiting: list[Standing]


def count(year: int, *, at: datetime) -> Counted:
    """Who began in this year, as it was on the turn of its sheet. Some queries, however many people there are."""
    found, where = _who_began(year)
    ages = _ages(found) if found else {}
    kept_from = timezone.localdate(at) - KEPT
    by_gender = [Standing(pk, one.key, one.gender, one.cell) for pk, one in found.items() if one.gender]
    by_age = [Standing(pk, one.key, ages[pk], one.cell) for pk, one in found.items() if pk in ages]
    return Counted(
        about_several(by_gender, where),
        about_several(by_age, where),
        _exposure(year, kept_from),
        _waiting(year, kept_from),
    )


# Who found a mentor -----------------------------------------------------------------------------------


@dataclass
class _Began:
    key: int
    gender: str
    birth_year: int | None
    cell: str = UNMATCHED


def _facts() -> "QuerySet[FunnelFact]":
    return FunnelFact.objects.filter(programme__has_mentors=True, edition__reveals=Reveals.NOTHING)


def _who_began(year: int) -> tuple[dict[int, _Began], list[tuple[int, int]]]:
    """Each person once: matched when she was in any edition that she began in this year; and (programme, person)."""
    fields = ("person_id", "edition_id", "programme_id", "person__rounding_key", "person__gender", "person__birth_year")
    began = _facts().filter(step=FunnelStep.STARTED, happened_on__year=year).values_list(*fields)
    found: dict[int, _Began] = {}
    places, where = set(), []
    for person, edition, programme, key, gender, birth_year in began.iterator(AT_A_TIME):
        found.setdefault(person, _Began(key, gender, birth_year))
        places.add((person, edition))
        where.append((programme, person))
    if not are_several(where):
        return {}, []
    matched = _facts().filter(step=FunnelStep.MATCHED, happened_on__lte=turn_of(year))
    for place in matched.values_list("person_id", "edition_id").iterator(AT_A_TIME):
        if place in places:
            found[place[0]].cell = MATCHED
    return found, where


def about_several(standings: list[Standing], where: list[tuple[int, int]]) -> list[Standing]:
    """Of the rows that hold people of several programmes: all men of one programme are a figure about that one."""
    programmes: dict[int, list[int]] = defaultdict(list)
    for programme, person in where:
        programmes[person].append(programme)
    rows: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for one in standings:
        rows[one.row] += [(programme, one.person) for programme in programmes[one.person]]
    several = {row for row, places in rows.items() if are_several(places)}
    return [one for one in standings if one.row in several]


def _ages(found: dict[int, _Began]) -> dict[int, str]:
    """The band of who said a year of birth: her age in the year of her first sign-up, that never moves."""
    first = FunnelFact.objects.filter(person__birth_year__isnull=False).order_by()
    bands = {}
    for person, day in first.values_list("person_id").annotate(Min("happened_on")).iterator(AT_A_TIME):
        if person in found and (band := age_band(day.year - (found[person].birth_year or day.year))):
            bands[person] = band
    return bands


def age_band(age: int) -> str:
    """ "" under eighteen: that counts as unknown."""
    edges = zip((18, 26, 36, 51), AGES, strict=True)
    return next((band for least, band in reversed([*edges]) if age >= least), "")


# Mentors, and how long people waited -------------------------------------------------------------------


def _first_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def _kept(kept_from: date, edition: str = "") -> Q:
    """Editions of which no proposal is gone yet, by the path that leads to them."""
    said: dict[str, Any] = {f"{edition}reveals": Reveals.NOTHING, f"{edition}programme__has_mentors": True}
    return Q(**said) & (Q(**{f"{edition}ends_on": None}) | Q(**{f"{edition}ends_on__gte": kept_from}))


def _exposure(year: int, kept_from: date) -> list[Standing]:
    """Mentors with room where an edition began in this year; each once, in whichever programmes she is."""
    turn = _first_of(turn_of(year) + timedelta(days=1))
    editions = Edition.objects.filter(_kept(kept_from), starts_on__year=year)
    mentors = Mentor.objects.admitted().filter(
        admitted_at__lt=turn, programme__in=editions.values("programme"), user__mentor_profile__capacity__gt=0
    )
    theirs = Q(matches__participation__edition__in=editions.values("pk"), matches__proposed_at__lt=turn)
    rows = mentors.order_by().annotate(proposals=Count("matches", filter=theirs))
    found: dict[int, tuple[UUID, bool]] = {}
    where = []
    for user, key, programme, proposals in rows.values_list("user_id", "user__key", "programme_id", "proposals"):
        before = found.get(user, (key, False))[1]
        found[user] = key, before or proposals > 0
        where.append((programme, user))
    if not are_several(where):
        return []
    # A mentor need not stand in the figures: her account's own random number rounds.
    return [
        Standing(user, key.int % 2**64, MENTORS, PROPOSED if seen else PASSED_BY) for user, (key, seen) in found.items()
    ]


def _waiting(year: int, kept_from: date) -> list[Standing]:
    """Who began and asked for a mentor; of several editions the one where she waited longest."""
    found: dict[int, tuple[int, int]] = {}
    where = []
    for person, key, programme, rank in _waits(year, kept_from):
        if person not in found or found[person][1] < rank:
            found[person] = key, rank
        where.append((programme, person))
    if not are_several(where):
        return []
    return [Standing(person, key, PEOPLE, _CELLS[rank]) for person, (key, rank) in found.items()]


# From the shortest wait to the longest; TOTAL: no proposal, and not yet waiting for so long.
_CELLS = (*map(str, WEEKS), TOTAL, STARVED)


def _waits(year: int, kept_from: date) -> Iterator[tuple[int, int, int, int]]:
    turn = _first_of(turn_of(year) + timedelta(days=1))
    began = {"started_at__gte": _first_of(date(year, 1, 1)), "started_at__lt": _first_of(date(year + 1, 1, 1))}
    first = Min("matches__proposed_at", filter=Q(matches__proposed_at__lt=turn))
    asked = Q(user__mentee_profile__isnull=False) | Q(first__isnull=False)
    rows = Participation.objects.filter(_kept(kept_from, "edition__"), **began).order_by().annotate(first=first)
    fields = ("user__funnel_person", "user__funnel_person__rounding_key", "edition__programme_id")
    moments = ("started_at", "first", "left_at", "completed_at")
    known = rows.filter(asked, user__funnel_person__isnull=False)
    for person, key, programme, start, proposed, *ends in known.values_list(*fields, *moments).iterator(AT_A_TIME):
        yield person, key, programme, _rank(start, proposed, min([turn, *filter(None, ends)]))


def _rank(start: datetime, proposed: datetime | None, end: datetime) -> int:
    """Which of _CELLS. A proposal before the start is no wait."""
    waited = (proposed or end) - start
    within = [rank for rank, weeks in enumerate(WEEKS) if waited <= timedelta(weeks=weeks)]
    if not within:
        return _CELLS.index(STARVED)
    return within[0] if proposed else _CELLS.index(TOTAL)
