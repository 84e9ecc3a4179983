"""Verbs of this floor as the journal says them (settings.JOURNAL_WORDS), where the common words are not enough."""

from django.utils.translation import gettext_lazy as _

# What tells of her politics.
NAMELESS = frozenset({"mentoring.Candidacy", "say_role"})

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
    "set_pairing_rules": _("spelregels van het koppelen bewaard"),
    "stop_going_on": _("zoekt niet meer zelf verder"),
    "tune": _("anders gewogen"),
    "unpin": _("losgemaakt"),
    "ask_how_it_goes": _("gevraagd hoe het gaat"),
    "ask_if_spoken": _("gevraagd of zij elkaar spraken"),
    "come_back": _("spreekt weer hier af"),
    "deny": _("nog niet gesproken"),
    "forget_office": _("ambt gewist"),
    "fulfil": _("vervuld"),
    "go_outside": _("spreekt elders af"),
    "note": _("gesprek genoteerd"),
    "reach": _("gelukt"),
    "reopen": _("weer open"),
    "respond": _("gereageerd op een vraag om hulp"),
    "say_role": _("antwoord over rollen gegeven"),
    "sign": _("gedragscode getekend"),
    "tell_office": _("ambt verteld"),
    "wish": _("andere mentor gevraagd"),
}
