"""Publishing, the one act by which figures about people leave the house; and what people say of themselves for it."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from home.page_cache import purge
from lifecycle.errors import Refused
from lifecycle.journal import record
from lifecycle.models import Heartbeat
from outcomes.counting import COUNTINGS, Counting
from outcomes.disclosure.release import Before, Composed, Row, compose
from outcomes.fairness.publishing import publish_sheet
from outcomes.models import CountedCell, FunnelPerson, GoneSince, PublishedCell, Release
from outcomes.published import BAND, rows_of
from people.models import User

AT_A_TIME = 2000
LOCK = "outcomes.publish"


class NotThisDay(Refused):
    """In the future, or before the last release."""


@transaction.atomic
def publish(as_of: date, *, at: datetime | None = None) -> tuple[Release, bool]:
    """The release about this day, and whether it is new: a second time for the same day changes nothing.

    Counts the facts that are there (collecting.collect brings them up to date). NotThisDay when the day is yet
    to come or lies before the last release.
    """
    at = at or timezone.now()
    Heartbeat.beat(LOCK, at)  # held until the end: one publication at a time
    if already := Release.objects.filter(as_of=as_of).first():
        return already, False
    last = Release.objects.first()
    _need_its_turn(as_of, last, timezone.localdate(at))
    composed = [(counting, _compose(counting, as_of, last)) for counting in COUNTINGS]
    release = Release.objects.create(as_of=as_of, published_at=at)
    for counting, outcome in composed:
        _write(release, counting.table.id, outcome)
    publish_sheet(as_of, at=at)
    record(release, "publish", by=None, at=at)
    purge()  # a programme's page tells what it reached
    return release, True


def publish_each(days: Iterable[date], *, at: datetime | None = None) -> int:
    """One release after the other, the earliest first; how many were new."""
    return sum(publish(day, at=at)[1] for day in sorted(days))


def _need_its_turn(as_of: date, last: Release | None, today: date) -> None:
    if as_of > today:
        raise NotThisDay(_("Deze dag moet nog komen."))
    if last and as_of < last.as_of:
        raise NotThisDay(_("Er is al een latere publicatie, over %(day)s.") % {"day": last.as_of.isoformat()})


def _compose(counting: Counting, as_of: date, last: Release | None) -> Composed:
    table = counting.table
    before = _before(table.id, last)
    secret = settings.ROUNDING_SECRET.encode()
    return compose(table, counting.keys(), counting.standings(as_of), before, as_of=as_of, secret=secret)


def _before(table: str, last: Release | None) -> Before:
    if last is None:
        return Before()
    cells: dict[str, dict[int, str]] = defaultdict(dict)
    for row, person, cell in CountedCell.objects.filter(table=table).values_list("row", "person_id", "cell"):
        cells[row][person] = cell
    gone = dict(GoneSince.objects.filter(table=table).values_list("row", "count"))
    rows = {row.key: row for row in rows_of(last, table)}
    return Before(last.as_of, rows or None, cells, gone)


def _write(release: Release, table: str, outcome: Composed) -> None:
    PublishedCell.objects.bulk_create(
        (cell for row in outcome.rows for cell in _cells(release, table, row)), batch_size=AT_A_TIME
    )
    CountedCell.objects.filter(table=table, row__in=outcome.renewed).delete()
    GoneSince.objects.filter(table=table, row__in=outcome.renewed).delete()
    CountedCell.objects.bulk_create(
        (
            CountedCell(table=table, row=row, person_id=person, cell=cell)
            for row, people in outcome.renewed.items()
            for person, cell in people.items()
        ),
        batch_size=AT_A_TIME,
    )


def _cells(release: Release, table: str, row: Row) -> Iterable[PublishedCell]:
    place = {"release": release, "table": table, "row": row.key, "as_of": row.as_of}
    for column, value in row.cells.items():
        yield PublishedCell(column=column, value=value, **place)
    if row.band:
        yield PublishedCell(column=BAND, band=row.band, **place)


# What people say of themselves ------------------------------------------------------------------------


@transaction.atomic
def describe_yourself(user: User, *, gender: str = "", birth_year: int | None = None, province: str = "") -> None:
    """All of it optional; what is left out is not kept. The journal tells that, not what, and not whose facts."""
    _lock(user)
    described = {"gender": gender, "birth_year": birth_year, "province": province}
    FunnelPerson.objects.update_or_create(user=user, defaults=described)
    record(user, "describe_for_figures", by=user)


@transaction.atomic
def take_back_description(user: User) -> None:
    """Nothing stays of it; without steps in the figures not even the key."""
    _lock(user)
    own = FunnelPerson.objects.of(user)
    own.filter(facts=None).delete()
    own.update(gender="", birth_year=None, province="")
    record(user, "take_back_description", by=user)


def _lock(user: User) -> None:
    """Two presses at once are one after the other."""
    User.objects.select_for_update(no_key=True).get(pk=user.pk)
