"""What someone can ask a party: the same for every party, whatever its card says."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

QUESTIONS: tuple[Promise, ...] = (
    _("Hoe kiezen jullie kandidaten, en wie beslist er?"),
    _("Waar letten jullie op?"),
    _("Tot en met wanneer kan ik mij melden?"),
    _("Hoe lang moet ik lid zijn voor ik op de lijst kan?"),
    _("Kan ik eerst meelopen of een avond meekijken?"),
    _("Wat heb ik nodig om mee te kunnen doen, en kan dat?"),
)
