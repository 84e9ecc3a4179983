"""The form that begins a round. It stands on the page of an edition, and comes back there with what was typed."""

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

LONGEST_TYPED = 20
WRONG = _("Kies 2 tot 60 dagen om te antwoorden.")


class BeginForm(forms.Form):
    answer_days = forms.IntegerField(
        label=_("Hoeveel dagen hebben mensen om te antwoorden?"),
        min_value=2,
        max_value=60,
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), WRONG),
    )


def begin_form(request: HttpRequest, answer_days: int) -> BeginForm:
    """Empty but for what is usual here; or what was refused a moment ago, with why."""
    if "dagen" in request.GET:
        return BeginForm({"answer_days": request.GET["dagen"]})
    return BeginForm(initial={"answer_days": answer_days})
