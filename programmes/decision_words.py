"""What an organiser writes beside an answer: a no has a reason, and some things never are one."""

from django.utils.translation import gettext as _

from programmes.forbidden import shuts_out_by_group, trait_asked_for

LONGEST = 1000


def why_no_reason(words: str) -> str:
    """What is wrong with these words as the reason of a no, for who wrote them; "" when nothing is."""
    if not words.strip():
        return _("Schrijf in een zin waarom. Deze persoon leest dat.")
    if shuts_out_by_group(words):
        return _(
            "Niet bij de doelgroep horen is geen reden. Past een ander programma beter? Dat is er wel een: noem welk."
        )
    if trait_asked_for(words):
        return _("Dit lijkt te gaan over afkomst, geloof, gezondheid, seksualiteit of partij. Dat is nooit een reden.")
    return ""
