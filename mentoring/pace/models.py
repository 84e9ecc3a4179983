from datetime import date
from typing import Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lifecycle.models import Keyed
from mentoring.choices import Way
from mentoring.fields import SeveralField
from mentoring.models.match import Match
from mentoring.pace.choices import Going, Helped, Moment, Need, NudgeKind, Often, WishReason
from mentoring.pace.states import AgreementState, CheckInState, NudgeState, PaceState, WishState
from mentoring.states import MatchState, Side
from people.fields import EncryptedTextField
from people.roles import Visitor


class OfAPairQuerySet(models.QuerySet):
    """Rows that hang on a match."""

    def visible_to(self, user: Visitor) -> Self:
        """The two of the pair, and nobody else."""
        return self.filter(match__in=Match.objects.of(user).pairs())


class AgreementQuerySet(OfAPairQuerySet):
    def proposed(self) -> Self:
        return self.filter(state=AgreementState.PROPOSED)

    def agreed(self) -> Self:
        """What holds now."""
        return self.filter(state=AgreementState.AGREED)


class Agreement(Keyed):
    """What a pair agrees on: one version, made by one, in force once the other says yes."""

    match = models.ForeignKey(Match, models.CASCADE, related_name="agreements")
    version = models.PositiveSmallIntegerField(editable=False)
    state = models.CharField(
        _("stand"), max_length=10, choices=AgreementState, default=AgreementState.PROPOSED, editable=False
    )
    often = models.CharField(_("hoe vaak"), max_length=10, choices=Often)
    way = models.CharField(_("hoe"), max_length=10, choices=Way)
    minutes = models.PositiveSmallIntegerField(
        _("hoeveel minuten"), default=60, validators=[MinValueValidator(10), MaxValueValidator(480)]
    )
    until = models.DateField(_("tot wanneer"), null=True, blank=True)
    words = EncryptedTextField(_("wat tussen ons blijft"), blank=True)
    proposed_by = models.CharField(max_length=6, choices=Side, editable=False)
    proposed_at = models.DateTimeField(default=timezone.now, editable=False)
    agreed_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = AgreementQuerySet.as_manager()

    class Meta:
        verbose_name = _("plan van een koppel")
        verbose_name_plural = _("plannen van koppels")
        ordering = ["-version"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=AgreementState.values), name="agreement_state_known"),
            models.UniqueConstraint(fields=["match", "version"], name="one_agreement_of_a_version"),
            models.UniqueConstraint(
                fields=["match"], condition=Q(state=AgreementState.PROPOSED), name="one_agreement_proposed"
            ),
            models.UniqueConstraint(
                fields=["match"], condition=Q(state=AgreementState.AGREED), name="one_agreement_in_force"
            ),
        ]

    def __str__(self) -> str:
        return str(self.key)


class Goal(Keyed):
    """Something small that a pair works on."""

    match = models.ForeignKey(Match, models.CASCADE, related_name="goals")
    words = EncryptedTextField(_("doel"))
    made_by = models.CharField(max_length=6, choices=Side, editable=False)
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    reached_at = models.DateTimeField(_("gelukt"), null=True, blank=True)

    objects = OfAPairQuerySet.as_manager()

    class Meta:
        verbose_name = _("doel van een koppel")
        verbose_name_plural = _("doelen van een koppel")
        ordering = ["made_at", "pk"]

    def __str__(self) -> str:
        return str(self.key)


class Pace(models.Model):
    """How a pair goes on: here or elsewhere, and a pause. A pair without a row meets here."""

    match = models.OneToOneField(Match, models.CASCADE, related_name="pace", primary_key=True)
    state = models.CharField(_("stand"), max_length=10, choices=PaceState, default=PaceState.INSIDE, editable=False)
    outside_by = models.CharField(max_length=6, choices=Side, blank=True, editable=False)
    paused_until = models.DateField(_("pauze tot en met"), null=True, blank=True)
    paused_by = models.CharField(max_length=6, choices=Side, blank=True, editable=False)

    class Meta:
        verbose_name = _("tempo van een koppel")
        verbose_name_plural = _("tempo van koppels")
        constraints = [models.CheckConstraint(condition=Q(state__in=PaceState.values), name="pace_state_known")]

    def __str__(self) -> str:
        return str(self.match_id)

    @property
    def is_outside(self) -> bool:
        return self.state == PaceState.OUTSIDE

    def is_paused(self, on: date | None = None) -> bool:
        """Up to and including its last day."""
        return self.paused_until is not None and self.paused_until >= (on or timezone.localdate())


def pace_of(match: Match) -> Pace:
    """Hers, or that of a pair that meets here, not kept."""
    found = getattr(match, "pace", None)
    return found or Pace(match=match)


class NudgeQuerySet(OfAPairQuerySet):
    def asked(self) -> Self:
        """Nobody said yes or no."""
        return self.filter(state=NudgeState.ASKED)

    def spoken(self) -> Self:
        return self.filter(state=NudgeState.SPOKEN)


class Nudge(Keyed):
    """ "Hebben jullie elkaar gesproken?", asked of both at once: once about each thing it can be about."""

    match = models.ForeignKey(Match, models.CASCADE, related_name="nudges")
    kind = models.CharField(_("waarom"), max_length=10, choices=NudgeKind)
    # The silence that began on this day, this month, the meeting of this day, or the day somebody asked.
    about = models.DateField()
    state = models.CharField(_("stand"), max_length=10, choices=NudgeState, default=NudgeState.ASKED, editable=False)
    asked_at = models.DateTimeField(_("gevraagd"), default=timezone.now, editable=False)
    answered_at = models.DateTimeField(_("antwoord"), null=True, blank=True, editable=False)
    answered_by = models.CharField(max_length=6, choices=Side, blank=True, editable=False)

    objects = NudgeQuerySet.as_manager()

    class Meta:
        verbose_name = _("navraag")
        verbose_name_plural = _("navragen")
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=NudgeState.values), name="nudge_state_known"),
            models.UniqueConstraint(fields=["match", "kind", "about"], name="one_nudge_about_each_thing"),
        ]

    def __str__(self) -> str:
        return str(self.key)

    @property
    def was_yes(self) -> bool:
        """One of the two said so; a conversation that was noted answers a question, and says nothing by itself."""
        return self.state == NudgeState.SPOKEN


class CheckInQuerySet(OfAPairQuerySet):
    def asked(self) -> Self:
        """Not answered, and not too late."""
        return self.filter(state=CheckInState.ASKED)

    def answered(self) -> Self:
        return self.filter(state=CheckInState.ANSWERED)

    def asking_for_help(self) -> Self:
        """Call me, or it does not work."""
        return self.answered().filter(Q(need=Need.CALL) | Q(going=Going.HARD))

    def waiting_for_help(self) -> Self:
        """Until an organiser says that she responded."""
        return self.asking_for_help().filter(responded_at=None)


class CheckIn(Keyed):
    """How one of the two says it goes, at a set moment. The organiser reads it; the other never does."""

    match = models.ForeignKey(Match, models.CASCADE, related_name="check_ins")
    side = models.CharField(max_length=6, choices=Side, editable=False)
    moment = models.CharField(_("moment"), max_length=10, choices=Moment, editable=False)
    state = models.CharField(
        _("stand"), max_length=10, choices=CheckInState, default=CheckInState.ASKED, editable=False
    )
    asked_at = models.DateTimeField(_("gevraagd"), default=timezone.now, editable=False)
    answered_at = models.DateTimeField(_("antwoord"), null=True, blank=True, editable=False)
    going = models.CharField(_("hoe het gaat"), max_length=10, choices=Going, blank=True)
    need = models.CharField(_("wat helpt"), max_length=10, choices=Need, blank=True)
    helped = SeveralField(_("wat het gaf"), of=Helped)
    words = EncryptedTextField(_("toelichting voor de organisatie"), blank=True)
    # Only where it asks for help.
    responded_at = models.DateTimeField(_("organisatie reageerde"), null=True, blank=True, editable=False)

    objects = CheckInQuerySet.as_manager()

    class Meta:
        verbose_name = _("tussenvraag")
        verbose_name_plural = _("tussenvragen")
        ordering = ["asked_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=CheckInState.values), name="check_in_state_known"),
            models.UniqueConstraint(fields=["match", "side", "moment"], name="one_check_in_a_moment"),
        ]

    def __str__(self) -> str:
        return str(self.key)

    @property
    def waits_for_help(self) -> bool:
        """As `waiting_for_help`, of one."""
        asks = self.state == CheckInState.ANSWERED and (self.need == Need.CALL or self.going == Going.HARD)
        return asks and self.responded_at is None


class MentorWishQuerySet(OfAPairQuerySet):
    def open(self) -> Self:
        """Still looking."""
        return self.filter(state=WishState.OPEN)

    def keeping(self) -> Self:
        """Looks while the pair goes on."""
        return self.open().filter(match__state=MatchState.ACTIVE)


class MentorWish(Keyed):
    """A participant asks for another mentor: at once, or while she keeps this one until then."""

    match = models.ForeignKey(Match, models.CASCADE, related_name="mentor_wishes")
    state = models.CharField(_("stand"), max_length=10, choices=WishState, default=WishState.OPEN, editable=False)
    reason = models.CharField(_("reden"), max_length=10, choices=WishReason)
    asked_at = models.DateTimeField(_("gevraagd"), default=timezone.now, editable=False)
    over_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = MentorWishQuerySet.as_manager()

    class Meta:
        verbose_name = _("wens voor een andere mentor")
        verbose_name_plural = _("wensen voor een andere mentor")
        ordering = ["asked_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=WishState.values), name="wish_state_known"),
            models.UniqueConstraint(
                fields=["match"], condition=Q(state=WishState.OPEN), name="one_open_wish_of_a_pair"
            ),
        ]

    def __str__(self) -> str:
        return str(self.key)
