from datetime import timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from people.desk_days import DayInput
from people.models import Membership, Organisation, User
from people.typed import LineField, PlainTextField
from programmes.choices import AdmissionMode, Audience, Form, Reveals
from programmes.models import PoolContact, Programme
from programmes.small_programme.actions import Wish
from programmes.small_programme.presets import PRESETS

MODES = [
    (AdmissionMode.ORDER, _("Op volgorde. Wie zich het eerst aanmeldt, krijgt het eerst een plek.")),
    (AdmissionMode.CONVERSATION, _("Na een gesprek. Je spreekt ieder kort, en dan beslis je.")),
]
REVEALS = [
    (Reveals.NOTHING, _("Niets bijzonders")),
    (Reveals.GENDER, _("Iemands gender, bijvoorbeeld bij een programma voor vrouwen")),
    (Reveals.HEALTH, _("Iets over gezondheid of een beperking")),
    (Reveals.ORIGIN, _("Iets over iemands afkomst")),
]
PARTS = (
    (_("Het programma"), ("organisation", "name", "what", "for_whom", "reveals")),
    (_("Wanneer en waar"), ("starts_on", "ends_on", "closes_on", "town", "form")),
    (_("Wie meedoet"), ("capacity", "admission_mode", "questions")),
    (_("Veilig praten"), ("pool", "contact", "contact_address", "contact_hours")),
)
LATEST_YEARS = timedelta(days=5 * 365)


def _day(label: Any, **kwargs: Any) -> forms.DateField:
    wrong = _("Kies een dag, zoals 12-03-2027.")
    return forms.DateField(label=label, widget=DayInput, error_messages={"invalid": wrong, "required": wrong}, **kwargs)


class SmallProgrammeForm(forms.Form):
    """One screen. What most programmes choose stands there already."""

    organisation = forms.ModelChoiceField(label=_("Organisatie"), queryset=Organisation.objects.none())
    name = LineField(
        label=_("Hoe heet het?"), max_length=120, error_messages={"required": _("Geef het programma een naam.")}
    )
    what = PlainTextField(
        label=_("Wat gaan mensen doen?"),
        help_text=_("Een paar zinnen. Dit staat straks op de pagina. Je kunt het altijd veranderen."),
        max_length=1500,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": _("Schrijf in een paar zinnen wat mensen gaan doen.")},
    )
    for_whom = forms.ChoiceField(label=_("Voor wie is het?"), choices=Audience.choices, initial=Audience.EVERYONE)
    reveals = forms.ChoiceField(
        label=_("Wat weet je over iemand, als je hoort dat zij of hij meedoet?"),
        help_text=_("Bij de laatste twee vragen wij toestemming, en noemt geen mail het programma."),
        choices=REVEALS,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat meedoen over iemand laat zien.")},
    )
    starts_on = _day(_("Wanneer begint het?"))
    ends_on = _day(_("Wanneer is het afgelopen?"), required=False, help_text=_("Weet je het nog niet? Laat dit leeg."))
    closes_on = _day(
        _("Tot en met welke dag kan iemand zich aanmelden?"),
        required=False,
        help_text=_("Leeg: tot de dag voor het begin."),
    )
    town = LineField(
        label=_("In welke plaats?"),
        max_length=80,
        help_text=_("Alleen online? Schrijf dan: online."),
        error_messages={"required": _("Schrijf in welke plaats het is.")},
    )
    form = forms.ChoiceField(
        label=_("Hoe komen mensen samen?"), choices=Form.choices, initial=Form.LIVE, widget=forms.RadioSelect
    )
    capacity = forms.IntegerField(label=_("Hoeveel mensen kunnen meedoen?"), min_value=1, max_value=500, initial=20)
    admission_mode = forms.ChoiceField(
        label=_("Hoe kies je wie meedoet?"), choices=MODES, initial=AdmissionMode.CONVERSATION, widget=forms.RadioSelect
    )
    questions = forms.MultipleChoiceField(
        label=_("Wat vraag je bij het aanmelden?"),
        choices=[(preset.name, preset.shown) for preset in PRESETS],
        initial=["why"],
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Je kunt later eigen vragen toevoegen."),
    )
    pool = forms.ModelMultipleChoiceField(
        label=_("Bij wie van buiten kan een deelnemer veilig praten?"),
        queryset=PoolContact.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Er zijn er minstens twee nodig, van wie één niet voor jullie werkt."),
    )
    contact = forms.ModelChoiceField(
        label=_("En bij wie van jullie?"),
        queryset=User.objects.none(),
        required=False,
        empty_label=_("Niemand: ik koos er twee van buiten"),
    )
    contact_address = LineField(
        label=_("E-mailadres van jullie vertrouwenspersoon"),
        max_length=254,
        required=False,
        help_text=_("Van een functie, niet van een persoon. Het staat op de pagina."),
    )
    contact_hours = LineField(
        label=_("Wanneer is die te bereiken?"), max_length=120, required=False, initial=_("op werkdagen")
    )

    def __init__(self, *args: Any, organisations: "QuerySet[Organisation]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = list(organisations)
        self.only = own[0] if len(own) == 1 else None
        if self.only:
            del self.fields["organisation"]
        else:
            self.fields["organisation"].queryset = organisations
        members = Membership.objects.filter(organisation__in=own).values("user")
        self.fields["contact"].queryset = User.objects.filter(pk__in=members).order_by("name", "pk")
        self.fields["pool"].queryset = PoolContact.objects.select_related("organisation").order_by("display_name")
        for name in ("name", "what", "town", "contact_address", "contact_hours"):
            most = self.fields[name].max_length
            self.fields[name].error_messages["max_length"] = _("Maak dit korter: hoogstens %(most)s tekens.") % {
                "most": most
            }
        for name in ("capacity",):
            wrong = _("Schrijf een getal van 1 tot en met 500.")
            self.fields[name].error_messages |= dict.fromkeys(("invalid", "required", "min_value", "max_value"), wrong)
            for validator in self.fields[name].validators:
                validator.message = wrong

    def clean_name(self) -> str:
        name = self.cleaned_data["name"]
        if Programme.objects.filter(name__iexact=name).exists():
            raise ValidationError(_("Er is al een programma met deze naam. Kies een andere naam."))
        return name

    def clean_contact_address(self) -> str:
        typed = self.cleaned_data["contact_address"]
        if typed:
            try:
                validate_email(typed)
            except ValidationError:
                raise ValidationError(_("Een e-mailadres ziet eruit als naam@voorbeeld.nl.")) from None
        return typed

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        self._check_days(cleaned)
        if cleaned.get("contact") and not cleaned.get("contact_address") and "contact_address" not in self.errors:
            self.add_error("contact_address", _("Vul in hoe jullie vertrouwenspersoon te bereiken is."))
        if cleaned.get("contact") and not cleaned.get("contact_hours") and "contact_hours" not in self.errors:
            self.add_error("contact_hours", _("Vul in wanneer jullie vertrouwenspersoon te bereiken is."))
        return cleaned

    def _check_days(self, cleaned: dict[str, Any]) -> None:
        starts, ends, closes = (cleaned.get(name) for name in ("starts_on", "ends_on", "closes_on"))
        today = timezone.localdate()
        if starts is None:
            return
        if not today < starts < today + LATEST_YEARS:
            self.add_error("starts_on", _("Kies een dag na vandaag, binnen vijf jaar."))
            return
        if ends and not starts <= ends < starts + LATEST_YEARS:
            self.add_error("ends_on", _("Het einde ligt na het begin. Kies een latere dag."))
        if closes is None and "closes_on" not in self.errors:
            cleaned["closes_on"] = starts - timedelta(days=1)
        elif closes and not today <= closes < starts:
            self.add_error("closes_on", _("Kies een dag vanaf vandaag, en voor het begin."))

    @property
    def parts(self) -> list[tuple[Promise, list[forms.BoundField]]]:
        """What belongs together, under a heading."""
        return [(title, [self[name] for name in names if name in self.fields]) for title, names in PARTS]

    def wish(self) -> Wish:
        cleaned = dict(self.cleaned_data)
        cleaned["pool"] = tuple(cleaned["pool"])
        cleaned["questions"] = tuple(cleaned["questions"])
        return Wish(organisation=cleaned.pop("organisation", None) or self.only, **cleaned)
