from datetime import datetime, timedelta
from functools import reduce
from operator import or_
from typing import Self

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from lifecycle.models import Keyed
from people.models import Membership, Organisation
from people.roles import Visitor, is_administrator
from programmes.availability import Availability, Room, availability
from programmes.choices import Audience, Province, Registering
from programmes.models.programme import Programme
from programmes.states import EditionState, ParticipationState, RegistrationState

ADDRESS_AHEAD = timedelta(hours=48)


class EventQuerySet(models.QuerySet):
    def public(self) -> Self:
        return self.filter(is_public=True)

    def upcoming(self, at: datetime | None = None) -> Self:
        """Not over yet, the first one first."""
        return self.filter(ends_at__gte=at or timezone.now()).order_by("starts_at", "pk")

    def to_begin(self, at: datetime | None = None) -> Self:
        return self.filter(starts_at__gt=at or timezone.now())

    def going_ahead(self) -> Self:
        """Not called off."""
        return self.filter(cancelled_at=None)

    def within(self, ahead: timedelta, at: datetime | None = None) -> Self:
        """Beginning after this moment, and no longer after it than this."""
        at = at or timezone.now()
        return self.filter(starts_at__gt=at, starts_at__lte=at + ahead)

    def open_to(self, user: Visitor) -> Self:
        """What this person may come to: what is public, and what is for those who take part or are in its network.

        What is for alumni alone is not for who still takes part.
        """
        if not user.is_authenticated:
            return self.public()
        guests = (Q(programme__in=import_string(path)(user)) for path in settings.EVENT_GUESTS)
        takes_part = Q(Exists(_takes_part(user)), for_alumni=False) | Exists(_took_part(user))
        return self.filter(reduce(or_, guests, Q(is_public=True) | takes_part | Exists(_registered(user))))

    def with_places_taken(self) -> Self:
        """Adds `places_taken`, so that a list tells availability without a query per row."""
        taken = Q(registrations__state=RegistrationState.REGISTERED)
        return self.annotate(places_taken=Count("registrations", filter=taken))

    def visible_to(self, user: Visitor) -> Self:
        """At the desk: those of the own organisation."""
        if is_administrator(user):
            return self.all()
        return self.organised_by(user)

    def organised_by(self, user: Visitor) -> Self:
        """Those whose registrations this person sees."""
        if not user.is_authenticated:
            return self.none()
        own = Membership.objects.filter(user=user.pk, role=Membership.Role.ORGANISER).values("organisation")
        return self.filter(organisation__in=own)


def _takes_part(user: Visitor) -> models.QuerySet:
    from programmes.models.participation import Participation

    own = Participation.objects.filter(user=user.pk, edition__programme=OuterRef("programme"))
    return own.exclude(state=ParticipationState.LEFT)


def _took_part(user: Visitor) -> models.QuerySet:
    """Until the end."""
    return _takes_part(user).filter(state=ParticipationState.COMPLETED)


def _registered(user: Visitor) -> models.QuerySet:
    from programmes.models.registration import Registration

    return Registration.objects.filter(user=user.pk, event=OuterRef("pk"))


class Event(Keyed):
    """A moment in the agenda. Town and access are public; the address only shows to who comes, signed in.

    Who comes, and that it is called off, goes through programmes.agenda.actions alone.
    """

    programme = models.ForeignKey(
        Programme, models.PROTECT, null=True, blank=True, related_name="events", verbose_name=_("programma")
    )
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="events", verbose_name=_("organisatie"))
    title = models.CharField(_("titel"), max_length=120)
    title_en = models.CharField(_("titel, in het Engels"), max_length=120, blank=True)
    text = models.TextField(_("tekst"), max_length=1000, blank=True)
    text_en = models.TextField(_("tekst, in het Engels"), max_length=1000, blank=True)
    for_whom = models.CharField(_("voor wie"), max_length=24, choices=Audience, default=Audience.EVERYONE)
    starts_at = models.DateTimeField(_("begint"))
    ends_at = models.DateTimeField(_("eindigt"))
    online = models.BooleanField(_("online"), default=False)
    town = models.CharField(_("plaats"), max_length=80, blank=True)
    province = models.CharField(_("provincie"), max_length=20, choices=Province, blank=True)
    access = models.CharField(_("toegankelijkheid"), max_length=200, blank=True)
    access_en = models.CharField(_("toegankelijkheid, in het Engels"), max_length=200, blank=True)
    address = models.TextField(
        _("adres"),
        max_length=300,
        blank=True,
        help_text=_("Of de link, als het online is. Alleen te zien voor wie komt en is ingelogd."),
    )
    address_late = models.BooleanField(
        _("adres pas 48 uur vooraf"),
        default=False,
        help_text=_("Kies dit als er dreiging is. Wie komt, ziet het adres dan pas vlak van tevoren."),
    )
    registering = models.CharField(
        _("inschrijven"),
        max_length=8,
        choices=Registering,
        default=Registering.NONE,
        help_text=_("Wie zich inschrijft, ziet het adres en krijgt mail als er iets verandert."),
    )
    registering_until = models.DateTimeField(
        _("inschrijven tot"), null=True, blank=True, help_text=_("Leeg: tot het begint.")
    )
    capacity = models.PositiveSmallIntegerField(
        _("aantal plaatsen"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("Leeg: geen grens. Is het vol, dan komt er een wachtlijst. Die schuift vanzelf door."),
    )
    is_public = models.BooleanField(
        _("staat in de agenda"),
        default=True,
        help_text=_("Uit: alleen wie meedoet of meedeed ziet dit. En wie in het netwerk van het programma staat."),
    )
    for_alumni = models.BooleanField(
        _("alleen voor wie meedeed"),
        default=False,
        help_text=_("Wie nu meedoet, ziet dit dan niet. Wel wie klaar is, en wie in het netwerk staat."),
    )
    is_example = models.BooleanField(_("voorbeeldinhoud"), default=False)
    cancelled_at = models.DateTimeField(_("afgelast"), null=True, blank=True, editable=False)
    # Of the entry in people's own calendars: the highest one holds.
    sequence = models.PositiveIntegerField(default=0, editable=False)

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = _("bijeenkomst")
        verbose_name_plural = _("bijeenkomsten")
        ordering = ["starts_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gte=F("starts_at")), name="event_ends_after_start"),
            models.CheckConstraint(condition=Q(online=True) | ~Q(town=""), name="event_somewhere"),
            models.CheckConstraint(condition=Q(capacity=None) | Q(capacity__gte=1), name="event_has_places"),
            models.CheckConstraint(condition=Q(registering__in=Registering.values), name="event_registering_known"),
            models.CheckConstraint(
                condition=Q(for_alumni=False) | Q(is_public=False, programme__isnull=False),
                name="event_for_alumni_of_a_programme",
                violation_error_message=_(
                    "Alleen voor wie meedeed? Kies dan een programma, en zet ‘staat in de agenda’ uit."
                ),
            ),
        ]
        indexes = [models.Index(fields=["ends_at"], name="events_by_end")]

    def __str__(self) -> str:
        return self.title

    @property
    def is_cancelled(self) -> bool:
        return self.cancelled_at is not None

    @property
    def is_sensitive(self) -> bool:
        """Coming tells something of health or origin: then no mail, file or title says what it is."""
        return self.programme is not None and self.programme.is_sensitive

    @property
    def has_registering(self) -> bool:
        return self.registering != Registering.NONE

    def is_over(self, at: datetime | None = None) -> bool:
        return self.ends_at < (at or timezone.now())

    def has_begun(self, at: datetime | None = None) -> bool:
        return self.starts_at <= (at or timezone.now())

    def takes_registrations(self, at: datetime | None = None) -> bool:
        """Now; a full event does too, onto its waiting list."""
        at = at or timezone.now()
        in_time = self.registering_until is None or self.registering_until > at
        return self.registering == Registering.OPEN and in_time and not self.is_cancelled and not self.has_begun(at)

    def shows_address(self, at: datetime | None = None) -> bool:
        """To who comes: at once, or not until two days before."""
        return not self.address_late or self.starts_at - ADDRESS_AHEAD <= (at or timezone.now())

    def taken(self) -> int:
        """Counts, unless the queryset already did (`with_places_taken`)."""
        counted = getattr(self, "places_taken", None)
        return self.registrations.registered().count() if counted is None else counted

    def availability(self, at: datetime | None = None) -> Availability:
        """In words, never a number of places."""
        at = at or timezone.now()
        if not self.takes_registrations(at):
            return Availability.CLOSED
        if self.capacity is None:
            return Availability.PLACE
        room = Room(EditionState.OPEN, None, self.registering_until, self.capacity, self.taken())
        return availability(room, at)
