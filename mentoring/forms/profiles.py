"""A profile, a few questions a page. Beside each: who reads the answer."""

from datetime import timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.models import MenteeProfile, MentorProfile
from mentoring.models.profile import MOST_PLACES
from mentoring.pseudonyms import called
from mentoring.vetting.models import LONGEST_CONCERN
from people.models import User
from people.typed import PlainTextField
from programmes.models import Programme

Words = Any  # lazy, so that they follow the language of the page

ONLY_DESK = _("Wie ziet dit? Jij en de organisatie.")
AFTER_YES = _("Wie ziet dit? De organisatie, en de ander als jullie allebei ja zeggen.")

REQUIRED: dict[str, Words] = {
    "topics": _("Kies minstens één onderwerp."),
    "languages": _("Kies minstens één taal."),
    "slots": _("Kies minstens één moment."),
    "ways": _("Kies minstens één manier."),
    "offices": _("Kies minstens één ambt."),
    "display_name": _("Vul een naam in."),
    "capacity": _("Vul in hoeveel mensen je tegelijk wilt helpen."),
}
# Beside each field, in words of that field: a test holds these against what a proposal really shows.
_SHARED: dict[str, Words] = {
    "languages": _("Wie ziet dit? De organisatie. De ander leest alleen de talen die jullie delen."),
    "slots": _("Wie ziet dit? De organisatie. De ander leest alleen de momenten die jullie delen."),
    "ways": _("Wie ziet dit? De organisatie. De ander leest alleen wat jullie delen, en niets van trappen."),
    "display_name": _("Wie ziet dit? De organisatie. En de ander, tot jullie allebei ja zeggen."),
    "concern": _("Wie ziet dit? Jij en de organisatie. De ander nooit. De computer leest het niet."),
}
WHO_SEES_OF_MENTEE: dict[str, Words] = {
    **_SHARED,
    "topics": _("Wie ziet dit? De organisatie. De mentor als vijf deelnemers een onderwerp kiezen, of na jullie ja."),
    "help": _("Wie ziet dit? De organisatie. De mentor leest alleen de hulp die zij of hij geeft."),
    "office": _("Wie ziet dit? De organisatie. De mentor als vijf deelnemers dit ambt kiezen, of na jullie ja."),
    "province": _("Wie ziet dit? De organisatie. De mentor als vijf deelnemers daar wonen, of na jullie ja."),
}
WHO_SEES_OF_MENTOR: dict[str, Words] = {
    **_SHARED,
    "topics": _(
        "Wie ziet dit? De organisatie. De deelnemer als vijf mentoren een onderwerp kiezen, of na jullie ja. "
        "Toon je je naam? Dan altijd."
    ),
    "help": _("Wie ziet dit? De organisatie. De deelnemer leest alleen de hulp die zij of hij zoekt."),
    "offices": _(
        "Wie ziet dit? De organisatie. De deelnemer als vijf mentoren dit ambt kennen, of na jullie ja. "
        "Toon je je naam? Dan altijd."
    ),
    "province": _(
        "Wie ziet dit? De organisatie. De deelnemer als vijf mentoren daar wonen, of na jullie ja. "
        "Toon je je naam? Dan altijd."
    ),
    "by_name": _("Wie ziet dit? Een toegelaten deelnemer leest dan bij een voorstel hoe je heet."),
    "capacity": ONLY_DESK,
}
QUESTIONS: dict[str, Words] = {
    "topics": _("Waarover praat je graag?"),
    "help": _("Waarbij zoek je hulp?"),
    "province": _("In welke provincie woon je?"),
    "languages": _("In welke talen?"),
    "slots": _("Wanneer kun je meestal?"),
    "ways": _("Hoe wil je elkaar spreken?"),
    "display_name": _("Hoe noemen wij je voor de ander?"),
    "office": _("Waar wil je naartoe?"),
    "offices": _("Welk ambt ken je van binnen?"),
    "capacity": _("Hoeveel mensen help je tegelijk?"),
    "by_name": _("Toon mijn echte naam bij een voorstel"),
}
LONGEST_PAUSE = timedelta(days=366)
TOO_LONG = _("Maak het korter: hoogstens 280 tekens.")


class _StepForm(forms.ModelForm):
    who_sees: dict[str, Words] = WHO_SEES_OF_MENTEE

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label = QUESTIONS.get(name, field.label)
            field.who_sees = self.who_sees[name]
            if "invalid_choice" in field.error_messages:
                field.error_messages["invalid_choice"] = _("Kies uit de antwoorden die er staan.")
            if name in REQUIRED:
                field.required = True
                field.error_messages["required"] = REQUIRED[name]
                field.in_summary = {str(REQUIRED[name]): str(REQUIRED[name])}

    def answers(self) -> dict[str, Any]:
        """Of a valid form: as the model cleaned them, each set in the order of its choices."""
        return {name: getattr(self.instance, name) for name in self.fields}


class _Placed(_StepForm):
    """Where: empty is the whole country. When: the week as a grid, on a phone a list by day."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        province = self.fields["province"]
        province.choices = [("", _("Zeg ik liever niet")), *[one for one in province.choices if one[0]]]
        self.fields["slots"].template_name = "mentoring/_week_field.html"


class _Named(_StepForm):
    concern = PlainTextField(
        label=_("Waar moeten wij op letten?"),
        help_text=_("Bijvoorbeeld: liever iemand buiten mijn gemeente. Hoogstens 280 tekens."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        validators=[MaxLengthValidator(LONGEST_CONCERN, TOO_LONG)],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["concern"] = self.instance.concern
        name = self.fields["display_name"]
        name.help_text = _("Een verzonnen naam mag, zoals Kastanje of Merel.")
        name.widget.attrs["autocomplete"] = "off"
        name.error_messages["max_length"] = _("Maak de naam korter: hoogstens 40 tekens.")

    def answers(self) -> dict[str, Any]:
        return {**super().answers(), "concern": self.cleaned_data["concern"]}

    def clean(self) -> dict[str, Any]:
        """Not the name she is called by: that is for after the second yes. Unless she wants it to be seen."""
        cleaned = super().clean() or self.cleaned_data
        chosen, own = cleaned.get("display_name", "").strip(), self.instance.user.name.strip()
        if chosen and chosen.casefold() == own.casefold() and not cleaned.get("by_name"):
            text = _("Kies een andere naam dan hoe je heet. Je eigen naam komt na het tweede ja.")
            self.add_error("display_name", text)
        return cleaned


class MenteeAbout(_StepForm):
    class Meta:
        model = MenteeProfile
        fields = ("topics", "help", "office")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        office = self.fields["office"]
        office.choices = [("", _("Dat weet ik nog niet")), *[one for one in office.choices if one[0]]]


class MenteeWhen(_Placed):
    class Meta:
        model = MenteeProfile
        fields = ("province", "languages", "slots", "ways")


class MenteeYou(_Named):
    class Meta:
        model = MenteeProfile
        fields = ("display_name",)
        field_classes = {"display_name": PlainTextField}


class MentorAbout(_StepForm):
    who_sees = WHO_SEES_OF_MENTOR

    class Meta:
        model = MentorProfile
        fields = ("topics", "help", "offices")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["help"].label = _("Waarbij help je?")


class MentorWhen(_Placed):
    who_sees = WHO_SEES_OF_MENTOR

    class Meta:
        model = MentorProfile
        fields = ("province", "languages", "slots", "ways")


class MentorYou(_Named):
    who_sees = WHO_SEES_OF_MENTOR

    class Meta:
        model = MentorProfile
        fields = ("display_name", "by_name", "capacity")
        field_classes = {"display_name": PlainTextField}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        capacity = self.fields["capacity"]
        capacity.min_value = 1
        wrong = _("Vul een getal in van 1 tot en met %(most)s.") % {"most": MOST_PLACES}
        capacity.error_messages |= {"invalid": wrong}
        capacity.help_text = _("Eén is goed. Het telt over al je programma’s.")
        capacity.widget = forms.NumberInput(attrs={"inputmode": "numeric"})
        capacity.validators = []

    def clean_capacity(self) -> int:
        places = self.cleaned_data["capacity"]
        if not 1 <= places <= MOST_PLACES:
            raise ValidationError(_("Vul een getal in van 1 tot en met %(most)s.") % {"most": MOST_PLACES})
        return places


class SignUpForm(forms.Form):
    """For which programme, under which name, and her signature under the code of conduct."""

    name = forms.CharField(
        label=_("Hoe heet je?"),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={
            "required": _("Vul in hoe je heet."),
            "max_length": _("Maak de naam korter: hoogstens 60 tekens."),
        },
    )
    programme = forms.ChoiceField(
        label=_("Bij welk programma wil je mentor zijn?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies een programma."),
            "invalid_choice": _("Kies een programma uit de lijst."),
        },
    )
    agree = forms.BooleanField(
        label=_("Ja, ik teken deze gedragscode"),
        error_messages={"required": _("Kruis aan dat je de gedragscode tekent. Anders kun je geen mentor zijn.")},
    )

    def __init__(self, *args: Any, user: User, programmes: list[Programme], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.programmes = {str(programme.key): programme for programme in programmes}
        self.fields["programme"].choices = [(key, called(one)) for key, one in self.programmes.items()]
        if len(self.programmes) == 1:
            self.fields["programme"].initial = next(iter(self.programmes))
        self.fields["name"].initial = user.name
        self.fields["name"].who_sees = AFTER_YES
        self.fields["programme"].who_sees = ONLY_DESK

    def chosen(self) -> Programme:
        return self.programmes[self.cleaned_data["programme"]]


class PauseForm(forms.Form):
    until = forms.DateField(
        label=_("Pauze tot en met"),
        help_text=_("Daarna krijg je vanzelf weer voorstellen."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": _("Vul een dag in."), "invalid": _("Vul een dag in, zoals 31-12-2027.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["until"].who_sees = ONLY_DESK

    def clean_until(self) -> Any:
        day = self.cleaned_data["until"]
        if day < timezone.localdate():
            raise ValidationError(_("Kies een dag die nog komt."))
        if day > timezone.localdate() + LONGEST_PAUSE:
            raise ValidationError(_("Kies een dag binnen een jaar. Je kunt de pauze later verlengen."))
        return day
