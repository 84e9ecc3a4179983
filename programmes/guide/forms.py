from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from home.stations import Station
from programmes.choices import Form, Office, Province
from programmes.guide.rules import Age, Answers

UNKNOWN = ("", _("Dat weet ik nog niet"))
NO_MATTER = ("", _("Dat maakt mij niet uit"))
AGES = {"onder-16": Age.UNDER_16, "16-17": Age.SIXTEEN_SEVENTEEN, "18-plus": Age.ADULT}


def _choice(label: Any, choices: list[tuple[str, Any]], widget: type[forms.Widget]) -> forms.ChoiceField:
    """The error does not repeat the value: it comes from an address, and may be anything."""
    errors = {"invalid_choice": _("Kies een van de antwoorden.")}
    return forms.ChoiceField(label=label, choices=choices, required=False, widget=widget, error_messages=errors)


def _radio(label: Any, choices: list[tuple[str, Any]]) -> forms.ChoiceField:
    return _choice(label, choices, forms.RadioSelect)


class GuideForm(forms.Form):
    """Five questions, none about who someone is, none required. Sent with GET: the address is the answer."""

    mark_optional = False

    ambt = _radio(
        _("Waar wil je over meebeslissen?"),
        [
            (Office.COUNCIL, _("Mijn gemeente, in de raad")),
            (Office.STATES, _("Mijn provincie, in Provinciale Staten")),
            (Office.WATER_BOARD, _("Water en dijken, in het waterschap")),
            (Office.EXECUTIVE, _("Besturen, als wethouder of burgemeester")),
            UNKNOWN,
        ],
    )
    stap = _radio(
        _("Waar sta je nu?"),
        [
            (Station.WANT, _("Ik denk er wel eens over")),
            (Station.MAY, _("Ik wil de regels en partijen leren kennen")),
            (Station.CAN, _("Ik wil leren en oefenen")),
            (Station.GO, _("Ik wil op een lijst, of ik sta er al op")),
            UNKNOWN,
        ],
    )
    leeftijd = _radio(
        _("Hoe oud ben je?"),
        [
            ("onder-16", _("Jonger dan 16")),
            ("16-17", _("16 of 17")),
            ("18-plus", _("18 of ouder")),
            ("", _("Dat zeg ik liever niet")),
        ],
    )
    waar = _choice(_("Waar wil je meedoen?"), [("", _("Overal")), *Province.choices], forms.Select)
    vorm = _radio(
        _("Hoe wil je meedoen?"),
        [(Form.LIVE, _("Met anderen in een zaal")), (Form.ONLINE, _("Online, vanuit huis")), NO_MATTER],
    )

    def answers(self) -> Answers:
        said = self.cleaned_data
        return Answers(
            office=said["ambt"],
            station=said["stap"],
            age=AGES.get(said["leeftijd"], Age.UNKNOWN),
            province=said["waar"],
            form=said["vorm"],
        )
