"""The no to a proposal."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.choices import DeclineReason
from mentoring.states import Side


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
        if side == Side.MENTEE:
            del self.fields["pause_until"]

    def clean_pause_until(self) -> Any:
        day = self.cleaned_data["pause_until"]
        if day and day < timezone.localdate():
            raise forms.ValidationError(_("Kies een dag die nog komt."))
        return day
