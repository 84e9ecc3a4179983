"""What everyone may know of a training: whether there is a day, in three words, the first ones, and a mark of ten."""

from dataclasses import dataclass, field
from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from programmes.availability import Availability
from programmes.bookings import marks
from programmes.models import Rating, Session, SessionOffer

FIRST = 3
"""How many free days a public page shows: enough to see whether one suits."""


@dataclass(frozen=True)
class Facts:
    offer: SessionOffer
    availability: Availability
    first_days: list[Session] = field(default_factory=list)
    told: marks.Told | None = None


def of_offers(at: datetime | None = None) -> list[Facts]:
    """The trainings that can be booked: three questions, however many there are."""
    offers = list(SessionOffer.objects.public().select_related("programme"))
    free: dict[int, list[Session]] = {offer.pk: [] for offer in offers}
    for session in Session.objects.filter(offer__in=offers).free(at):
        free[session.offer_id].append(session)
    given: dict[int, list[int]] = {offer.pk: [] for offer in offers}
    for offer_id, mark in Rating.objects.filter(offer__in=offers).order_by("pk").values_list("offer_id", "mark"):
        given[offer_id].append(mark)
    return [
        Facts(offer, availability(len(free[offer.pk]), offer.most_sessions), free[offer.pk][:FIRST], told)
        for offer in offers
        for told in [marks.told(given[offer.pk])]
    ]


def availability(free: int, most: int) -> Availability:
    if free == 0:
        return Availability.FULL
    return Availability.ALMOST if free <= max(1, most // 5) else Availability.PLACE


def when(session: Session) -> str:
    """ "dinsdag 12 januari 2027, 19.00 tot 22.00 uur": a day and a clock, as one says it."""
    begins, ends = timezone.localtime(session.starts_at), timezone.localtime(session.ends_at)
    return _("%(day)s, %(begins)s tot %(ends)s uur") % {
        "day": date_format(begins, "l j F Y"),
        "begins": date_format(begins, _("H.i")),
        "ends": date_format(ends, _("H.i")),
    }
