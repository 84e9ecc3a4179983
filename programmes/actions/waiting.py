"""Places of an edition, who is offered one, and who is next on its waiting list.

The edition is locked by who calls: it owns the places. Nothing is kept of an order: it follows from when somebody
applied, from the seed of the lots, or from when an organiser put somebody on the waiting list.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from people import letters
from people.messages import Message
from people.models import User
from programmes import emails
from programmes.actions.turns import lock_edition, note
from programmes.choices import AdmissionMode
from programmes.drawing_lots import order_of
from programmes.models import Application, Becomes, Edition, Imported
from programmes.states import APPLICATION, TAKES_A_PLACE, EditionState

# While people may still come in; with one that is running as well, for who comes later.
TAKES_PEOPLE = frozenset({EditionState.OPEN, EditionState.CLOSED, EditionState.RUNNING})
# While that goes by itself: once it runs, an organiser says whether somebody can still join.
MOVES_UP = frozenset({EditionState.OPEN, EditionState.CLOSED})


def default_deadline(edition: Edition, at: datetime | None = None) -> datetime:
    """The end of the last day to say yes: as the edition says, and before it starts when that is sooner."""
    today = timezone.localdate(at)
    last = today + timedelta(days=edition.offer_days)
    if edition.starts_on and today < edition.starts_on <= last:
        last = edition.starts_on - timedelta(days=1)
    return end_of(last)


def end_of(day: date) -> datetime:
    """The last moment of a day, as we live it."""
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), datetime.min.time())) - timedelta(seconds=1)


def free_places(edition: Edition) -> int:
    """How many are neither taken, offered nor promised by a sheet; of a locked edition it stays true until the end."""
    taken = Application.objects.filter(edition=edition, state__in=TAKES_A_PLACE).count()
    return max(edition.capacity - taken - promised_places(edition), 0)


def promised_places(edition: Edition) -> int:
    """How many a sheet promised to who has not answered yet."""
    return Imported.objects.answerable().filter(edition=edition, becomes=Becomes.PARTICIPANT).count()


def waiting_list(edition: Edition) -> list[Application]:
    """Who waits for a place, the next one first. Who has something to agree to is passed over until then."""
    waiting = list(Application.objects.filter(edition=edition).waiting().agreed().select_related("user"))
    if edition.admission_mode == AdmissionMode.LOT and edition.lot_seed:
        place = {key: number for number, key in enumerate(order_of((one.key for one in waiting), edition.lot_seed))}
        return sorted(waiting, key=lambda one: place[one.key])
    if edition.admission_mode in (AdmissionMode.ORDER, AdmissionMode.LOT):
        return sorted(waiting, key=lambda one: (one.seen_since, one.pk))
    return sorted(waiting, key=lambda one: (one.decided_at or one.seen_since, one.pk))  # as they were put there


def move_up(edition: Edition, at: datetime | None = None) -> Application | None:
    """A place came free: who is next has it offered, until a day. None where nobody waits or none may come in."""
    at = at or timezone.now()
    has_begun = edition.starts_on is not None and edition.starts_on <= timezone.localdate(at)
    if edition.state not in MOVES_UP or has_begun or free_places(edition) < 1:
        return None
    for application in waiting_list(edition)[:1]:
        application.edition = edition
        application.answer_until = default_deadline(edition, at)
        return settle(application, "offer", emails.place_offered, words="", by=None, at=at)
    return None


@contextmanager
def places_going(editions: "QuerySet[Edition]", at: datetime | None = None) -> Iterator[None]:
    """Around what deletes rows that took a place: these editions are locked, and each place that came free moves up.

    A place that an organiser left open before stays hers to offer.
    """
    before = [(edition, _held(edition)) for edition in map(lock_edition, editions.distinct().order_by("pk"))]
    yield
    for edition, held in before:
        for _place in range(held - _held(edition)):
            move_up(edition, at)


def _held(edition: Edition) -> int:
    """Rows that take a place or promise one, those included of which the time is over."""
    taken = Application.objects.filter(edition=edition, state__in=TAKES_A_PLACE).count()
    return taken + Imported.objects.invited().filter(edition=edition, becomes=Becomes.PARTICIPANT).count()


def settle(
    application: Application, verb: str, message: Message, *, words: str, by: User | None, at: datetime | None
) -> Application:
    """What every answer has in common; with the application locked, or its edition where the portal answers."""
    at = at or timezone.now()
    was, application.state = application.state, APPLICATION.target(verb, application.state)
    application.decided_at, application.decision_words = at, words.strip()
    application.save(update_fields=["state", "decided_at", "decision_words", "answer_until"])
    note(application, verb, by, was=was, at=at)
    tell(message, application, at)
    return application


def tell(message: Message, application: Application, at: datetime) -> None:
    name = message.name.partition(".")[2]
    key = f"{name}:{application.key}:{int(at.timestamp() * 1_000_000)}"  # who applies again is told again
    letters.write(message, application.user, key=key, application=application.key)
