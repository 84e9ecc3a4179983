from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lifecycle.models import Keyed
from people.models import Membership, Organisation
from people.roles import Visitor, is_administrator
from programmes.models.programme import Programme


class EventQuerySet(models.QuerySet):
    def public(self) -> Self:
        return self.filter(is_public=True)

    def upcoming(self, at: datetime | None = None) -> Self:
        """Not over yet, the first one first."""
        return self.filter(ends_at__gte=at or timezone.now()).order_by("starts_at", "pk")

    def visible_to(self, user: Visitor) -> Self:
        """At the desk: those of the own organisation."""
        if is_administrator(user):
            return self.all()
        if not user.is_authenticated:
            return self.none()
        own = Membership.objects.filter(user=user.pk, role=Membership.Role.ORGANISER).values("organisation")
        return self.filter(organisation__in=own)


class Event(Keyed):
    """A moment in the agenda. Town and access are public; the address only shows after admission, signed in."""

    programme = models.ForeignKey(
        Programme, models.PROTECT, null=True, blank=True, related_name="events", verbose_name=_("programma")
    )
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="events", verbose_name=_("organisatie"))
    title = models.CharField(_("titel"), max_length=120)
    title_en = models.CharField(_("titel, in het Engels"), max_length=120, blank=True)
    text = models.TextField(_("tekst"), max_length=1000, blank=True)
    text_en = models.TextField(_("tekst, in het Engels"), max_length=1000, blank=True)
    starts_at = models.DateTimeField(_("begint"))
    ends_at = models.DateTimeField(_("eindigt"))
    online = models.BooleanField(_("online"), default=False)
    town = models.CharField(_("plaats"), max_length=80, blank=True)
    access = models.CharField(_("toegankelijkheid"), max_length=200, blank=True)
    access_en = models.CharField(_("toegankelijkheid, in het Engels"), max_length=200, blank=True)
    address = models.TextField(
        _("adres"), max_length=300, blank=True, help_text=_("Alleen te zien voor wie is toegelaten en is ingelogd.")
    )
    is_public = models.BooleanField(_("staat in de agenda"), default=True)
    is_example = models.BooleanField(_("voorbeeldinhoud"), default=False)

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = _("bijeenkomst")
        verbose_name_plural = _("bijeenkomsten")
        ordering = ["starts_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gte=F("starts_at")), name="event_ends_after_start"),
            models.CheckConstraint(condition=Q(online=True) | ~Q(town=""), name="event_somewhere"),
        ]
        indexes = [models.Index(fields=["ends_at"], name="events_by_end")]

    def __str__(self) -> str:
        return self.title
