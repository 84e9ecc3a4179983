from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lifecycle.models import Keyed
from people.fields import EncryptedTextField
from people.roles import Visitor
from programmes.choices import Verdict
from programmes.models.application import Application
from programmes.models.criterion import Criterion
from programmes.models.edition import Edition
from programmes.states import ReviewState


class EditionReviewer(Keyed):
    """Somebody who reads the answers of one edition, without a name above them; from this organisation or another."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="reviewers")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="reviewer_of")
    added_at = models.DateTimeField(_("sinds"), default=timezone.now)

    class Meta:
        verbose_name = _("beoordelaar")
        verbose_name_plural = _("beoordelaars")
        ordering = ["added_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["edition", "user"], name="reviewer_once_per_edition")]

    def __str__(self) -> str:
        return str(self.user)


class ReviewQuerySet(models.QuerySet["Review"]):
    def of(self, user: Visitor) -> Self:
        """What this person was given to read, for as long as she is a reviewer of that edition."""
        if not user.is_authenticated:
            return self.none()
        return self.filter(reviewer=user.pk, application__edition__reviewers__user=user.pk)

    def to_write(self) -> Self:
        return self.filter(state=ReviewState.ASSIGNED)

    def submitted(self) -> Self:
        return self.filter(state=ReviewState.SUBMITTED)

    def standing(self) -> Self:
        """Given, and not passed on."""
        return self.exclude(state=ReviewState.PASSED_ON)

    def with_open_beside(self) -> Self:
        """Fetches along whether somebody still has to write about the same application: `open_beside`."""
        same = Review.objects.filter(application=OuterRef("application")).to_write()
        return self.annotate(open_beside=Exists(same))

    def readable(self) -> Self:
        """While there is no answer yet, and the person agrees to be read."""
        return self.exclude(state=ReviewState.PASSED_ON).filter(
            application__in=Application.objects.undecided().agreed()
        )


class Review(Keyed):
    """One reviewer's reading of one application. It holds words alone: nothing in it can be added up or ordered."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="reviews")
    # Empty when the reviewer's account is gone: what was said of the person is the person's.
    reviewer = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="reviews")
    state = models.CharField(
        _("stand"), max_length=10, choices=ReviewState, default=ReviewState.ASSIGNED, editable=False
    )
    assigned_at = models.DateTimeField(_("gegeven"), default=timezone.now)
    submitted_at = models.DateTimeField(_("verstuurd"), null=True, blank=True)

    objects = ReviewQuerySet.as_manager()

    class Meta:
        verbose_name = _("beoordeling")
        verbose_name_plural = _("beoordelingen")
        ordering = ["assigned_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["application", "reviewer"], name="one_review_per_reviewer"),
            models.CheckConstraint(condition=Q(state__in=ReviewState.values), name="review_state_known"),
            models.CheckConstraint(
                condition=~Q(state=ReviewState.SUBMITTED) | Q(submitted_at__isnull=False),
                name="submitted_review_has_a_time",
            ),
        ]

    def __str__(self) -> str:
        return str(self.key)

    @property
    def edition(self) -> Edition:
        return self.application.edition

    @property
    def tag(self) -> str:
        """What it is called where it has no name: by chance, so that nothing follows from it."""
        return self.key.hex[:4].upper()

    @property
    def is_to_write(self) -> bool:
        return self.state == ReviewState.ASSIGNED

    @property
    def is_submitted(self) -> bool:
        return self.state == ReviewState.SUBMITTED

    @property
    def is_passed_on(self) -> bool:
        return self.state == ReviewState.PASSED_ON


class CriterionJudgement(models.Model):
    """What one reviewer found on one criterion: a word of three, and a sentence."""

    review = models.ForeignKey(Review, models.CASCADE, related_name="judgements")
    criterion = models.ForeignKey(Criterion, models.SET_NULL, null=True, related_name="+")
    # As it read when it was judged: the person reads it beside the sentence, also when the criterion is gone.
    title = models.CharField(_("criterium"), max_length=80)
    verdict = models.CharField(_("oordeel"), max_length=12, choices=Verdict, blank=True)
    sentence = EncryptedTextField(_("in een zin"), blank=True)

    class Meta:
        verbose_name = _("oordeel")
        verbose_name_plural = _("oordelen")
        ordering = ["pk"]  # as the criteria stood when it was written
        constraints = [
            models.UniqueConstraint(fields=["review", "criterion"], name="one_judgement_per_criterion"),
            models.CheckConstraint(condition=Q(verdict__in=["", *Verdict.values]), name="verdict_known"),
        ]

    def __str__(self) -> str:
        return self.title
