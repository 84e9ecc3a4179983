"""The sweep that tells who waits for it that a programme has opened (settings.SWEEPS)."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.db.models import Max
from django.utils import timezone

from lifecycle.models import JournalLine
from programmes.availability import Availability
from programmes.choices import Audience
from programmes.interests.actions import tell_interest
from programmes.models import Edition, Interest, ProgrammePage

AT_ONCE = 200
"""In one look, so that a worker that is asked to stop need not finish thousands."""


def tell_who_waits(at: datetime | None = None) -> int:
    """How many were told. Safe beside other workers: an interest is told once, under its own lock."""
    at = at or timezone.now()
    if not Interest.objects.confirmed().exists():
        return 0
    editions = _with_room(at)
    told = 0
    for interest, edition in _waiting(editions):
        if told >= AT_ONCE:
            break
        told += tell_interest(interest, edition)
    return told


def _with_room(at: datetime) -> list[Edition]:
    """Public editions that one can apply to now, the first to close in front."""
    public = ProgrammePage.objects.live().values("programme")
    found = Edition.objects.open(at).filter(programme__in=public).with_places_taken().select_related("programme")
    roomy = [one for one in found if one.availability(at) in (Availability.PLACE, Availability.ALMOST)]
    return sorted(roomy, key=lambda one: (one.closes_at is None, one.closes_at or at, one.pk))


def _waiting(editions: list[Edition]) -> Iterator[tuple[Interest, Edition]]:
    first: dict[int, Edition] = {}
    for edition in editions:
        first.setdefault(edition.programme_id, edition)
    confirmed = Interest.objects.confirmed().order_by("confirmed_at", "pk")
    for interest in confirmed.filter(programme__in=list(first))[:AT_ONCE]:
        if interest.programme_id is not None:
            yield interest, first[interest.programme_id]
    for edition, opened in _opened(editions):
        general = confirmed.in_general().reached_by(edition.programme).filter(confirmed_at__lt=opened)
        for interest in general[:AT_ONCE]:
            yield interest, edition


def _opened(editions: Iterable[Edition]) -> Iterator[tuple[Edition, datetime]]:
    """When each opened: the press of the button, or the day that was set. What was open before is no news."""
    by_key = {str(one.key): one for one in editions if one.programme.for_whom != Audience.PARTIES}
    lines = JournalLine.objects.filter(verb="open", thing_kind=Edition._meta.label, thing_key__in=list(by_key))
    for line in lines.values("thing_key").annotate(pressed=Max("at")).order_by("thing_key"):
        edition = by_key[line["thing_key"]]
        yield edition, max(line["pressed"], edition.opens_at or line["pressed"])
