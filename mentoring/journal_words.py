"""Verbs of this floor as the journal says them (settings.JOURNAL_WORDS), where the common words are not enough."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "admit": _("toegelaten"),
    "agree": _("afgesproken"),
    "allow": _("weer toegestaan"),
    "apply_again": _("opnieuw gemeld"),
    "claim": _("herkend op een lijst"),
    "compute": _("berekend"),
    "elect": _("gekozen"),
    "hold": _("gehouden"),
    "let_go": _("losgelaten"),
    "pass_by": _("niet gekozen"),
    "pause": _("gepauzeerd"),
    "pin": _("vastgezet"),
    "resume": _("hervat"),
    "unpin": _("losgemaakt"),
}
