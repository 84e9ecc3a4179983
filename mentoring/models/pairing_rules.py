from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from programmes.models import Programme


class PairingRules(models.Model):
    """How one programme brings people together; a programme without a row follows these defaults."""

    programme = models.OneToOneField(Programme, models.CASCADE, related_name="pairing_rules")
    answer_days = models.PositiveSmallIntegerField(
        _("dagen om te antwoorden"), default=10, validators=[MinValueValidator(2), MaxValueValidator(60)]
    )
    participants_ask = models.BooleanField(
        _("deelnemers mogen zelf een mentor vragen"),
        default=True,
        help_text=_("Zij kiezen uit drie tot zes mentoren. Jij kunt het drie dagen lang stoppen."),
    )

    asks_vog = models.BooleanField(
        _("mentoren laten een VOG zien"),
        default=False,
        help_text=_("Zonder VOG laat je dan geen mentor toe. Doen mensen van 16 of 17 mee? Dan is dat altijd zo."),
    )

    class Meta:
        verbose_name = _("spelregels van het koppelen")
        verbose_name_plural = _("spelregels van het koppelen")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(answer_days__gte=2, answer_days__lte=60), name="rules_give_days_to_answer"
            ),
        ]

    def __str__(self) -> str:
        return str(self.programme_id)


def rules_of(programme: Programme) -> PairingRules:
    """Hers, or the defaults, not kept."""
    found = PairingRules.objects.filter(programme=programme).first()
    return found or PairingRules(programme=programme)


def rules_kept_with(programme: Programme) -> PairingRules:
    """The same of a programme that was fetched with them (`pairing_rules`): without a query."""
    found: PairingRules | None = getattr(programme, "pairing_rules", None)
    return found or PairingRules(programme=programme)
