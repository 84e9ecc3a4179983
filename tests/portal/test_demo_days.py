"""Whatever day the demo is made, its dates are true to that day."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.utils import timezone

from lifecycle.models import JournalLine
from portal.demo.content.events import lay_events
from portal.demo.content.organisations import lay_organisations
from portal.demo.content.programmes import lay_programmes
from portal.demo.content.terms import Term
from programmes.models import Edition, Event
from programmes.states import EditionState
from tests.laid import laid

__all__ = ["laid"]
pytestmark = pytest.mark.django_db
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


@pytest.mark.parametrize(
    "now",
    [
        dt.datetime(2026, 11, 29, 12, tzinfo=AMSTERDAM),
        dt.datetime(2028, 2, 29, 8, tzinfo=AMSTERDAM),
        dt.datetime(2030, 12, 31, 23, 59, tzinfo=AMSTERDAM),
        dt.datetime(2031, 1, 1, 0, 0, 1, tzinfo=AMSTERDAM),
        dt.datetime(2031, 5, 3, 12, tzinfo=AMSTERDAM),
    ],
    ids=str,
)
def test_days_follow_the_day_on_which_it_is_made(laid: None, now: dt.datetime) -> None:
    with time_machine.travel(now, tick=False):
        term, organisations = Term(timezone.now()), lay_organisations()
        lay_events(lay_programmes(organisations, term), organisations, term)
        edition = Edition.objects.filter(programme__slug="mentornetwerk").open().get()
        assert edition.is_open()
        starts = term.day(term.working_day(70))
        assert edition.name == f"{'voorjaar' if starts.month < 8 else 'najaar'} {starts.year}"
        assert edition.starts_on == starts
        assert all(event.starts_at > timezone.now() for event in Event.objects.all())
        for edition in Edition.objects.all():
            _holds_together(edition)


def _holds_together(edition: Edition) -> None:
    """Its state is that which its dates tell."""
    today = timezone.localdate()
    assert edition.opens_at and edition.closes_at and edition.starts_on and edition.ends_on and edition.answer_by
    assert timezone.localdate(edition.closes_at) < edition.answer_by < edition.starts_on
    told = {
        EditionState.OPEN: edition.closes_at > timezone.now(),
        EditionState.CLOSED: edition.closes_at < timezone.now() and edition.starts_on > today,
        EditionState.RUNNING: edition.starts_on < today < edition.ends_on,
        EditionState.FINISHED: edition.ends_on < today,
    }
    assert told[EditionState(edition.state)], edition
    moves = JournalLine.objects.filter(thing_key=str(edition.key)).order_by("pk")
    assert list(moves.order_by("at", "pk")) == list(moves)
    assert all(line.at <= timezone.now() for line in moves)
