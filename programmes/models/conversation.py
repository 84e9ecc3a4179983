from datetime import datetime, timedelta
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lifecycle.models import Keyed
from people.fields import EncryptedTextField
from people.roles import Visitor
from programmes.choices import TalkForm
from programmes.models.application import Application
from programmes.models.edition import Edition
from programmes.states import ConversationState

LONGEST_NOTE = 280
LASTS = timedelta(minutes=30)
"""In a calendar: how long a talk takes is not asked of anybody."""


class ConversationQuerySet(models.QuerySet["Conversation"]):
    def of(self, user: Visitor) -> Self:
        return self.filter(application__user=user.pk) if user.is_authenticated else self.none()

    def to_come(self) -> Self:
        """Planned, and nobody said that it was held or is off."""
        return self.filter(state=ConversationState.PLANNED)

    def held(self) -> Self:
        return self.filter(state=ConversationState.HELD)

    def standing(self) -> Self:
        """Still to come, or held: nothing is left to plan."""
        return self.filter(state__in=[ConversationState.PLANNED, ConversationState.HELD])

    def asked_otherwise(self) -> Self:
        """The person cannot come then."""
        return self.filter(state=ConversationState.OTHER_ASKED)

    def past(self, at: datetime | None = None) -> Self:
        """Planned for a moment that has gone by: somebody says what came of it."""
        return self.to_come().filter(starts_at__lt=at or timezone.now())


class Conversation(Keyed):
    """The talk before an answer, with one person: when, in what way, and a sentence that she reads too."""

    application = models.OneToOneField(Application, models.CASCADE, related_name="conversation")
    state = models.CharField(
        _("stand"), max_length=12, choices=ConversationState, default=ConversationState.PLANNED, editable=False
    )
    starts_at = models.DateTimeField(_("wanneer"))
    form = models.CharField(_("hoe"), max_length=8, choices=TalkForm, default=TalkForm.PHONE)
    # An address, a link or who calls whom.
    where = EncryptedTextField(_("waar"), blank=True)
    note = EncryptedTextField(_("wat besproken is"), blank=True)
    planned_at = models.DateTimeField(_("gepland op"), default=timezone.now)

    objects = ConversationQuerySet.as_manager()

    class Meta:
        verbose_name = _("gesprek")
        verbose_name_plural = _("gesprekken")
        ordering = ["starts_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=ConversationState.values), name="conversation_state_known"),
            models.CheckConstraint(condition=Q(form__in=TalkForm.values), name="conversation_form_known"),
        ]

    def __str__(self) -> str:
        return str(self.key)

    @property
    def edition(self) -> Edition:
        return self.application.edition

    def has_begun(self, at: datetime | None = None) -> bool:
        return self.starts_at < (at or timezone.now())

    # As an event of the agenda has them, for somebody's own calendar; where it is stays behind sign-in.
    town = ""
    online = False

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + LASTS

    @property
    def sequence(self) -> int:
        """A newer plan replaces an older one in a calendar, and calling it off that plan."""
        return int(self.planned_at.timestamp()) + self.is_cancelled

    @property
    def is_to_come(self) -> bool:
        return self.state == ConversationState.PLANNED

    @property
    def is_held(self) -> bool:
        return self.state == ConversationState.HELD

    @property
    def is_cancelled(self) -> bool:
        return self.state == ConversationState.CANCELLED

    @property
    def is_asked_otherwise(self) -> bool:
        return self.state == ConversationState.OTHER_ASKED
