from datetime import datetime
from typing import Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from lifecycle.models import Keyed
from people.roles import Visitor
from programmes.models.programme import Programme
from programmes.states import HOLDS_A_SESSION

MOST_SESSIONS = 200


class SessionOfferQuerySet(models.QuerySet["SessionOffer"]):
    def public(self) -> Self:
        return self.filter(is_public=True)

    def visible_to(self, user: Visitor) -> Self:
        """At the desk: those of the own programmes."""
        return self.filter(programme__in=Programme.objects.visible_to(user))


class SessionOffer(Keyed):
    """A training that organisations book rather than people: a number of sessions, one municipality each."""

    programme = models.OneToOneField(
        Programme, models.PROTECT, related_name="session_offer", verbose_name=_("programma")
    )
    title = models.CharField(_("naam van de training"), max_length=120)
    title_en = models.CharField(_("naam, in het Engels"), max_length=120, blank=True)
    text = models.TextField(_("wat het is, en voor wie"), max_length=600)
    text_en = models.TextField(_("wat het is, in het Engels"), max_length=600, blank=True)
    most_sessions = models.PositiveSmallIntegerField(
        _("aantal keren"),
        default=10,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_SESSIONS)],
        help_text=_("Meer dagen kun je niet klaarzetten."),
    )
    most_people = models.PositiveSmallIntegerField(
        _("hoogste aantal mensen per keer"), default=25, validators=[MinValueValidator(1)]
    )
    is_public = models.BooleanField(_("te boeken"), default=True)

    objects = SessionOfferQuerySet.as_manager()

    class Meta:
        verbose_name = _("training")
        verbose_name_plural = _("trainingen")
        ordering = ["title"]
        constraints = [
            models.CheckConstraint(
                condition=Q(most_sessions__gte=1, most_sessions__lte=MOST_SESSIONS), name="offers_so_many_sessions"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class SessionQuerySet(models.QuerySet["Session"]):
    def upcoming(self, at: datetime | None = None) -> Self:
        return self.filter(starts_at__gt=at or timezone.now(), called_off_at=None).order_by("starts_at", "pk")

    def with_taken(self) -> Self:
        """Adds `taken`: whether an organisation holds it."""
        from programmes.models.booking import Booking

        held = Booking.objects.filter(session=OuterRef("pk"), state__in=HOLDS_A_SESSION)
        return self.annotate(taken=Exists(held))

    def free(self, at: datetime | None = None) -> Self:
        return self.with_taken().filter(taken=False).upcoming(at)

    def over(self, at: datetime | None = None) -> Self:
        return self.filter(ends_at__lte=at or timezone.now(), called_off_at=None)

    def visible_to(self, user: Visitor) -> Self:
        return self.filter(offer__in=SessionOffer.objects.visible_to(user))


class Session(Keyed):
    """One day of a training. Whose it is stands in the booking that holds it."""

    offer = models.ForeignKey(SessionOffer, models.PROTECT, related_name="sessions", verbose_name=_("training"))
    starts_at = models.DateTimeField(_("begint"))
    ends_at = models.DateTimeField(_("eindigt"))
    online = models.BooleanField(_("online"), default=False, help_text=_("Anders komt de trainer naar jullie toe."))
    called_off_at = models.DateTimeField(_("gaat niet door sinds"), null=True, blank=True, editable=False)
    was_held = models.BooleanField(_("is gegeven"), default=False, editable=False)

    objects = SessionQuerySet.as_manager()

    class Meta:
        verbose_name = _("dag van een training")
        verbose_name_plural = _("dagen van trainingen")
        ordering = ["starts_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="session_ends_after_start"),
            models.CheckConstraint(
                condition=Q(was_held=False) | Q(called_off_at=None), name="a_session_is_held_or_called_off"
            ),
        ]
        indexes = [models.Index(fields=["ends_at"], name="sessions_by_end")]

    def __str__(self) -> str:
        return date_format(timezone.localtime(self.starts_at), "j F Y, H.i")
