from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lifecycle.models import Keyed
from people.fields import EncryptedTextField
from people.models.organisation import Organisation

STANDS_FOR = timedelta(days=14)
"""An invitation, and a proposal of a role of the portal. What nobody said yes to by then is gone."""


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def open(self, at: datetime | None = None) -> Self:
        """Still to be taken up."""
        return self.filter(invited_at__gt=(at or timezone.now()) - STANDS_FOR)

    def of(self, organisation: Organisation, role: str, about: object | None) -> Self:
        return self.filter(organisation=organisation, role=role, about=about)


class Invitation(Keyed):
    """Somebody is asked by mail to take a role. It is there until she says yes, and two weeks at most.

    `role` is the name of a ColleagueRole (settings.COLLEAGUE_ROLES); `about` the key of the thing that a role of a
    higher floor hangs on, such as the edition of a reviewer. Of the link in the mail only a keyed hash is kept.
    """

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="invitations")
    role = models.SlugField(_("rol"), max_length=20)
    about = models.UUIDField(null=True, blank=True, editable=False)
    address = EncryptedTextField(_("e-mailadres"), editable=False)
    address_digest = models.CharField(max_length=64, editable=False, db_index=True)
    token_digest = models.CharField(max_length=64, editable=False, unique=True)
    language = models.CharField(_("taal"), max_length=5, default="nl")
    invited_at = models.DateTimeField(_("uitgenodigd"), default=timezone.now)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("uitnodiging")
        verbose_name_plural = _("uitnodigingen")
        ordering = ["-invited_at", "-pk"]
        constraints = [
            # Two, since SQLite takes every NULL for another value.
            models.UniqueConstraint(
                fields=["organisation", "role", "address_digest"],
                condition=Q(about=None),
                name="one_invitation_to_a_role",
            ),
            models.UniqueConstraint(
                fields=["organisation", "role", "about", "address_digest"], name="one_invitation_to_a_link"
            ),
        ]

    def __str__(self) -> str:
        return str(_("uitnodiging"))

    @property
    def until(self) -> datetime:
        return self.invited_at + STANDS_FOR

    def is_open(self, at: datetime | None = None) -> bool:
        return (at or timezone.now()) < self.until


class RoleProposal(Keyed):
    """One administrator proposes a role of the portal for somebody; another one confirms it, or it lapses."""

    class Role(models.TextChoices):
        ADMINISTRATOR = "administrator", _("beheerder")
        MINISTRY = "ministry", _("ministerie")

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("account"))
    role = models.CharField(_("rol"), max_length=15, choices=Role)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("voorgesteld door")
    )
    proposed_at = models.DateTimeField(_("voorgesteld"), default=timezone.now)

    class Meta:
        verbose_name = _("voorstel voor een rol")
        verbose_name_plural = _("voorstellen voor een rol")
        ordering = ["proposed_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["user", "role"], name="one_proposal_of_a_role"),
            models.CheckConstraint(condition=~Q(user=F("proposed_by")), name="nobody_proposes_herself"),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()}: {self.user}"

    def is_open(self, at: datetime | None = None) -> bool:
        return (at or timezone.now()) < self.proposed_at + STANDS_FOR
