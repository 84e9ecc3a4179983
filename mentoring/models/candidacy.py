from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from elections.models import Body, Election
from lifecycle.models import Keyed
from mentoring.states import CANDIDACY, CandidacyState
from people.fields import EncryptedTextField
from people.roles import Visitor


class CandidacyQuerySet(models.QuerySet["Candidacy"]):
    def of(self, user: Visitor) -> Self:
        return self.filter(user=user.pk)

    def claimed(self) -> Self:
        """Tied to an entry of an official list."""
        return self.exclude(state=CandidacyState.TOLD)

    def visible_to(self, user: Visitor) -> Self:
        """The person alone: which list it is, is party data."""
        return self.of(user)


class Candidacy(Keyed):
    """Someone says "ik sta op de lijst". It hangs on the person, not on a match or a programme."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="candidacies")
    election = models.ForeignKey(Election, models.PROTECT, related_name="candidacies", verbose_name=_("verkiezing"))
    body = models.ForeignKey(Body, models.PROTECT, related_name="candidacies", verbose_name=_("bestuur"))
    state = models.CharField(
        _("stand"), max_length=12, choices=CandidacyState, default=CandidacyState.TOLD, editable=False
    )
    told_at = models.DateTimeField(_("verteld"), default=timezone.now)
    claimed_at = models.DateTimeField(_("aangewezen"), null=True, blank=True)
    outcome_at = models.DateTimeField(_("uitslag verwerkt"), null=True, blank=True)
    # Where on which list, as elections.lists.reference gives it: tells the party, so unreadable without our key.
    entry = EncryptedTextField(blank=True, editable=False)
    # A keyed digest of the same: one entry is one person, and the database holds that without knowing which.
    claim_digest = models.CharField(max_length=64, null=True, blank=True, unique=True, editable=False)  # noqa: DJ001
    place = models.PositiveSmallIntegerField(_("plaats op de lijst"), null=True, blank=True, editable=False)

    objects = CandidacyQuerySet.as_manager()

    class Meta:
        verbose_name = _("kandidatuur")
        verbose_name_plural = _("kandidaturen")
        ordering = ["-told_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["user", "election", "body"], name="one_candidacy_per_body"),
            models.CheckConstraint(condition=Q(state__in=CandidacyState.values), name="candidacy_state_known"),
            models.CheckConstraint(
                condition=Q(state=CandidacyState.TOLD, claim_digest=None) | ~Q(state=CandidacyState.TOLD),
                name="told_without_an_entry",
            ),
        ]

    def __str__(self) -> str:
        return str(self.key)

    @property
    def is_claimed(self) -> bool:
        """Tied to an entry of an official list."""
        return CANDIDACY.allows("let_go", self.state)
