"""Verbs of this floor as the journal says them (settings.JOURNAL_WORDS), where the common words are not enough."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "answer_first": _("vraag vooraf beantwoord"),
    "ask": _("mentor gevraagd"),
    "ask_first": _("eerst iets gevraagd"),
    "admit": _("toegelaten"),
    "agree": _("afgesproken"),
    "allow": _("weer toegestaan"),
    "apply_again": _("opnieuw gemeld"),
    "ask_to_compute": _("berekening gevraagd"),
    "claim": _("herkend op een lijst"),
    "compute": _("berekend"),
    "elect": _("gekozen"),
    "go_on": _("zoekt zelf verder"),
    "hold": _("gehouden"),
    "let_go": _("losgelaten"),
    "pass_by": _("niet gekozen"),
    "pause": _("gepauzeerd"),
    "pin": _("vastgezet"),
    "resume": _("hervat"),
    "stop_going_on": _("zoekt niet meer zelf verder"),
    "tune": _("anders gewogen"),
    "unpin": _("losgemaakt"),
}
