"""A few ticks and a place, and a yes to keeping that."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from elections.models import Body
from elections.models.body import Kind
from mentoring.forms.places import LONGEST, body_called
from mentoring.models import PowerRole
from mentoring.power.roles import Role
from people.typed import LineField

WHO_SEES = gettext_lazy("Wie ziet dit? Alleen jij. De ander en de organisatie zien je antwoord nooit.")


class RoleForm(forms.Form):
    roles = forms.MultipleChoiceField(
        label=gettext_lazy("Wat geldt voor jou?"),
        help_text=gettext_lazy("Geldt er niets? Kruis dan niets aan."),
        choices=Role,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": gettext_lazy("Kies uit de antwoorden die er staan.")},
    )
    place = LineField(
        label=gettext_lazy("In welke gemeente?"),
        help_text=gettext_lazy("Alleen nodig als je iets aankruiste."),
        required=False,
        validators=[MaxLengthValidator(LONGEST, gettext_lazy("Gebruik hoogstens %(limit_value)d tekens."))],
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    agree = forms.BooleanField(
        label=gettext_lazy("Ja, bewaar mijn antwoord versleuteld"),
        error_messages={"required": gettext_lazy("Kruis aan dat wij dit mogen bewaren. Of ga terug: het hoeft niet.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("roles", "place"):
            self.fields[name].who_sees = WHO_SEES

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        cleaned["body"] = None
        if not cleaned.get("roles") or "place" not in cleaned:
            return cleaned
        if not cleaned["place"]:
            self.add_error("place", _("Vul in in welke gemeente dat is."))
            return cleaned
        try:
            cleaned["body"] = body_called(cleaned["place"], Kind.COUNCIL)
        except ValidationError as unclear:
            self.add_error("place", unclear)
        return cleaned


def as_said(own: PowerRole | None) -> dict[str, Any]:
    """What stands in the form of who answered before."""
    if own is None:
        return {}
    body = Body.objects.filter(slug=own.place).first() if own.place else None
    return {"roles": own.roles.split(), "place": body.title if body else ""}
