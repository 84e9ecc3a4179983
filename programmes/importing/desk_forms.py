"""Which file, what its people become, and which column is what."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from programmes.importing.columns import Column
from programmes.importing.reading import MOST_BYTES, read
from programmes.importing.sheets import Sheet, Unreadable
from programmes.models import Becomes


def becomes_field() -> forms.ChoiceField:
    return forms.ChoiceField(
        label=_("Wat zijn de mensen in deze lijst?"),
        choices=Becomes.choices,
        widget=forms.RadioSelect,
        initial=Becomes.PARTICIPANT,
        error_messages={"required": _("Kies wat de mensen in deze lijst zijn.")},
    )


class SheetForm(forms.Form):
    """`sheet` is what was read; a file that cannot be read is an error of the field."""

    file = forms.FileField(
        label=_("Je lijst"),
        help_text=_("XLSX of CSV, hoogstens 5 MB en 5.000 rijen. Op de eerste rij staan de namen van de kolommen."),
        error_messages={
            "required": _("Kies het bestand met je lijst."),
            "empty": _("In dit bestand staat niets. Kies het bestand met je lijst."),
        },
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.txt,.tsv"}),
    )
    becomes = becomes_field()
    sheet: Sheet

    def clean_file(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["file"]
        try:
            self.sheet = read(file.read(MOST_BYTES + 1), file.name or "")
        except Unreadable as refused:
            raise forms.ValidationError(refused.text) from None
        return file


class ColumnsForm(forms.Form):
    """A heading for each thing that is taken in; what is not chosen stays out."""

    becomes = becomes_field()

    def __init__(self, *args: Any, headings: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("niet gebruiken")), *((str(place), heading) for place, heading in enumerate(headings))]
        for column in Column:
            self.fields[column.value] = forms.ChoiceField(
                label=column.label.capitalize(),
                choices=choices,
                required=False,
                error_messages={"invalid_choice": _("Kies een kolom uit de lijst.")},
            )
        self.fields[Column.TOWN.value].help_text = _("Voor een cursus op meer plaatsen. Elke plaats is een editie.")
        self.fields["makes_editions"] = forms.BooleanField(
            label=_("Maak een editie voor elke plaats die er nog niet is"), required=False
        )

    def columns(self) -> dict[str, int]:
        return {column.value: int(chosen) for column in Column if (chosen := self.cleaned_data[column.value])}
