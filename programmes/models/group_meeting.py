from datetime import datetime, timedelta
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lifecycle.models import Keyed
from people.languages import said
from people.roles import Visitor, is_administrator
from programmes.models.edition import Edition
from programmes.models.programme import Programme

# How long before it begins an address is shown, where there is a threat.
ADDRESS_AHEAD = timedelta(hours=48)


class GroupMeetingQuerySet(models.QuerySet["GroupMeeting"]):
    def going_ahead(self) -> Self:
        """Not called off."""
        return self.filter(cancelled_at=None)

    def upcoming(self, at: datetime | None = None) -> Self:
        """Not over yet, the first one first."""
        return self.filter(ends_at__gte=at or timezone.now()).order_by("starts_at", "pk")

    def past(self, at: datetime | None = None) -> Self:
        """Over, the last one first."""
        return self.filter(ends_at__lt=at or timezone.now()).order_by("-starts_at", "-pk")

    def begun(self, at: datetime | None = None) -> Self:
        return self.filter(starts_at__lte=at or timezone.now())

    def visible_to(self, user: Visitor) -> Self:
        """At the desk: of the programmes that the own organisation carries."""
        if is_administrator(user):
            return self.all()
        return self.filter(edition__programme__in=Programme.objects.visible_to(user))


class GroupMeeting(Keyed):
    """One time that the people of an edition come together: theirs alone, in no agenda.

    Changed, called off and attended through programmes.taking_part.actions alone. What higher rooms arrange for it
    (a place, an interpreter) hangs on its key.
    """

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="group_meetings", verbose_name=_("editie"))
    title = models.CharField(
        _("titel"), max_length=80, help_text=_("Bijvoorbeeld: kennismaken, of spreken in de raad.")
    )
    title_en = models.CharField(_("titel, in het Engels"), max_length=80, blank=True)
    starts_at = models.DateTimeField(_("begint"))
    ends_at = models.DateTimeField(_("eindigt"))
    online = models.BooleanField(_("online"), default=False)
    town = models.CharField(_("plaats"), max_length=80, blank=True)
    address = models.TextField(
        _("adres"),
        max_length=300,
        blank=True,
        help_text=_("Of de link, als het online is. Alleen te zien voor wie meedoet en is ingelogd."),
    )
    address_late = models.BooleanField(
        _("adres pas 48 uur vooraf"), default=False, help_text=_("Kies dit als er dreiging is.")
    )
    cancelled_at = models.DateTimeField(_("afgelast"), null=True, blank=True, editable=False)
    reminded_at = models.DateTimeField(_("herinnerd"), null=True, blank=True, editable=False)
    # Of the entry in people's own calendars: the highest one holds.
    sequence = models.PositiveIntegerField(default=0, editable=False)

    objects = GroupMeetingQuerySet.as_manager()

    class Meta:
        verbose_name = _("bijeenkomst van een groep")
        verbose_name_plural = _("bijeenkomsten van een groep")
        ordering = ["starts_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="group_meeting_ends_after_start"),
            models.CheckConstraint(condition=Q(online=True) | ~Q(town=""), name="group_meeting_somewhere"),
        ]
        indexes = [models.Index(fields=["edition", "starts_at"], name="group_meetings_by_day")]

    def __str__(self) -> str:
        return self.title

    def said_title(self) -> str:
        """In the language of the page."""
        return said(self, "title")

    @property
    def is_cancelled(self) -> bool:
        return self.cancelled_at is not None

    def has_begun(self, at: datetime | None = None) -> bool:
        return self.starts_at <= (at or timezone.now())

    def is_over(self, at: datetime | None = None) -> bool:
        return self.ends_at < (at or timezone.now())

    def shows_address(self, at: datetime | None = None) -> bool:
        """Whether it is time to show where it is, to who may see it."""
        return not self.address_late or (at or timezone.now()) >= self.starts_at - ADDRESS_AHEAD
