from collections.abc import Iterable
from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lifecycle.models import Keyed
from people.fields import EncryptedTextField
from people.models import Consent
from people.roles import Visitor
from programmes.models.group_meeting import GroupMeeting
from programmes.models.participation import Participation
from programmes.states import EditionState

ACCESS_CONSENT = "access_needs"


class Provision(models.TextChoices):
    """What can be arranged. It says what a place or a person does, never anything about who asks."""

    WHEELCHAIR = "wheelchair", _("een plek voor een rolstoel")
    STEP_FREE = "step_free", _("een plek zonder trap")
    SIGN = "sign", _("een tolk gebarentaal")
    WRITING = "writing", _("een schrijftolk")
    LOOP = "loop", _("een ringleiding")
    LARGE_PRINT = "large_print", _("stukken in grote letters")
    EASY_TEXT = "easy_text", _("stukken in makkelijke taal")
    COMPANION = "companion", _("een plek voor wie met mij meekomt")
    QUIET = "quiet", _("een rustige ruimte")
    DISTANCE = "distance", _("meedoen vanaf huis")
    TRAVEL = "travel", _("vervoer")
    OTHER = "other", _("iets anders")


class AccessNeedQuerySet(models.QuerySet["AccessNeed"]):
    def of(self, user: Visitor) -> Self:
        return self.filter(participation__user=user.pk) if user.is_authenticated else self.none()

    def with_consent(self) -> Self:
        """As long as the yes to keeping it stands."""
        yes = Consent.objects.standing().filter(
            text__purpose=ACCESS_CONSENT,
            about=OuterRef("participation__edition__key"),
            user=OuterRef("participation__user"),
        )
        return self.filter(Exists(yes))

    def at_the_desk_of(self, user: Visitor) -> Self:
        """Of who takes part now, in a programme of the own organisation. For nobody else, not for operation either."""
        return self.that_count().filter(participation__in=Participation.objects.at_the_desk_of(user))

    def that_count(self) -> Self:
        """Of who takes part now and agreed to all that is asked: only then somebody may look."""
        agreed = Participation.objects.under_way().with_consent_asked().filter(consent_is_asked=False)
        return self.with_consent().filter(participation__in=agreed.values("pk"))

    def unread(self) -> Self:
        """Said or changed since the organisation looked."""
        return self.filter(read_at=None)

    def over_before(self, moment: datetime) -> Self:
        """Whose last activity was before this moment: of the person, or of the edition with all its meetings."""
        later = GroupMeeting.objects.filter(edition=OuterRef("participation__edition"), ends_at__gte=moment)
        ended = Q(participation__edition__ends_on__lt=timezone.localdate(moment)) & ~Exists(later)
        own = Q(participation__left_at__lt=moment) | Q(participation__completed_at__lt=moment)
        return self.filter(own | ended | Q(participation__edition__state=EditionState.CANCELLED))

    def without_an_end(self, moment: datetime) -> Self:
        """Saved before this moment, of an edition that nobody says the end of."""
        return self.filter(saved_at__lt=moment, participation__edition__ends_on=None)


class AccessNeed(Keyed):
    """What one person needs to take part: once for an edition, or more for one meeting. Rests on her consent.

    Wishes and words are unreadable in the database, so that nothing can count, sort or find people by them.
    """

    participation = models.ForeignKey(Participation, models.CASCADE, related_name="access_needs")
    meeting = models.ForeignKey(GroupMeeting, models.CASCADE, null=True, blank=True, related_name="access_needs")
    wishes = EncryptedTextField(blank=True)  # the chosen provisions, with a space between
    words = EncryptedTextField(blank=True)
    partner_may_know = models.BooleanField(_("de uitvoerder mag mijn naam weten"), default=False)
    saved_at = models.DateTimeField(_("bewaard"), default=timezone.now)
    read_at = models.DateTimeField(_("gelezen door de organisatie"), null=True, blank=True)

    objects = AccessNeedQuerySet.as_manager()

    class Meta:
        verbose_name = _("wat iemand nodig heeft")
        verbose_name_plural = _("wat mensen nodig hebben")
        ordering = ["pk"]
        constraints = [
            # Two, since SQLite takes every NULL for another value.
            models.UniqueConstraint(fields=["participation", "meeting"], name="one_access_need_per_meeting"),
            models.UniqueConstraint(
                fields=["participation"], condition=Q(meeting=None), name="one_access_need_per_participation"
            ),
        ]

    def __str__(self) -> str:
        return str(self.key)

    @property
    def chosen(self) -> list[Provision]:
        """In the order in which they are asked."""
        said = set(self.wishes.split())
        return [provision for provision in Provision if provision.value in said]

    @staticmethod
    def written(chosen: Iterable[str]) -> str:
        """How a choice is kept."""
        return " ".join(sorted(set(chosen)))
