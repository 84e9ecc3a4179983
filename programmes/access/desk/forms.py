"""What an organiser fills in: how many of what, by when, seen to by whom."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from people.addresses import MailAddressField
from people.desk_days import DayInput
from people.models import User
from people.typed import PlainTextField
from programmes.access.arranging import who_can_own, why_not_said
from programmes.models import AccessNeed, Arrangement, Edition, GroupMeeting, Provision
from programmes.models.arrangement import MOST

LONGEST = 300


class ByKeyField(forms.ModelChoiceField):
    """One of a few things, by its key: what is no key at all is a wrong choice too."""

    def __init__(self, queryset: Any, **kwargs: Any) -> None:
        super().__init__(queryset, to_field_name="key", **kwargs)

    def to_python(self, value: Any) -> Any:
        try:
            return super().to_python(value)
        except ValidationError as wrong:
            raise ValidationError(self.error_messages["invalid_choice"], code="invalid_choice") from wrong


class ArrangementsForm(forms.Form):
    """How many of what, for one activity: everything with a number becomes a line of the list."""

    meeting = ByKeyField(
        label=_("Waarvoor?"),
        queryset=GroupMeeting.objects.none(),
        required=False,
        empty_label=_("De hele editie"),
        error_messages={"invalid_choice": _("Kies een bijeenkomst uit de lijst.")},
    )
    due_on = forms.DateField(
        label=_("Klaar op"),
        widget=DayInput,
        error_messages={
            "required": _("Vul in wanneer het klaar moet zijn."),
            "invalid": _("Schrijf de dag als 2027-03-31, of kies hem uit de kalender."),
        },
    )
    owner = ByKeyField(
        label=_("Wie regelt het?"),
        queryset=User.objects.none(),
        required=False,
        empty_label=_("Nog niemand"),
        error_messages={"invalid_choice": _("Kies iemand uit de lijst.")},
    )
    words = PlainTextField(
        label=_("Wat moet wie het regelt weten?"),
        help_text=_("Schrijf geen namen van deelnemers op."),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"max_length": _("Maak de tekst korter: hoogstens %(limit_value)s tekens.")},
    )

    def __init__(self, *args: Any, edition: Edition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.edition = edition
        self.fields["meeting"].queryset = edition.group_meetings.going_ahead().upcoming()
        self.fields["meeting"].label_from_instance = _called
        self.fields["owner"].queryset = who_can_own(edition)
        self.initial["due_on"] = self._day_to_begin_with(edition)
        for provision in Provision:
            self.fields[provision.value] = _amount(str(provision.label).capitalize())

    @staticmethod
    def _day_to_begin_with(edition: Edition) -> date | None:
        """The first day still to come: of the edition itself, or of its next meeting."""
        today = timezone.localdate()
        if edition.starts_on and edition.starts_on > today:
            return edition.starts_on
        following = edition.group_meetings.going_ahead().upcoming().order_by("starts_at").first()
        return timezone.localdate(following.starts_at) if following else None

    def clean_words(self) -> str:
        return _said_of_nobody(self.edition, self.cleaned_data["words"])

    @property
    def numbers(self) -> list[forms.BoundField]:
        return [self[provision.value] for provision in Provision]

    @property
    def facts(self) -> list[forms.BoundField]:
        return [self[name] for name in ("meeting", "due_on", "owner", "words")]

    def amounts(self) -> dict[str, int]:
        return {provision.value: self.cleaned_data.get(provision.value) or 0 for provision in Provision}

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if not self.errors and not any(cleaned.get(provision.value) for provision in Provision):
            raise ValidationError(_("Vul bij iets een aantal in."), code="nothing")
        return cleaned


def _called(meeting: GroupMeeting) -> str:
    return f"{meeting.title}, {date_format(timezone.localtime(meeting.starts_at), 'j F Y')}"


def _amount(label: str, *, least: int = 0) -> forms.IntegerField:
    asked = {"what": label, "least": least, "most": MOST}
    wrong = gettext("%(what)s: vul een heel getal in van %(least)s tot en met %(most)s.") % asked
    errors = dict.fromkeys(("required", "invalid", "min_value", "max_value"), wrong)
    return forms.IntegerField(label=label, min_value=least, max_value=MOST, required=bool(least), error_messages=errors)


class ArrangementForm(forms.Form):
    """One line of the list; and for whom it is, of who ticked that the partner may know."""

    number = forms.IntegerField()
    due_on = ArrangementsForm.base_fields["due_on"]
    owner = ArrangementsForm.base_fields["owner"]
    words = ArrangementsForm.base_fields["words"]
    names = forms.ModelMultipleChoiceField(
        label=_("Namen die de uitvoerder mag weten"),
        help_text=_("Alleen wie dat zelf aankruiste, staat hier."),
        queryset=AccessNeed.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        to_field_name="key",
        error_messages={"invalid_choice": _("Deze persoon wil niet meer dat de uitvoerder de naam weet.")},
    )

    def __init__(self, *args: Any, arrangement: Arrangement, needs: "QuerySet[AccessNeed]", **kwargs: Any) -> None:
        told = [name.need.key for name in arrangement.names.select_related("need")]
        kwargs["initial"] = {
            "number": arrangement.number,
            "due_on": arrangement.due_on,
            "owner": arrangement.owner.key if arrangement.owner else None,
            "words": arrangement.words,
            "names": told,
        }
        super().__init__(*args, **kwargs)
        self.edition = arrangement.edition
        self.fields["number"] = _amount(gettext("Aantal"), least=1)
        self.fields["owner"].queryset = who_can_own(arrangement.edition)
        named = needs.filter(partner_may_know=True).select_related("participation__user")
        self.fields["names"].queryset = named
        self.fields["names"].label_from_instance = lambda need: str(need.participation.user)
        if not named.exists():
            del self.fields["names"]

    def clean_words(self) -> str:
        return _said_of_nobody(self.edition, self.cleaned_data["words"])


def _said_of_nobody(edition: Edition, words: str) -> str:
    if why_not := why_not_said(edition, words):
        raise ValidationError(why_not, code="names")
    return words


class InvitePartnerForm(forms.Form):
    address = MailAddressField(
        label=_("E-mailadres van de uitvoerder"),
        help_text=_("Deze persoon krijgt een mail met een knop. Daarna ziet zij of hij wat er te regelen is."),
    )
