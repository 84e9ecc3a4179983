import hashlib

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from people.languages import said
from programmes.choices import QuestionKind
from programmes.forbidden import trait_asked_for
from programmes.models.edition import Edition

_WITH_CHOICES = [kind.value for kind in QuestionKind if kind.has_choices]


class Question(models.Model):
    """One of the organiser's own questions in the application form, on a step of it.

    A question that seems to ask for what we never ask of a person is held: nobody gets to see it
    until an administrator has cleared exactly these words.
    """

    edition = ParentalKey(Edition, on_delete=models.CASCADE, related_name="questions")
    step = models.PositiveSmallIntegerField(
        _("stap"), default=1, validators=[MinValueValidator(1), MaxValueValidator(9)]
    )
    step_title = models.CharField(
        _("kop van deze stap"), max_length=40, blank=True, help_text=_("De eerste ingevulde kop van een stap telt.")
    )
    step_title_en = models.CharField(_("kop van deze stap, in het Engels"), max_length=40, blank=True)
    order = models.PositiveSmallIntegerField(_("plaats"), default=0)
    label = models.CharField(_("vraag"), max_length=200)
    label_en = models.CharField(_("vraag, in het Engels"), max_length=200, blank=True)
    help = models.CharField(_("uitleg"), max_length=250, blank=True)
    help_en = models.CharField(_("uitleg, in het Engels"), max_length=250, blank=True)
    kind = models.CharField(_("soort antwoord"), max_length=8, choices=QuestionKind, default=QuestionKind.LONG)
    choices = models.TextField(_("keuzes"), blank=True, help_text=_("Bij kiezen: één keuze per regel."))
    choices_en = models.TextField(_("keuzes, in het Engels"), blank=True, help_text=_("In dezelfde volgorde."))
    required = models.BooleanField(_("verplicht"), default=True)
    # One level deep: an earlier question that is always asked, and one of its answers.
    shown_if = models.ForeignKey(
        "self",
        models.RESTRICT,
        null=True,
        blank=True,
        related_name="depending",
        verbose_name=_("alleen vragen na deze vraag"),
        help_text=_("Kies een eerdere vraag. Leeg: iedereen krijgt deze vraag."),
    )
    shown_if_answer = models.CharField(
        _("en alleen bij dit antwoord"),
        max_length=200,
        blank=True,
        help_text=_("Precies zoals de keuze daar staat, of ja of nee."),
    )
    # Fingerprint of the words that an administrator cleared; other words are held again.
    cleared = models.CharField(max_length=64, blank=True, editable=False)

    class Meta:
        verbose_name = _("vraag")
        verbose_name_plural = _("vragen")
        ordering = ["step", "order", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(step__gte=1, step__lte=9), name="question_on_a_step"),
            models.CheckConstraint(condition=Q(kind__in=QuestionKind.values), name="question_kind_known"),
            models.CheckConstraint(condition=~Q(kind__in=_WITH_CHOICES) | ~Q(choices=""), name="choice_has_choices"),
            models.CheckConstraint(
                condition=Q(shown_if=None, shown_if_answer="") | (Q(shown_if__isnull=False) & ~Q(shown_if_answer="")),
                name="a_condition_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return self.label

    def clean(self) -> None:
        if self.kind in _WITH_CHOICES and len(self.options()) < 2:
            raise ValidationError({"choices": _("Geef minstens twee keuzes, elk op een eigen regel.")})

    def options(self) -> list[tuple[str, str]]:
        """(value, label): the value is the Dutch line, the label that of the page's language."""
        values = [line.strip() for line in self.choices.splitlines() if line.strip()]
        labels = [line.strip() for line in said(self, "choices").splitlines() if line.strip()]
        return list(zip(values, labels if len(labels) == len(values) else values, strict=True))

    def _words(self) -> list[str]:
        return [
            self.label, self.label_en, self.help, self.help_en, self.choices, self.choices_en,
            self.step_title, self.step_title_en,
        ]  # fmt: skip

    def fingerprint(self) -> str:
        return hashlib.sha256("\n".join(self._words()).encode()).hexdigest()

    @property
    def trait(self) -> str:
        """The trait it seems to ask for, or ""."""
        return trait_asked_for(*self._words())

    @property
    def is_held(self) -> bool:
        return bool(self.trait) and self.cleared != self.fingerprint()
