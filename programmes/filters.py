"""The filters of the list of programmes; its parameters stand in settings.PAGE_CACHE_PARAMETERS."""

from typing import Any

import django_filters
from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from programmes.choices import Audience, Form, Office, Province
from programmes.models.programme import Programme


class FilterForm(forms.Form):
    mark_optional = False  # a filter is never required, and need not say so


class ProgrammeFilter(django_filters.FilterSet):
    voor = django_filters.MultipleChoiceFilter(
        label=_("Voor wie"),
        field_name="programme__for_whom",
        choices=Audience.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    ambt = django_filters.MultipleChoiceFilter(
        label=_("Waarvoor"), choices=Office.choices, method="for_office", widget=forms.CheckboxSelectMultiple
    )
    waar = django_filters.ChoiceFilter(
        label=_("Waar"), choices=Province.choices, method="in_province", empty_label=_("Heel Nederland")
    )
    vorm = django_filters.MultipleChoiceFilter(
        label=_("Hoe"), field_name="programme__form", choices=Form.choices, widget=forms.CheckboxSelectMultiple
    )
    open = django_filters.BooleanFilter(
        label=_("Je kunt je nu aanmelden"), method="open_now", widget=forms.CheckboxInput
    )

    class Meta:
        form = FilterForm

    def for_office(self, pages: QuerySet, name: str, offices: list[str]) -> QuerySet:
        """A programme for any office fits every choice."""
        return pages.filter(programme__office__in=[*offices, ""]) if offices else pages

    def in_province(self, pages: QuerySet, name: str, province: str) -> QuerySet:
        """A programme for the whole country fits every province."""
        return pages.filter(Q(programme__province=province) | Q(programme__province=""))

    def open_now(self, pages: QuerySet, name: str, wanted: bool) -> QuerySet:
        return pages.filter(programme__in=Programme.objects.open()) if wanted else pages

    def chosen(self) -> list[dict[str, Any]]:
        """Each choice that is on: parameter, value and the words on its chip."""
        found = []
        self.form.full_clean()
        for name, value in self.form.cleaned_data.items() if self.is_bound else []:
            field = self.form.fields[name]
            for one in value if isinstance(value, list) else [value]:
                if one in (None, "", False):
                    continue
                label = dict(field.choices)[one] if hasattr(field, "choices") else field.label
                found.append({"name": name, "value": "on" if one is True else one, "label": label})
        return found
