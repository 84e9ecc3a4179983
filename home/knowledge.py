"""Pages of knowledge and what one can learn from, along the way, by topic and for whom: chosen by the address."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import TextChoices
from django.http import QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from home.stations import Station
from home.topics import Reader, Topic

PAGE = "pagina"
FILTERS: dict[str, type[TextChoices]] = {"onderwerp": Topic, "stap": Station, "wie": Reader}
LABELS = {"onderwerp": _("Onderwerp"), "stap": _("Stap"), "wie": _("Voor wie")}


@dataclass(frozen=True)
class Entry:
    """A page, or one thing to learn from; an empty answer means that it was not said."""

    title: str
    text: str
    url: str
    onderwerp: str
    stap: str
    wie: str
    by: str = ""
    is_material: bool = False

    def as_row(self) -> dict[str, Any]:
        """As components/ballot.html takes it."""
        found = [Reader(self.wie).label if self.wie else "", Topic(self.onderwerp).label if self.onderwerp else ""]
        facts = [capfirst(fact) for fact in (*found, self.by) if fact]
        return {"title": self.title, "url": self.url, "text": self.text, "facts": facts}


class Choice(forms.Form):
    """Only answers that something fits; nothing here is required, and need not say so."""

    mark_optional = False

    def __init__(self, *args: Any, offered: dict[str, list[str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, values in offered.items():
            choices = [(value, FILTERS[name](value).label) for value in values]
            self.fields[name] = forms.MultipleChoiceField(
                label=LABELS[name], choices=choices, required=False, widget=forms.CheckboxSelectMultiple
            )


@dataclass(frozen=True)
class Found:
    """What is left of the entries; `chips` are the choices that are on, each with the list without it."""

    pages: list[Entry]
    materials: list[Entry]
    form: Choice
    chips: list[dict[str, str]]


def find(entries: Iterable[Entry], query: QueryDict) -> Found:
    """One of the values of each question that is answered. What nobody offers is as good as not asked."""
    known = list(entries)
    offered = {name: _offered(known, name) for name in FILTERS}
    asked = {name: [value for value in values if value in query.getlist(name)] for name, values in offered.items()}
    left = [entry for entry in known if all(not on or getattr(entry, name) in on for name, on in asked.items())]
    return Found(
        pages=[entry for entry in left if not entry.is_material],
        materials=[entry for entry in left if entry.is_material],
        form=Choice(data=asked, offered={name: values for name, values in offered.items() if len(values) > 1}),
        chips=[*_chips(asked)],
    )


def _offered(entries: list[Entry], name: str) -> list[str]:
    there = {getattr(entry, name) for entry in entries}
    return [value for value in FILTERS[name].values if value in there]


def _chips(asked: dict[str, list[str]]) -> Iterator[dict[str, str]]:
    for name, values in asked.items():
        for value in values:
            rest = QueryDict(mutable=True)
            for other, kept in asked.items():
                rest.setlist(other, [one for one in kept if (other, one) != (name, value)])
            yield {"label": str(FILTERS[name](value).label), "url": f"?{rest.urlencode()}"}


def by_station(entries: Iterable[Entry]) -> list[dict[str, Any]]:
    """Along the way into politics, what belongs to no step last; each group with rows for components/ballot.html."""
    found: dict[str, list[dict[str, Any]]] = {station: [] for station in [*Station, ""]}
    for entry in entries:
        found[entry.stap].append(entry.as_row())
    return [
        {"key": station or "anders", "label": _step(station), "rows": rows} for station, rows in found.items() if rows
    ]


def _step(station: str) -> str:
    return _("Stap: %(station)s") % {"station": Station(station).label.lower()} if station else str(_("En verder"))
