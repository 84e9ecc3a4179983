from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Case, Exists, OuterRef, Q, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lifecycle.models import Keyed
from people.fields import EncryptedTextField
from people.models import Consent
from people.roles import Visitor
from programmes.choices import Reveals
from programmes.models.edition import Edition
from programmes.models.programme import Carrier
from programmes.models.question import Question
from programmes.states import APPLICATION, ApplicationState

# The purpose of the consent that an application rests on where taking part reveals health or origin.
CONSENT_PURPOSE = "application_reveals"


class ApplicationQuerySet(models.QuerySet):
    def of(self, user: Visitor) -> Self:
        return self.filter(user=user.pk) if user.is_authenticated else self.none()

    def drafts(self) -> Self:
        return self.filter(state=ApplicationState.DRAFT)

    def sent(self) -> Self:
        return self.exclude(state=ApplicationState.DRAFT)

    def unanswered(self) -> Self:
        """Sent, and nobody has said anything yet; who is on the waiting list has had an answer."""
        return self.filter(state=ApplicationState.SUBMITTED)

    def undecided(self) -> Self:
        """Sent, and no place offered or refused."""
        return self.filter(state__in=[ApplicationState.SUBMITTED, ApplicationState.WAITING])

    def waiting(self) -> Self:
        return self.filter(state=ApplicationState.WAITING)

    def agreed(self) -> Self:
        """Without those of whom nobody may see anything until they agree to what the edition reveals."""
        return self.filter(~_awaits_consent())

    def under_way(self) -> Self:
        """Sent, and not at its end: someone waits for an answer, or takes part."""
        return self.filter(
            state__in=[
                ApplicationState.SUBMITTED,
                ApplicationState.WAITING,
                ApplicationState.OFFERED,
                ApplicationState.ADMITTED,
            ]
        )

    def offered(self) -> Self:
        """A place waits for a yes."""
        return self.filter(state=ApplicationState.OFFERED)

    def lapsed(self, at: datetime | None = None) -> Self:
        """Offered until a moment that has gone by."""
        return self.offered().filter(answer_until__lt=at or timezone.now())

    def without_complaint(self) -> Self:
        """Nothing about it waits or was answered of late: a complaint would go along unread."""
        return self.filter(complaints=None)

    def at_the_desk_of(self, user: Visitor) -> Self:
        """What an organiser sees: what was sent while the own organisation carried the programme; never a draft."""
        if not user.is_authenticated:
            return self.none()
        return self.sent().filter(_sent_to(user))

    def visible_to(self, user: Visitor) -> Self:
        """One's own, and those at one's desk. Nobody sees them because of an office as administrator."""
        if not user.is_authenticated:
            return self.none()
        return self.filter(Q(user=user.pk) | (~Q(state=ApplicationState.DRAFT) & _sent_to(user)))

    def awaiting_consent(self) -> Self:
        """Sent to an edition that reveals more since then, and the person has not said yes to that."""
        return self.filter(_awaits_consent())

    def with_consent_asked(self) -> Self:
        """Fetches `awaits_consent` along, so that a list asks nothing per row."""
        return self.annotate(consent_is_asked=Case(When(_awaits_consent(), then=True), default=False))


def _sent_to(user: Visitor) -> Q:
    """An organisation that joined later sees what was sent since."""
    carriers = Carrier.objects.organised_by(user)
    return Q(Exists(carriers.filter(programme=OuterRef("edition__programme"), since__lte=OuterRef("submitted_at"))))


def _awaits_consent() -> Q:
    said_yes = Consent.objects.standing().filter(
        text__purpose=CONSENT_PURPOSE, about=OuterRef("edition__key"), user=OuterRef("user")
    )
    sensitive = Q(edition__reveals__in=[value for value in Reveals if value.is_sensitive])
    return ~Q(state=ApplicationState.DRAFT) & sensitive & ~Q(Exists(said_yes))


class Application(Keyed):
    """Someone's wish to take part in one edition, from the first saved step on."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="applications")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="applications")
    state = models.CharField(
        _("stand"), max_length=10, choices=ApplicationState, default=ApplicationState.DRAFT, editable=False
    )
    begun_at = models.DateTimeField(_("begonnen"), default=timezone.now)
    saved_at = models.DateTimeField(_("opgeslagen"), default=timezone.now)
    submitted_at = models.DateTimeField(_("verstuurd"), null=True, blank=True)
    decided_at = models.DateTimeField(_("besloten"), null=True, blank=True)
    answer_until = models.DateTimeField(_("aanbod geldt tot"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("ingetrokken"), null=True, blank=True)
    # The organisation's own words with its answer: the reason of a no, or something to know beside a place.
    decision_words = EncryptedTextField(_("woorden bij het antwoord"), blank=True)
    # "Ik ben 18 jaar of ouder": a yes, never a date of birth.
    old_enough = models.BooleanField(_("leeftijd bevestigd"), default=False)
    # Somebody with a code helped with this draft: asked about before it is sent, and then forgotten.
    helped_at = models.DateTimeField(_("iemand hielp mee"), null=True, blank=True, editable=False)

    objects = ApplicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("aanmelding")
        verbose_name_plural = _("aanmeldingen")
        ordering = ["submitted_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "user"], name="one_application_per_edition"),
            models.CheckConstraint(condition=Q(state__in=ApplicationState.values), name="application_state_known"),
            models.CheckConstraint(
                condition=Q(state=ApplicationState.DRAFT) | Q(submitted_at__isnull=False),
                name="sent_application_has_a_time",
            ),
            models.CheckConstraint(
                condition=Q(state=ApplicationState.DRAFT) | Q(old_enough=True), name="sent_by_someone_old_enough"
            ),
            models.CheckConstraint(
                condition=Q(state=ApplicationState.DRAFT) | Q(helped_at=None), name="help_is_forgotten_once_sent"
            ),
        ]
        indexes = [models.Index(fields=["edition", "state"], name="applications_by_state")]

    def __str__(self) -> str:
        return str(self.key)

    @property
    def is_draft(self) -> bool:
        return self.state == ApplicationState.DRAFT

    @property
    def is_sent(self) -> bool:
        """With the organisation, answered or not; not begun, and not taken back."""
        return self.state not in (ApplicationState.DRAFT, ApplicationState.WITHDRAWN)

    @property
    def seen_since(self) -> datetime:
        """From when an organisation has to carry the programme to see it; of one that was sent."""
        return self.submitted_at or self.begun_at

    @property
    def awaits_consent(self) -> bool:
        """Until there is a yes, nobody at the desk sees who this is or what was answered."""
        fetched = getattr(self, "consent_is_asked", None)
        return fetched if fetched is not None else type(self).objects.awaiting_consent().filter(pk=self.pk).exists()

    @property
    def asks_consent(self) -> bool:
        """And the person still has something to decide: it is not over."""
        return APPLICATION.allows("withdraw", self.state) and self.awaits_consent

    def has_lapsed(self, at: datetime | None = None) -> bool:
        """As ApplicationQuerySet.lapsed, for one at hand."""
        until = self.answer_until
        return self.state == ApplicationState.OFFERED and until is not None and until < (at or timezone.now())


class Answer(models.Model):
    """What someone wrote at one question; unreadable without our key."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="answers")
    question = models.ForeignKey(Question, models.PROTECT, related_name="answers")
    value = EncryptedTextField(_("antwoord"), blank=True)

    class Meta:
        verbose_name = _("antwoord")
        verbose_name_plural = _("antwoorden")
        ordering = ["question__step", "question__order", "pk"]
        constraints = [models.UniqueConstraint(fields=["application", "question"], name="one_answer_per_question")]

    def __str__(self) -> str:
        return str(self.question)
