"""What an organiser fills in with an answer, and the three answers there are."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from people.desk_days import DayInput
from people.messages import Message
from people.typed import PlainTextField
from programmes import emails
from programmes.actions import decisions, waiting
from programmes.decision_words import LONGEST, why_no_reason
from programmes.models import Application, Edition


@dataclass(frozen=True)
class Decision:
    act: Callable[..., Application]
    message: Message
    page: str
    """Where the mail leads."""
    label: Promise
    told: Promise
    """What the person reads as a heading after signing in."""
    done: Promise


VERBS = {
    "offer": Decision(
        decisions.offer_place,
        emails.place_offered,
        "programmes:application_offer",
        gettext_lazy("Plek aanbieden"),
        gettext_lazy("Er is een plek voor je"),
        gettext_lazy("De plek is aangeboden. Deze persoon krijgt een mail."),
    ),
    "put_on_waiting_list": Decision(
        decisions.put_on_waiting_list,
        emails.put_on_waiting_list,
        "programmes:application",
        gettext_lazy("Wachtlijst"),
        gettext_lazy("Je staat op de wachtlijst"),
        gettext_lazy("Deze persoon staat nu op de wachtlijst en krijgt een mail."),
    ),
    "refuse": Decision(
        decisions.refuse_application,
        emails.application_answered,
        "programmes:application",
        gettext_lazy("Niet toelaten"),
        gettext_lazy("Je doet deze keer niet mee"),
        gettext_lazy("Het antwoord is gegeven. Deze persoon krijgt een mail."),
    ),
}


class UntilForm(forms.Form):
    """The last day to say yes, where a place is offered."""

    until = forms.DateField(
        label=gettext_lazy("Bied je een plek aan: ja zeggen kan tot en met"),
        required=False,
        widget=DayInput,
        error_messages={"invalid": gettext_lazy("Deze dag bestaat niet. Kies een dag, zoals 12-03-2027.")},
    )

    def __init__(self, *args: Any, edition: Edition, verb: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.verb = verb
        self.default = timezone.localdate(waiting.default_deadline(edition))
        self.fields["until"].initial = self.default

    def clean_until(self) -> date:
        until = self.cleaned_data["until"] or self.default
        if self.verb == "offer" and until < timezone.localdate():
            raise forms.ValidationError(_("Deze dag is voorbij. Kies een dag die nog komt."))
        return until

    def when(self) -> dict[str, Any]:
        """What the action takes beside the words; of a valid form."""
        return {"until": waiting.end_of(self.cleaned_data["until"])} if self.verb == "offer" else {}


class DecisionForm(UntilForm):
    """Own words beside any answer; without them there is no no."""

    field_order = ("words", "until")
    words = PlainTextField(
        label=gettext_lazy("Jouw woorden"),
        help_text=gettext_lazy(
            "Deze persoon leest ze na het inloggen, nooit in een mail. Laat je niet toe, zeg dan waarom."
        ),
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        validators=[MaxLengthValidator(LONGEST, message=gettext_lazy("Dit is te lang. Het mag 1000 tekens zijn."))],
    )

    def clean_words(self) -> str:
        words = self.cleaned_data["words"].strip()
        if self.verb == "refuse" and (why_not := why_no_reason(words)):
            raise forms.ValidationError(why_not)
        return words

    def facts(self) -> dict[str, Any]:
        """What the action takes; of a valid form."""
        return {"words": self.cleaned_data["words"], **self.when()}
