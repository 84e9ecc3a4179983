"""Verbs of this floor as the journal says them (settings.JOURNAL_WORDS), where the common words are not enough."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "describe_for_figures": _("iets verteld voor de cijfers"),
    "take_back_description": _("weggehaald uit de cijfers"),
}
