"""What an organiser writes to a group."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from people.typed import LineField, PlainTextField
from programmes.mailing.actions import WORDS
from programmes.mailing.audiences import audiences
from programmes.models import Edition

LONGEST_SUBJECT, LONGEST_TEXT = 100, 5000


class EditionChoice(forms.ModelChoiceField):
    def label_from_instance(self, edition: Edition) -> str:
        return edition.full_name


def _subject(**options: Any) -> LineField:
    long = _("Het onderwerp is te lang. Maak het korter dan 100 tekens.")
    return LineField(max_length=LONGEST_SUBJECT, error_messages={"max_length": long, **_asks(options)}, **options)


def _text(**options: Any) -> PlainTextField:
    long = _("De tekst is te lang. Maak hem korter dan 5000 tekens.")
    area = forms.Textarea(attrs={"rows": 12})
    return PlainTextField(
        max_length=LONGEST_TEXT, widget=area, error_messages={"max_length": long, **_asks(options)}, **options
    )


def _asks(options: dict[str, Any]) -> dict[str, Any]:
    asked = options.pop("asked", None)
    return {"required": asked} if asked else {}


class GroupMessageForm(forms.Form):
    """`editions` are those that this organiser writes to. An existing message stays with its edition."""

    edition = EditionChoice(
        label=_("Editie"),
        queryset=Edition.objects.none(),
        error_messages={"required": _("Kies een editie."), "invalid_choice": _("Kies een editie uit de lijst.")},
    )
    audience = forms.ChoiceField(
        label=_("Aan wie?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies aan wie je schrijft."),
            "invalid_choice": _("Kies een groep uit de lijst."),
        },
    )
    subject = _subject(
        label=_("Onderwerp"),
        help_text=_("Kort, zodat iemand weet wat je vraagt. Noem geen mensen bij naam."),
        asked=_("Schrijf een onderwerp."),
    )
    text = _text(
        label=_("Tekst"),
        help_text=_("Gewone tekst. Een witte regel maakt een alinea. De groet ‘Dag,’ staat er al boven."),
        asked=_("Schrijf een tekst."),
    )
    subject_en = _subject(label=_("Onderwerp in het Engels (optioneel)"), required=False)
    text_en = _text(
        label=_("Tekst in het Engels (optioneel)"),
        required=False,
        help_text=_("Voor wie Engels koos. Laat je dit leeg, dan krijgt die de Nederlandse tekst."),
    )

    def __init__(self, *args: Any, editions: "QuerySet[Edition]", fixed: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["audience"].choices = [(name, audience.label) for name, audience in audiences().items()]
        if fixed:
            del self.fields["edition"]
        else:
            self.fields["edition"].queryset = editions

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        subject, text = cleaned.get("subject_en"), cleaned.get("text_en")
        if text and not subject and "subject_en" not in self.errors:
            self.add_error("subject_en", _("Schrijf ook een onderwerp in het Engels, of laat de Engelse tekst leeg."))
        if subject and not text and "text_en" not in self.errors:
            self.add_error("text_en", _("Schrijf ook een tekst in het Engels, of laat het Engelse onderwerp leeg."))
        return cleaned

    def words(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in WORDS}
