"""The no to a proposal."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.asking.models import LONGEST
from mentoring.choices import DeclineReason
from mentoring.states import Side
from people.typed import PlainTextField


class DeclineForm(forms.Form):
    """A reason that the organiser reads; a mentor can pause in the same press."""

    reason = forms.ChoiceField(
        label=_("Waarom past het niet?"),
        choices=DeclineReason.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies een reden. Je hoeft niets uit te leggen."),
            "invalid_choice": _("Kies een reden uit de lijst."),
        },
    )
    explained = PlainTextField(
        label=_("Wil je daar iets bij zeggen?"),
        help_text=_("Hooguit 280 tekens."),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": _("Schrijf hier hooguit 280 tekens. Je hebt er nu %(show_value)d.")},
    )
    pause_until = forms.DateField(
        label=_("Pauze tot en met"),
        help_text=_("Tot die dag krijg je geen nieuwe voorstellen."),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Vul een dag in, zoals 31-12-2027.")},
    )

    def __init__(self, *args: Any, side: Side, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].who_sees = _("Wie ziet dit? De organisatie. De ander hoort alleen dat het niet doorgaat.")
        self.fields["explained"].who_sees = _("Wie ziet dit? Alleen de organisatie. Na een half jaar wissen wij het.")
        if side == Side.MENTEE:
            del self.fields["pause_until"]

    def clean_pause_until(self) -> Any:
        day = self.cleaned_data["pause_until"]
        if day and day < timezone.localdate():
            raise forms.ValidationError(_("Kies een dag die nog komt."))
        return day
