"""The network of who took part, what stood in their way and what helped, and the question to become a mentor."""

from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from home.stations import Station
from lifecycle.models import Keyed
from mentoring.alumni.states import BarrierState
from mentoring.choices import Topic
from mentoring.fields import SeveralField
from mentoring.models.mentor import Mentor
from people.fields import EncryptedTextField
from people.roles import Visitor
from programmes.choices import Province
from programmes.models import Carrier, Hidden, Programme, ThreatMode

LASTS = timedelta(days=365)
"""So long after the last yes somebody stands in the network."""


class NetworkMemberQuerySet(models.QuerySet["NetworkMember"]):
    def of(self, user: Visitor) -> Self:
        return self.filter(user=user.pk) if user.is_authenticated else self.none()

    def standing(self, at: datetime | None = None) -> Self:
        """Whose yes still holds; who came in as a mentor, while she is one."""
        mentors = Mentor.objects.admitted().filter(programme=OuterRef("programme"), user=OuterRef("user"))
        renewed = self.filter(renewed_at__gt=(at or timezone.now()) - LASTS)
        return renewed.filter(Q(as_mentor=False) | Exists(mentors))


class NetworkMember(Keyed):
    """Somebody stands in the network of one programme, by her own yes. What is empty is not shown."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="network")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="networks")
    as_mentor = models.BooleanField(_("als mentor"), default=False)
    display_name = EncryptedTextField(_("naam in het netwerk"))
    about = EncryptedTextField(_("waarover anderen iets mogen vragen"), blank=True)
    topics = SeveralField(_("onderwerpen"), of=Topic)
    province = models.CharField(_("provincie"), max_length=20, choices=Province, blank=True)
    takes_questions = models.BooleanField(_("anderen mogen mij iets vragen"), default=False)
    since = models.DateTimeField(_("sinds"), default=timezone.now)
    renewed_at = models.DateTimeField(_("laatst ja gezegd"), default=timezone.now)

    objects = NetworkMemberQuerySet.as_manager()

    class Meta:
        verbose_name = _("naam in het netwerk")
        verbose_name_plural = _("namen in het netwerk")
        ordering = ["key"]  # by chance: not by when somebody came
        constraints = [
            models.UniqueConstraint(fields=["programme", "user"], name="in_a_network_once"),
            models.CheckConstraint(
                condition=Q(province__in=["", *Province.values]), name="network_member_province_known"
            ),
        ]

    def __str__(self) -> str:
        return str(self.key)

    @property
    def until(self) -> datetime:
        return self.renewed_at + LASTS


class NetworkQuestion(Keyed):
    """One member asks another one thing; she answers in words, or not. Nobody else ever reads it."""

    asker = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="network_asked")
    member = models.ForeignKey(NetworkMember, models.CASCADE, related_name="questions")
    words = EncryptedTextField(_("vraag"))
    answer = EncryptedTextField(_("antwoord"), blank=True)
    asked_at = models.DateTimeField(_("gevraagd"), default=timezone.now)
    answered_at = models.DateTimeField(_("beantwoord"), null=True, blank=True)

    class Meta:
        verbose_name = _("vraag in het netwerk")
        verbose_name_plural = _("vragen in het netwerk")
        ordering = ["-asked_at", "-pk"]

    def __str__(self) -> str:
        return str(self.key)


class BarrierQuerySet(models.QuerySet["Barrier"]):
    def of(self, user: Visitor) -> Self:
        return self.filter(user=user.pk) if user.is_authenticated else self.none()

    def published(self) -> Self:
        """What every visitor may read: closed while its programme is under threat. Adds `teller_hides`."""
        placed = self.filter(state=BarrierState.PUBLISHED)
        hides = Exists(Hidden.objects.filter(user=OuterRef("user")))
        return placed.exclude(programme__in=ThreatMode.objects.values("programme")).annotate(teller_hides=hides)

    def waiting(self) -> Self:
        return self.filter(state=BarrierState.TOLD)

    def at_the_desk_of(self, user: Visitor) -> Self:
        """What was told of the programmes of the own organisation, since it carries them."""
        if not user.is_authenticated:
            return self.none()
        carriers = Carrier.objects.organised_by(user)
        return self.filter(Exists(carriers.filter(programme=OuterRef("programme"), since__lte=OuterRef("told_at"))))


class Barrier(Keyed):
    """What stood in somebody's way, and what helped: about the thing, never about who she is.

    Told in encrypted words. An organiser publishes those as they are, or sends them back: never other words.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="barriers")
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="barriers")
    state = models.CharField(_("stand"), max_length=10, choices=BarrierState, default=BarrierState.TOLD, editable=False)
    station = models.CharField(_("hoort bij stap"), max_length=10, choices=Station)
    title = EncryptedTextField(_("waar het over gaat"))
    stood_in_the_way = EncryptedTextField(_("wat je tegenkwam"))
    helped = EncryptedTextField(_("wat hielp"))
    teller = EncryptedTextField(_("welke naam erbij staat"), blank=True, help_text=_("Leeg: anoniem."))
    language = models.CharField(_("taal"), max_length=10, choices=settings.LANGUAGES, default="nl")
    told_at = models.DateTimeField(_("verteld"), default=timezone.now)
    remark = EncryptedTextField(_("wat de organisatie ervan vindt"), blank=True)
    public_title = models.CharField(_("titel"), max_length=90, blank=True)
    public_barrier = models.TextField(_("de drempel"), blank=True)
    public_help = models.TextField(_("wat hielp"), blank=True)
    public_teller = models.CharField(_("naam"), max_length=40, blank=True)
    published_on = models.DateField(_("geplaatst op"), null=True, blank=True)

    objects = BarrierQuerySet.as_manager()

    class Meta:
        verbose_name = _("drempel")
        verbose_name_plural = _("drempels")
        ordering = ["told_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=BarrierState.values), name="barrier_state_known"),
            models.CheckConstraint(condition=Q(station__in=Station.values), name="barrier_station_known"),
            models.CheckConstraint(
                condition=Q(state=BarrierState.PUBLISHED, published_on__isnull=False)
                | (
                    ~Q(state=BarrierState.PUBLISHED)
                    & Q(public_title="", public_barrier="", public_help="", public_teller="")
                ),
                name="barrier_public_only_when_published",
            ),
        ]

    def __str__(self) -> str:
        return str(self.key)

    @property
    def is_published(self) -> bool:
        return self.state == BarrierState.PUBLISHED

    @property
    def told_by(self) -> str:
        """The name under which everyone reads it; none while who told it hides (`published`)."""
        return "" if getattr(self, "teller_hides", False) else self.public_teller


class MentorInvitationQuerySet(models.QuerySet["MentorInvitation"]):
    def waiting(self) -> Self:
        return self.filter(answered_at=None)


class MentorInvitation(Keyed):
    """An organiser asks who took part to become a mentor. She answers herself, yes or no, once."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="mentor_invitations")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="mentor_invitations")
    made_at = models.DateTimeField(_("gevraagd"), default=timezone.now)
    answered_at = models.DateTimeField(_("beantwoord"), null=True, blank=True)
    said_yes = models.BooleanField(_("zei ja"), default=False)

    objects = MentorInvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("vraag om mentor te worden")
        verbose_name_plural = _("vragen om mentor te worden")
        ordering = ["made_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "user"], name="asked_to_mentor_once"),
        ]

    def __str__(self) -> str:
        return str(self.key)
