"""The words beside the clock and the rules in short. Dates come from the calendar, never from here.

The rules are general knowledge of the law, kept short and hedged; the page says so and sends people to
the electoral council and their own municipality for the rest.
"""

import datetime as dt
from dataclasses import dataclass

from django.utils import formats
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from elections.clock import Clock, Moment
from elections.models import Election, Kind
from elections.parties.showing import Closing


@dataclass(frozen=True)
class Advice:
    title: Promise
    text: Promise
    steps: tuple[Promise, ...] = ()


ADVICE: dict[Moment, Advice] = {
    Moment.WANT: Advice(
        _("Tijd om te kijken of je dit wilt"),
        _("Je hebt nog jaren. Dat is fijn: je kunt rustig proeven."),
        (
            _("Ga een avond kijken bij een vergadering. Die zijn openbaar."),
            _("Praat met iemand die het doet. Vraag wat een gewone week is."),
            _("Bedenk wat jij wilt veranderen in je buurt."),
        ),
    ),
    Moment.MAY: Advice(
        _("Tijd om de regels en partijen te leren kennen"),
        _("Kies nog niet meteen. Bezoek eerst een paar partijen."),
        (
            _("Lees hieronder of je op de lijst mag."),
            _("Ga naar een bijeenkomst van een partij. Dat kan vaak zonder lid te zijn."),
            _("Vraag hoe lang je lid moet zijn voor je op de lijst kunt."),
        ),
    ),
    Moment.CAN: Advice(
        _("Tijd om te leren en te oefenen"),
        _("Partijen denken nu na over hun lijst. Laat zien dat je er bent."),
        (
            _("Volg een programma of zoek een mentor."),
            _("Doe iets kleins bij een partij: een avond, een werkgroep."),
            _("Vraag elke partij wanneer zij kandidaten zoekt."),
        ),
    ),
    Moment.GO: Advice(
        _("Tijd om je te melden bij een partij"),
        _("Partijen zoeken nu kandidaten. Veel partijen sluiten eerder dan je denkt."),
        (
            _("Vraag vandaag tot wanneer je je kunt melden."),
            _("Vraag waarop de partij let en wie er beslist."),
            _("Schrijf op waarom jij dit wilt. Dat heb je nodig bij een gesprek."),
        ),
    ),
    Moment.LATE: Advice(
        _("Bel vandaag nog, want veel lijsten zijn bijna klaar"),
        _("Veel partijen zijn al klaar met kiezen. Soms is er nog een plek."),
        (
            _("Bel een partij en vraag of de lijst nog open is."),
            _("Is het te laat? Vraag of je kunt meehelpen met de campagne."),
            _("Bereid je voor op de volgende keer. Je bent dan vroeg."),
        ),
    ),
    Moment.FIXED: Advice(
        _("De lijsten zijn ingeleverd"),
        _("Je kunt voor deze verkiezing niet meer op een lijst komen."),
        (
            _("Lees wat de partijen willen en kies."),
            _("Help mee met een campagne. Zo leer je een partij kennen."),
            _("Begin vroeg voor de volgende keer."),
        ),
    ),
    Moment.ELECTION: Advice(
        _("Vandaag is het verkiezingsdag"),
        _("Ga stemmen. En kijk vanavond naar de uitslag."),
    ),
    Moment.OVER: Advice(
        _("Deze verkiezing is voorbij"),
        _("Begin vroeg voor de volgende keer."),
    ),
}

RULES: dict[str, tuple[Promise, ...]] = {
    Kind.COUNCIL: (
        _("Je bent 18 jaar of ouder als je raadslid wordt."),
        _("Je woont dan in de gemeente."),
        _("Een rechter heeft je kiesrecht niet afgenomen."),
        _("Je hoeft geen Nederlands paspoort te hebben."),
        _("Kom je van buiten de Europese Unie? Dan gelden extra regels."),
    ),
    Kind.PROVINCE: (
        _("Je bent 18 jaar of ouder als je Statenlid wordt."),
        _("Je woont dan in de provincie."),
        _("Je hebt de Nederlandse nationaliteit."),
        _("Een rechter heeft je kiesrecht niet afgenomen."),
    ),
    Kind.WATER_BOARD: (
        _("Je bent 18 jaar of ouder als je lid van het bestuur wordt."),
        _("Je woont dan in het gebied van het waterschap."),
        _("Een rechter heeft je kiesrecht niet afgenomen."),
        _("Heb je geen Nederlands paspoort? Vraag het waterschap wat er voor jou geldt."),
    ),
}
JOBS: dict[str, Promise] = {
    Kind.COUNCIL: _("Sommig werk gaat niet samen met de raad, zoals werken als ambtenaar bij dezelfde gemeente."),
    Kind.PROVINCE: _("Sommig werk gaat niet samen met de Staten, zoals werken als ambtenaar bij dezelfde provincie."),
    Kind.WATER_BOARD: _("Sommig werk gaat niet samen met het bestuur, zoals werken bij hetzelfde waterschap."),
}
ON_A_LIST: tuple[Promise, ...] = (
    _("Je komt op de lijst via een partij. De partij kiest zelf wie er op staat en op welke plek."),
    _("Je kunt ook met anderen een eigen lijst maken. Begin dan extra vroeg, want dat vraagt meer papieren."),
    _("Je zegt zelf schriftelijk ja voordat je op de lijst komt."),
)


def rules_for(kind: str) -> tuple[Promise, ...]:
    return RULES[kind]


def exceptions_for(kind: str) -> tuple[Promise, ...]:
    return (*ON_A_LIST, JOBS[kind])


def stations(election: Election, clock: Clock, closing: Closing | None = None) -> list[dict[str, object]]:
    """The clock as the path of components/path.html: a filled circle is past, the dot is where we are now."""
    nomination = clock.days_to_nomination
    registration = election.last_registration_day
    return [
        {
            "title": _("Partijen kiezen hun kandidaten"),
            "when": _closing(closing or Closing()),
            "text": _("Vraag het de partij zelf. Wacht niet op de dagen hieronder."),
            "state": "now" if nomination >= 0 else "done",
            "word": _("Nu") if nomination >= 0 else _("Voorbij"),
        },
        {
            "title": _("Nieuwe partijen laten hun naam registreren"),
            "when": _("Uiterlijk %(day)s") % {"day": _day(registration)},
            "text": _("Zo staat het in de wet. Kijk voor de zekerheid bij de Kiesraad."),
            **_past(registration < clock.today),
        },
        {
            "title": _("Dag van kandidaatstelling"),
            "when": _day(election.nomination_day),
            "text": _("Partijen leveren hun lijst in. Daarna kan er niemand meer bij."),
            **_past(nomination < 0),
        },
        {
            "title": _("Verkiezingsdag"),
            "when": _day(election.election_day),
            "text": _("Kiezers kunnen jouw rondje rood maken."),
            "state": "goal",
            "word": "",
        },
    ]


def _past(is_past: bool) -> dict[str, object]:
    return {"state": "done", "word": _("Voorbij")} if is_past else {"state": "", "word": ""}


def _closing(closing: Closing) -> object:
    """The parties' own days, never which party: that stands with each of them."""
    if closing.first is None or closing.last is None:
        return _("Lang voor de dag van kandidaatstelling. Elke partij heeft een eigen dag.")
    if closing.first == closing.last:
        return _("Elke partij heeft een eigen dag. Wij kennen er één: %(day)s.") % {"day": _day(closing.first)}
    return _("Elke partij heeft een eigen dag. De eerste die wij kennen is %(first)s, de laatste %(last)s.") % {
        "first": _day(closing.first),
        "last": _day(closing.last),
    }


def _day(day: dt.date) -> str:
    return formats.date_format(day, "l j F Y")
