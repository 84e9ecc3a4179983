from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.fields import EncryptedTextField
from programmes.models.edition import Edition
from programmes.models.participation import Participation
from programmes.states import ParticipationState


class GroupMemberQuerySet(models.QuerySet["GroupMember"]):
    def of_edition(self, edition: Edition) -> Self:
        """Whose name the others may read: not of who stopped."""
        left = Q(participation__state=ParticipationState.LEFT)
        return self.filter(participation__edition=edition).exclude(left)


class GroupMember(models.Model):
    """Somebody wants the others of her edition to see a name. Without a row nobody sees one."""

    participation = models.OneToOneField(Participation, models.CASCADE, related_name="group_member")
    display_name = EncryptedTextField(_("naam voor de groep"))
    since = models.DateTimeField(_("sinds"), default=timezone.now)

    objects = GroupMemberQuerySet.as_manager()

    class Meta:
        verbose_name = _("naam in een groep")
        verbose_name_plural = _("namen in een groep")
        ordering = ["since", "pk"]

    def __str__(self) -> str:
        return str(self.pk)
