from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lifecycle.models import Keyed
from people.fields import EncryptedTextField
from people.roles import Visitor
from programmes.models.participation import Participation
from programmes.taking_part.choices import ContactKind

LONGEST_NOTE, LONGEST_STEP = 280, 140


class ContactNoteQuerySet(models.QuerySet["ContactNote"]):
    def at_the_desk_of(self, user: Visitor) -> Self:
        return self.filter(participation__in=Participation.objects.at_the_desk_of(user))

    def promised_before(self, day: date) -> Self:
        """With a next step that should be done by this day, of who still takes part."""
        return self.filter(next_on__lte=day, done_at=None, participation__in=Participation.objects.under_way())


class ContactNote(Keyed):
    """That an organiser spoke with somebody: short, and the person reads it too. It does not say which organiser."""

    participation = models.ForeignKey(Participation, models.CASCADE, related_name="contact_notes")
    on = models.DateField(_("op"), default=timezone.localdate)
    kind = models.CharField(_("hoe"), max_length=6, choices=ContactKind)
    words = EncryptedTextField(_("wat jullie bespraken"), blank=True)
    next_step = EncryptedTextField(_("volgende stap"), blank=True)
    next_on = models.DateField(_("volgende stap uiterlijk op"), null=True, blank=True)
    done_at = models.DateTimeField(_("volgende stap gedaan"), null=True, blank=True, editable=False)
    written_at = models.DateTimeField(_("opgeschreven"), default=timezone.now)

    objects = ContactNoteQuerySet.as_manager()

    class Meta:
        verbose_name = _("contactmoment")
        verbose_name_plural = _("contactmomenten")
        ordering = ["-on", "-pk"]
        constraints = [models.CheckConstraint(condition=Q(kind__in=ContactKind.values), name="contact_kind_known")]

    def __str__(self) -> str:
        return str(self.key)

    @property
    def waits(self) -> bool:
        """For its next step."""
        return bool(self.next_step) and self.done_at is None
