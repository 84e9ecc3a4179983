from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lifecycle.models import Keyed
from mentoring.models.match import Match
from mentoring.states import Side
from people.fields import EncryptedTextField
from people.roles import Visitor

LONGEST_MESSAGE = 2000


class PairMessageQuerySet(models.QuerySet["PairMessage"]):
    def readable_at(self, side: Side) -> Self:
        """Written by this side, or by the other and not held back."""
        return self.filter(Q(side=side) | Q(is_held_back=False))

    def opened_at(self, side: Side) -> Self:
        """What this side reads without a press: her own, and what she opened."""
        return self.filter(Q(side=side) | Q(is_held_back=False, read_at__isnull=False))

    def unread_at(self, side: Side) -> Self:
        """What waits for this side to be opened."""
        return self.filter(side=side.other, is_held_back=False, read_at=None)

    def received_by(self, user: Visitor) -> Self:
        """What the other one wrote to this person and did reach her, in any of her pairs."""
        if not user.is_authenticated:
            return self.none()
        as_mentee = Q(match__participation__user=user.pk, side=Side.MENTOR)
        as_mentor = Q(match__mentor__user=user.pk, side=Side.MENTEE)
        return self.filter(as_mentee | as_mentor, is_held_back=False)


class PairMessage(Keyed):
    """What one of a pair wrote to the other. Nobody else reads it: no organiser, no administrator, no search."""

    match = models.ForeignKey(Match, models.CASCADE, related_name="messages")
    side = models.CharField(_("van"), max_length=6, choices=Side, editable=False)
    words = EncryptedTextField(_("bericht"))
    written_at = models.DateTimeField(_("geschreven"), default=timezone.now, editable=False)
    # When the other one opened it; whoever wrote it is not told.
    read_at = models.DateTimeField(_("geopend"), null=True, blank=True, editable=False)
    # Its reader had blocked who wrote it: it never reaches her, and its writer does not notice.
    is_held_back = models.BooleanField(default=False, editable=False)

    objects = PairMessageQuerySet.as_manager()

    class Meta:
        verbose_name = _("bericht in een koppel")
        verbose_name_plural = _("berichten in een koppel")
        ordering = ["written_at", "pk"]
        constraints = [models.CheckConstraint(condition=Q(side__in=Side.values), name="message_of_one_side")]
        indexes = [models.Index(fields=["match", "written_at"], name="messages_of_a_pair")]

    def __str__(self) -> str:
        return str(self.key)


class ContactCard(models.Model):
    """How one of a pair can be reached outside the portal; the other reads it once she has given one too."""

    match = models.ForeignKey(Match, models.CASCADE, related_name="contact_cards")
    side = models.CharField(max_length=6, choices=Side, editable=False)
    mail_address = EncryptedTextField(_("e-mailadres"), blank=True)
    phone = EncryptedTextField(_("telefoonnummer"), blank=True)
    otherwise = EncryptedTextField(_("anders"), blank=True)
    saved_at = models.DateTimeField(_("opgeslagen"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("contactgegevens in een koppel")
        verbose_name_plural = _("contactgegevens in een koppel")
        ordering = ["match", "side"]
        constraints = [
            models.UniqueConstraint(fields=["match", "side"], name="one_contact_card_a_side"),
            models.CheckConstraint(condition=Q(side__in=Side.values), name="contact_card_of_one_side"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class PairMail(models.Model):
    """Which mail somebody wants about her pairs. Who has no row gets both."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="pair_mail")
    of_messages = models.BooleanField(_("mail als er een bericht is"), default=True)
    of_reminders = models.BooleanField(_("mail de dag voor een afspraak"), default=True)
    saved_at = models.DateTimeField(_("opgeslagen"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("mail over een koppel")
        verbose_name_plural = _("mail over een koppel")

    def __str__(self) -> str:
        return str(self.pk)
