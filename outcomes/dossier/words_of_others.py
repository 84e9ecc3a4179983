"""What people said of it, what was concluded, and what the published figures tell."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from outcomes.achieved import achieved
from outcomes.choices import Moment
from outcomes.dossier.batches import FEWEST
from outcomes.dossier.parts import Bar, Cell, Part, Table, bar
from outcomes.dossier.said import Said, what_people_said
from outcomes.models import Grant
from programmes.models import Programme
from programmes.pilot import pilot_told


def said(grant: Grant, today: date) -> Part:
    """The questionnaires. Under ten answers nothing is shown, and while one is open neither."""
    every = what_people_said(grant.programme, grant.starts_on, grant.ends_on, today)
    answered = [one for one in every if one.is_shown]
    waiting = [one.question.text for one in every if not one.is_shown]
    notes = [_("Niemand kan zien wie wat antwoordde. Antwoorden tellen per groep van minstens %s.") % FEWEST]
    if waiting:
        too_few = _("Nog te weinig antwoorden om te laten zien: %(questions)s")
        notes.append(too_few % {"questions": " · ".join(waiting)})
    return Part(
        "mening",
        _("Wat mensen ervan vonden"),
        bars=tuple(bar for one in answered for bar in _bars(one)),
        tables=tuple(_table(one) for one in answered),
        notes=tuple(notes) if every else (),
        empty=_("Er zijn nog geen vragen of nog geen antwoorden die je mag laten zien."),
    )


def _table(one: Said) -> Table:
    moments = list(one.counts)
    rows = tuple(
        (option, *(_number(one.counts[moment], place) for moment in moments))
        for place, option in enumerate(one.options)
    )
    total = (_("Antwoorden"), *(_total(one.counts[moment]) for moment in moments))
    columns = (_("Antwoord"), *(str(moment.label).capitalize() for moment in moments))
    return Table(one.question.text, columns, (*rows, total))


def _number(counts: tuple[int, ...] | None, place: int) -> Cell:
    return "–" if counts is None else counts[place]


def _total(counts: tuple[int, ...] | None) -> Cell:
    return _("minder dan 10") if counts is None else sum(counts)


def _bars(one: Said) -> list[Bar]:
    """At each moment that is shown: how many agree for the most part, or which answer was chosen most."""
    found = []
    for moment, counts in one.counts.items():
        if counts:
            number, words = _agreeing(counts, one) if one.question.is_scale else _chosen_most(counts, one)
            value = _("%(number)s van %(all)s: %(option)s") % {"number": number, "all": sum(counts), "option": words}
            label = f"{one.question.text} ({Moment(moment).label})"
            found.append(bar(label, number, sum(counts), value))
    return found


def _agreeing(counts: tuple[int, ...], one: Said) -> tuple[int, str]:
    return sum(counts[-2:]), _("%(most)s of %(all)s") % {"most": one.options[-2], "all": one.options[-1]}


def _chosen_most(counts: tuple[int, ...], one: Said) -> tuple[int, str]:
    most = max(range(len(counts)), key=lambda place: counts[place])
    return counts[most], one.options[most]


def pilot(programme: Programme) -> Part | None:
    """The conclusion, as the facts of the programme say it; none when it is no pilot."""
    told = pilot_told(programme)
    if told is None:
        return None
    rows = tuple(
        (station["title"], station.get("text") or station.get("when") or station["word"])
        for station in told["stations"]
    )
    lines = [told["learned"]] if told["learned"] else []
    if told["report"]:
        lines.append(_("Het evaluatierapport: %s") % told["report"])
    table = Table(_("Hoe het met de proef staat"), (_("Wat"), _("Stand")), rows)
    return Part("proef", _("Besluit over de proef"), tuple(lines), tables=(table,))


def outcome(programme: Programme) -> Part:
    """From releases alone: rounded, hidden under ten, and with the day it was published for."""
    told = achieved(programme.name)
    heading = _("Wat er daarna gebeurde")
    if told is None:
        return Part("uitkomst", heading, empty=_("Over dit programma is nog niets gepubliceerd."))
    rows = tuple((str(fact["label"]), str(fact["value"])) for fact in told["facts"])
    if told["band"]:
        rows = (*rows, (_("Gekozen of benoemd, naast een kwart"), str(told["band"])))
    notes = [
        _("Dit komt uit de gepubliceerde cijfers. Elk aantal is afgerond op vijf. Onder de 10 blijft het verborgen.")
    ]
    if told["as_of"]:
        notes.append(_("Stand per %s.") % date_format(told["as_of"], "j F Y"))
    if told["band"]:
        notes.append(
            _(
                "Dat kwart is van andere programma’s, in een ander jaar. Hoelang mensen gevolgd zijn, weten wij niet. "
                "Bron: evaluatie van 2018, in de Kamerbrief van 22 maart 2021."
            )
        )
    bars = tuple(Bar(one["label"], one["percent"], one["value"]) for one in told["bars"])
    table = Table(_("Gepubliceerd"), (_("Stap"), _("Mensen")), rows)
    return Part("uitkomst", heading, bars=bars, tables=(table,), notes=tuple(notes))
