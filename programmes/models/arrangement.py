from datetime import date, datetime
from typing import Any, Self

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from lifecycle.models import Keyed
from people.fields import EncryptedTextField
from people.models import Organisation
from people.roles import Visitor
from programmes.models.access_need import AccessNeed, Provision
from programmes.models.edition import Edition
from programmes.models.group_meeting import GroupMeeting
from programmes.models.programme import Programme
from programmes.states import EditionState

MOST = 99

AMOUNTS: dict[str, Any] = {
    Provision.WHEELCHAIR: ngettext_lazy("%(number)s rolstoelplaats", "%(number)s rolstoelplaatsen", "number"),
    Provision.STEP_FREE: ngettext_lazy("%(number)s ruimte zonder trap", "%(number)s ruimtes zonder trap", "number"),
    Provision.SIGN: ngettext_lazy("%(number)s tolk gebarentaal", "%(number)s tolken gebarentaal", "number"),
    Provision.WRITING: ngettext_lazy("%(number)s schrijftolk", "%(number)s schrijftolken", "number"),
    Provision.LOOP: ngettext_lazy("%(number)s ringleiding", "%(number)s ringleidingen", "number"),
    Provision.LARGE_PRINT: ngettext_lazy(
        "%(number)s set in grote letters", "%(number)s sets in grote letters", "number"
    ),
    Provision.EASY_TEXT: ngettext_lazy(
        "%(number)s set in makkelijke taal", "%(number)s sets in makkelijke taal", "number"
    ),
    Provision.COMPANION: ngettext_lazy(
        "%(number)s plek voor wie meekomt", "%(number)s plekken voor wie meekomt", "number"
    ),
    Provision.QUIET: ngettext_lazy("%(number)s rustige ruimte", "%(number)s rustige ruimtes", "number"),
    Provision.DISTANCE: ngettext_lazy("%(number)s plek vanaf huis", "%(number)s plekken vanaf huis", "number"),
    Provision.TRAVEL: ngettext_lazy("%(number)s keer vervoer", "%(number)s keer vervoer", "number"),
    Provision.OTHER: ngettext_lazy("%(number)s keer iets anders", "%(number)s keer iets anders", "number"),
}


class EditionPartnerQuerySet(models.QuerySet["EditionPartner"]):
    def of(self, user: Visitor) -> Self:
        return self.filter(user=user.pk) if user.is_authenticated else self.none()


class EditionPartner(Keyed):
    """Somebody of the organisation that carries an edition out: sees what is to be arranged, and no person."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="partners")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="partner_of")
    # Which asked her, and for which she works here.
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+", verbose_name=_("organisatie"))
    since = models.DateTimeField(_("sinds"), default=timezone.now)

    objects = EditionPartnerQuerySet.as_manager()

    class Meta:
        verbose_name = _("uitvoerder")
        verbose_name_plural = _("uitvoerders")
        ordering = ["since", "pk"]
        constraints = [models.UniqueConstraint(fields=["edition", "user"], name="one_partnership_per_edition")]

    def __str__(self) -> str:
        return str(self.user)


class ArrangementQuerySet(models.QuerySet["Arrangement"]):
    def at_the_desk_of(self, user: Visitor) -> Self:
        return self.filter(edition__programme__in=Programme.objects.carried_by(user))

    def sent_to(self, user: Visitor) -> Self:
        """What a partner sees: what was sent, of the editions that she carries out."""
        return self.filter(edition__in=EditionPartner.objects.of(user).values("edition")).exclude(sent_at=None)

    def to_do(self) -> Self:
        return self.filter(done_at=None)

    def due_before(self, day: date) -> Self:
        return self.to_do().filter(due_on__lt=day)

    def news(self) -> Self:
        """Not told to the partner yet, as it is now."""
        return self.filter(Q(sent_at=None) | Q(changed_at__gt=F("sent_at")))

    def in_order(self) -> Self:
        """By activity, and in it what must be ready first."""
        return self.order_by(F("meeting__starts_at").asc(nulls_first=True), "meeting", "due_on", "pk")

    def in_order_of_editions(self) -> Self:
        """The same, edition by edition."""
        return self.order_by("edition", F("meeting__starts_at").asc(nulls_first=True), "meeting", "due_on", "pk")

    def over_before(self, moment: datetime) -> Self:
        later = GroupMeeting.objects.filter(edition=OuterRef("edition"), ends_at__gte=moment)
        ended = Q(edition__ends_on__lt=timezone.localdate(moment)) & ~Exists(later)
        return self.filter(ended | Q(edition__state=EditionState.CANCELLED))


class Arrangement(Keyed):
    """Something to be ready for an activity: how many of what, by when, seen to by whom. It hangs on no person."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="arrangements")
    meeting = models.ForeignKey(
        GroupMeeting, models.CASCADE, null=True, blank=True, related_name="arrangements", verbose_name=_("bijeenkomst")
    )
    kind = models.CharField(_("wat"), max_length=20, choices=Provision)
    number = models.PositiveSmallIntegerField(
        _("hoeveel"), default=1, validators=[MinValueValidator(1), MaxValueValidator(MOST)]
    )
    words = EncryptedTextField(_("erbij"), blank=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="arrangements",
        verbose_name=_("wie regelt het"),
    )
    due_on = models.DateField(_("klaar op"))
    done_at = models.DateTimeField(_("geregeld"), null=True, blank=True)
    made_at = models.DateTimeField(_("gemaakt"), default=timezone.now)
    changed_at = models.DateTimeField(_("veranderd"), default=timezone.now)
    sent_at = models.DateTimeField(_("gestuurd"), null=True, blank=True)

    objects = ArrangementQuerySet.as_manager()

    class Meta:
        verbose_name = _("iets om te regelen")
        verbose_name_plural = _("dingen om te regelen")
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(number__gte=1, number__lte=MOST), name="arrangement_of_some"),
            models.CheckConstraint(condition=Q(kind__in=Provision.values), name="arrangement_of_a_known_kind"),
        ]
        indexes = [models.Index(fields=["edition", "due_on"], name="arrangements_by_day")]

    def __str__(self) -> str:
        return str(AMOUNTS[self.kind] % {"number": self.number})

    @property
    def is_done(self) -> bool:
        return self.done_at is not None

    @property
    def is_news(self) -> bool:
        return self.sent_at is None or self.changed_at > self.sent_at

    def is_late(self, on: date | None = None) -> bool:
        return not self.is_done and self.due_on < (on or timezone.localdate())


class ArrangementName(models.Model):
    """For whom it is arranged: only of who ticked that the partner may know her name, and gone with that tick."""

    arrangement = models.ForeignKey(Arrangement, models.CASCADE, related_name="names")
    need = models.ForeignKey(AccessNeed, models.CASCADE, related_name="names")

    class Meta:
        verbose_name = _("naam bij iets om te regelen")
        verbose_name_plural = _("namen bij dingen om te regelen")
        constraints = [models.UniqueConstraint(fields=["arrangement", "need"], name="one_name_per_arrangement")]

    def __str__(self) -> str:
        return str(self.pk)
