"""The talk before an answer, on the page of one application at the desk: its forms, and how it stands."""

from datetime import datetime, time
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from people.desk_days import DayInput, HourInput
from people.typed import LineField, PlainTextField
from programmes import policies
from programmes.choices import AdmissionMode, TalkForm
from programmes.models import Application, Conversation
from programmes.models.conversation import LONGEST_NOTE


class PlanForm(forms.Form):
    day = forms.DateField(
        label=gettext_lazy("Dag"),
        widget=DayInput,
        error_messages={
            "required": gettext_lazy("Kies een dag voor het gesprek."),
            "invalid": gettext_lazy("Deze dag bestaat niet. Kies een dag, zoals 12-03-2027."),
        },
    )
    at = forms.TimeField(
        label=gettext_lazy("Hoe laat"),
        widget=HourInput,
        error_messages={
            "required": gettext_lazy("Kies hoe laat het gesprek begint."),
            "invalid": gettext_lazy("Schrijf de tijd als 14:30."),
        },
    )
    form = forms.ChoiceField(label=gettext_lazy("Hoe"), choices=TalkForm.choices)
    where = LineField(
        label=gettext_lazy("Waar, of wie belt wie"),
        help_text=gettext_lazy("Deze persoon leest dit na het inloggen, nooit in een mail."),
        validators=[MaxLengthValidator(200, message=gettext_lazy("Maak dit korter: hoogstens 200 tekens."))],
        error_messages={"required": gettext_lazy("Schrijf waar het gesprek is, of wie er belt.")},
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        day, at = cleaned.get("day"), cleaned.get("at")
        if day and at and self.moment(day, at) <= timezone.now():
            self.add_error("day", _("Deze dag en tijd zijn voorbij. Kies een moment dat nog komt."))
        return cleaned

    @staticmethod
    def moment(day: Any, at: time) -> datetime:
        return timezone.make_aware(datetime.combine(day, at))

    def facts(self) -> dict[str, Any]:
        """What the action takes; of a valid form."""
        cleaned = self.cleaned_data
        return {
            "starts_at": self.moment(cleaned["day"], cleaned["at"]),
            "form": cleaned["form"],
            "where": cleaned["where"],
        }


class HeldForm(forms.Form):
    note = PlainTextField(
        label=gettext_lazy("Wat is besproken?"),
        help_text=gettext_lazy("In één of twee zinnen. Deze persoon leest ze ook."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        validators=[MaxLengthValidator(LONGEST_NOTE, message=gettext_lazy("Maak dit korter: hoogstens 280 tekens."))],
    )


def panel(
    request: HttpRequest, application: Application, plan: PlanForm | None = None, held: HeldForm | None = None
) -> dict[str, Any]:
    """What stands on the page of one application; {} where one is admitted otherwise and there was no talk."""
    talk = Conversation.objects.filter(application=application).first()
    if talk is None and application.edition.admission_mode != AdmissionMode.CONVERSATION:
        return {}
    can = policies.shows_decision(request.user, application, "refuse") and not (talk and talk.is_held)
    return {
        "talk": talk,
        "plan": (plan or PlanForm(initial=_initial(talk))) if can else None,
        "held": (held or HeldForm()) if can and talk and not talk.is_cancelled else None,
    }


def _initial(talk: Conversation | None) -> dict[str, Any]:
    if talk is None:
        return {"at": time(10, 0)}
    starts_at = timezone.localtime(talk.starts_at)
    return {"day": starts_at.date(), "at": starts_at.time(), "form": talk.form, "where": talk.where}
