from datetime import datetime
from typing import Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from elections.models import Body
from lifecycle.models import Keyed
from people.fields import EncryptedTextField
from people.roles import Visitor
from programmes.choices import Booker
from programmes.models.programme import Programme
from programmes.models.session import Session, SessionOffer
from programmes.states import BOOKING_STANDS, HOLDS_A_SESSION, BookingState

LOWEST, HIGHEST = 1, 10
# In one order, or each run would find another migration to make.
_STANDS, _HOLDS = sorted(BOOKING_STANDS), sorted(HOLDS_A_SESSION)


class BookingQuerySet(models.QuerySet["Booking"]):
    def of_address(self, keyed: str) -> Self:
        """By `people.addresses.keyed`: of whoever reads the mail of this address."""
        return self.filter(address_keyed=keyed)

    def standing(self) -> Self:
        """What still counts: a day is held, or waited for."""
        return self.filter(state__in=BOOKING_STANDS)

    def to_confirm(self) -> Self:
        return self.filter(state=BookingState.ASKED)

    def waiting(self) -> Self:
        """Who waited longest comes first."""
        return self.filter(state=BookingState.WAITING).order_by("asked_at", "pk")

    def over(self, at: datetime | None = None) -> Self:
        """The day is past, and nobody said so yet."""
        past = Session.objects.over(at)
        return self.filter(state__in=[BookingState.ASKED, BookingState.CONFIRMED], session__in=past)

    def to_remind(self, before: datetime, at: datetime | None = None) -> Self:
        """Confirmed, the day comes before this moment, and nobody was reminded of it."""
        soon = Q(session__starts_at__gt=at or timezone.now(), session__starts_at__lte=before)
        return self.filter(soon, state=BookingState.CONFIRMED, reminded_at=None)

    def at_the_desk_of(self, user: Visitor) -> Self:
        """Of the own programmes. Not for an administrator: operation needs nobody's address."""
        if not user.is_authenticated:
            return self.none()
        return self.filter(offer__programme__in=Programme.objects.carried_by(user))


class Booking(Keyed):
    """An organisation's day of a training. It has no account: an address that it proved with a mailed code.

    It moves through programmes.bookings.actions alone. The address is encrypted, and goes with the row.
    """

    offer = models.ForeignKey(SessionOffer, models.PROTECT, related_name="bookings", verbose_name=_("training"))
    session = models.ForeignKey(
        Session, models.PROTECT, null=True, blank=True, related_name="bookings", verbose_name=_("dag")
    )
    state = models.CharField(_("stand"), max_length=10, choices=BookingState, editable=False)
    booker = models.CharField(_("wie boekt"), max_length=12, choices=Booker)
    organisation_name = models.CharField(_("naam van de organisatie"), max_length=120)
    municipality = models.ForeignKey(Body, models.PROTECT, related_name="+", verbose_name=_("gemeente"))
    people = models.PositiveSmallIntegerField(_("hoeveel mensen komen er"), validators=[MinValueValidator(1)])
    note = models.CharField(_("wat moeten wij weten"), max_length=280, blank=True)
    address = EncryptedTextField(_("e-mailadres"))
    address_keyed = models.CharField(max_length=64, db_index=True)
    language = models.CharField(_("taal"), max_length=5, default="nl")
    answer = models.CharField(_("reden"), max_length=280, blank=True)
    asked_at = models.DateTimeField(_("gevraagd"), default=timezone.now)
    reminded_at = models.DateTimeField(null=True, blank=True, editable=False)
    settled_at = models.DateTimeField(_("voorbij sinds"), null=True, blank=True, editable=False)
    rating_key = models.UUIDField(null=True, unique=True, editable=False)
    ratings_given = models.PositiveSmallIntegerField(default=0, editable=False)

    objects = BookingQuerySet.as_manager()

    class Meta:
        verbose_name = _("boeking")
        verbose_name_plural = _("boekingen")
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["session"], condition=Q(state__in=_HOLDS), name="one_booking_holds_a_session"
            ),
            models.UniqueConstraint(
                fields=["offer", "municipality"],
                condition=Q(state__in=sorted([*BOOKING_STANDS, BookingState.HELD])),
                name="one_booking_per_municipality",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=_HOLDS) | Q(session__isnull=False), name="who_holds_a_session_has_one"
            ),
            models.CheckConstraint(
                condition=~Q(state=BookingState.WAITING) | Q(session__isnull=True), name="who_waits_has_no_session"
            ),
            models.CheckConstraint(
                condition=Q(state__in=_STANDS, settled_at__isnull=True)
                | (~Q(state__in=_STANDS) & Q(settled_at__isnull=False)),
                name="a_booking_is_settled_once_it_stands_no_more",
            ),
        ]

    def __str__(self) -> str:
        return self.organisation_name

    @property
    def is_waiting(self) -> bool:
        return self.state == BookingState.WAITING

    @property
    def is_confirmed(self) -> bool:
        return self.state == BookingState.CONFIRMED

    @property
    def stands(self) -> bool:
        return self.state in BOOKING_STANDS


class RatingQuerySet(models.QuerySet["Rating"]):
    def visible_to(self, user: Visitor) -> Self:
        return self.filter(offer__in=SessionOffer.objects.visible_to(user))


class Rating(models.Model):
    """A mark for a training, of whom nobody knows: not of which session, not when. Published from ten on."""

    offer = models.ForeignKey(SessionOffer, models.CASCADE, related_name="ratings", verbose_name=_("training"))
    mark = models.PositiveSmallIntegerField(
        _("cijfer"), validators=[MinValueValidator(LOWEST), MaxValueValidator(HIGHEST)]
    )

    objects = RatingQuerySet.as_manager()

    class Meta:
        verbose_name = _("cijfer voor een training")
        verbose_name_plural = _("cijfers voor trainingen")
        constraints = [
            models.CheckConstraint(condition=Q(mark__gte=LOWEST, mark__lte=HIGHEST), name="a_mark_from_one_to_ten"),
        ]

    def __str__(self) -> str:
        return str(self.mark)
