"""The one door through which a list of people leaves the desk."""

from typing import Any
from uuid import UUID

from django import forms
from django.db.models import TextChoices
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from home.spreadsheet import as_csv, as_xlsx, file_response
from lifecycle.errors import Refused
from people.access import needs
from people.roles import is_organiser
from programmes.desk.edition_overview import Tile
from programmes.desk.own import crumbs, own_edition
from programmes.exporting import actions
from programmes.exporting.columns import Who, choices
from programmes.exporting.policies import can_export
from programmes.models import Edition

AT_FIRST = ("naam", "email", "stand")


class Format(TextChoices):
    XLSX = "xlsx", gettext_lazy("XLSX, voor Excel en LibreOffice")
    CSV = "csv", gettext_lazy("CSV, voor andere programma’s")


class ExportForm(forms.Form):
    who = forms.ChoiceField(
        label=gettext_lazy("Wie"),
        choices=Who.choices,
        initial=Who.PARTICIPANTS,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies wie er in het bestand komt.")},
    )
    columns = forms.MultipleChoiceField(
        label=gettext_lazy("Wat"),
        help_text=gettext_lazy("Kies niet meer dan je nodig hebt. Wat niet bij deze mensen hoort, blijft weg."),
        initial=AT_FIRST,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": gettext_lazy("Kies ten minste één kolom."),
            "invalid_choice": gettext_lazy("Kies kolommen uit deze lijst."),
        },
    )
    form = forms.ChoiceField(
        label=gettext_lazy("Soort bestand"),
        choices=Format.choices,
        initial=Format.XLSX,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies een soort bestand.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["columns"].choices = choices()  # type: ignore[attr-defined]


def door(request: HttpRequest, edition: Edition) -> Tile | None:
    if not can_export(request.user, edition):
        return None
    return Tile(
        _("Lijst als bestand"),
        _("Namen en stand als XLSX of CSV. Ieder kan zien dat je dit deed."),
        reverse("desk_export", args=[edition.key]),
    )


@needs(is_organiser)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def export(request: HttpRequest, key: UUID) -> HttpResponse:
    edition = own_edition(request, key)
    form = ExportForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            return _file(request, edition, form.cleaned_data)
        except Refused as refused:
            form.add_error(None, refused.text)
    context = {
        "edition": edition,
        "form": form,
        "breadcrumbs_items": crumbs(edition, ("", _("Lijst als bestand"))),
    }
    return render(request, "programmes/exporting/export.html", context)


def _file(request: HttpRequest, edition: Edition, chosen: dict[str, Any]) -> HttpResponse:
    who, form = Who(chosen["who"]), chosen["form"]
    table = actions.take_out(edition, who, chosen["columns"], by=request.user)  # type: ignore[arg-type]
    content = as_csv(table) if form == Format.CSV else as_xlsx({_("Lijst"): table}, headed=True)
    return file_response(content, form, name=actions.file_name(edition, who, form))


EXPORT_DESK_URLS = [path("edities/<uuid:key>/uitvoer/", export, name="desk_export")]
