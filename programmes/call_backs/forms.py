"""What is asked of who wants to be called: a number and when, nothing more."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from people.models import ConsentText
from programmes.call_backs import numbers
from programmes.models import Programme
from programmes.models.call_back import Moment
from programmes.unnamed_consent import add_consent


class NumberField(forms.CharField):
    """A number in any notation; its cleaned value is what `numbers.read` gives."""

    def __init__(self, **kwargs: Any) -> None:
        attrs = {"type": "tel", "autocomplete": "tel", "inputmode": "tel", "size": 24}
        super().__init__(widget=forms.TextInput(attrs=attrs), error_messages={"required": numbers.EMPTY}, **kwargs)
        self.validators = []  # `read` says it in our words, also of a NUL

    def to_python(self, value: Any) -> str:
        typed = super().to_python(value)
        if not typed:
            return ""
        try:
            return numbers.read(typed)
        except numbers.NoNumber as none:
            raise ValidationError(none.text, code="invalid") from none


class CallMeForm(forms.Form):
    number = NumberField(
        label=_("Je telefoonnummer"), help_text=_("Mobiel of vast. Schrijf het zoals je het gewend bent.")
    )
    moment = forms.ChoiceField(
        label=_("Wanneer kunnen wij je het beste bellen?"),
        choices=Moment.choices,
        initial=Moment.ANY,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wanneer wij je kunnen bellen.")},
    )

    def __init__(self, *args: Any, programme: Programme, consent: ConsentText | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["number"].who_sees = _("Wie ziet dit? Alleen wie je belt.")  # type: ignore[attr-defined]
        if programme.is_sensitive:
            add_consent(self, consent, _("Ja, bewaar mijn nummer om mij te bellen"))
