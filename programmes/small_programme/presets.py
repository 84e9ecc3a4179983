"""Questions that a small programme can begin with: short, and none about who somebody is."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Preset:
    """`name` is what the form sends; the words are kept on the question, in both languages."""

    name: str
    label: str
    label_en: str
    help: str
    help_en: str
    shown: str | Promise


PRESETS = (
    Preset(
        "why",
        "Waarom wil je meedoen?",
        "Why do you want to take part?",
        "Een paar zinnen is genoeg.",
        "A few sentences will do.",
        _("Waarom wil je meedoen?"),
    ),
    Preset(
        "learn",
        "Wat wil je leren of proberen?",
        "What would you like to learn or try?",
        "Je hoeft nog niets te kunnen.",
        "You need no experience.",
        _("Wat wil je leren of proberen?"),
    ),
    Preset(
        "when",
        "Op welke dagen en tijden kun je?",
        "On which days and at what times can you come?",
        "Schrijf ook op wanneer je niet kunt.",
        "Please also say when you cannot.",
        _("Op welke dagen en tijden kun je?"),
    ),
)
