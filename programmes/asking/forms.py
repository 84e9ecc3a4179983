"""What is asked of who makes a card: a programme, and nothing of the other."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from programmes.choices import Audience
from programmes.models import Programme


class ProgrammeField(forms.ModelChoiceField):
    """By its key; what is no key is no choice."""

    def to_python(self, value: Any) -> Any:
        try:
            return super().to_python(value)
        except ValidationError:
            raise ValidationError(self.error_messages["invalid_choice"], code="invalid_choice") from None


class CardForm(forms.Form):
    programme = ProgrammeField(
        Programme.objects.none(),
        label=_("Denk je aan een programma?"),
        required=False,
        to_field_name="key",
        empty_label=_("Nee, in het algemeen"),
        error_messages={"invalid_choice": _("Kies een programma uit de lijst. Of kies: in het algemeen.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        told = Programme.objects.filter(pages__live=True).exclude(for_whom=Audience.PARTIES)
        quiet = Programme.objects.sensitive()
        self.fields["programme"].queryset = told.exclude(pk__in=quiet).distinct().order_by("name")  # type: ignore[attr-defined]
