"""Verbs of this room as the journal says them (settings.JOURNAL_WORDS), where the common words are not enough."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "join": _("in het netwerk gekomen"),
    "renew": _("verlengd"),
    "send_back": _("teruggegeven"),
    "take_away": _("weggehaald"),
    "tell_again": _("opnieuw verteld"),
}
