"""The filters of the agenda; its parameters stand in settings.PAGE_CACHE_PARAMETERS."""

import django_filters
from django import forms
from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from programmes.choices import Audience, Form, Province
from programmes.filters import FilterForm, ProgrammeFilter
from programmes.models.event import Event

WHO = [(whom.value, capfirst(whom.label)) for whom in Audience]
FORMS = [(Form.LIVE.value, Form.LIVE.label), (Form.ONLINE.value, Form.ONLINE.label)]


class EventFilter(django_filters.FilterSet):
    voor = django_filters.ChoiceFilter(
        label=_("Voor wie"), choices=WHO, method="for_whom", empty_label=_("Alle bijeenkomsten")
    )
    waar = django_filters.ChoiceFilter(
        label=_("Waar"), choices=Province.choices, method="in_province", empty_label=_("Heel Nederland")
    )
    vorm = django_filters.MultipleChoiceFilter(
        label=_("Hoe"), choices=FORMS, method="by_form", widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Event
        fields: list[str] = []
        form = FilterForm

    def for_whom(self, events: QuerySet, name: str, whom: str) -> QuerySet:
        """What is for everyone fits every choice."""
        return events.filter(for_whom__in=[whom, Audience.EVERYONE])

    def in_province(self, events: QuerySet, name: str, province: str) -> QuerySet:
        """What is online can be joined from every province."""
        return events.filter(Q(province=province) | Q(online=True))

    def by_form(self, events: QuerySet, name: str, wanted: list[str]) -> QuerySet:
        return events.filter(online__in=[form == Form.ONLINE for form in wanted]) if wanted else events

    chosen = ProgrammeFilter.chosen  # the same chips


def without(query: QueryDict, chip: dict[str, str]) -> str:
    """The agenda without one choice, from its first page."""
    kept = query.copy()
    kept.setlist(chip["name"], [value for value in query.getlist(chip["name"]) if value != chip["value"]])
    kept.pop("pagina", None)
    return f"?{kept.urlencode()}"
