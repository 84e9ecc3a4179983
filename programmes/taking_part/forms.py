"""What is filled in about a group: at the desk, and the one name that somebody chooses for it."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from people.desk_days import DayInput, MomentInput
from people.typed import LineField, PlainTextField, at_most
from programmes.forbidden import trait_asked_for
from programmes.models import GroupMeeting
from programmes.models.contact_note import LONGEST_NOTE, LONGEST_STEP
from programmes.models.material import A_LINK
from programmes.taking_part.actions import why_not_written
from programmes.taking_part.choices import ContactKind


def _line(label: Any, longest: int, *, required: Any = "", **more: Any) -> LineField:
    """`required` is what to say when it is empty; without it, it may be."""
    return LineField(
        label=label,
        required=bool(required),
        validators=[*at_most(longest), *more.pop("validators", [])],
        error_messages={"required": required},
        **more,
    )


class GroupMeetingForm(forms.Form):
    title = _line(
        gettext_lazy("Titel"),
        80,
        required=gettext_lazy("Geef de bijeenkomst een titel, zoals ‘kennismaken’."),
        help_text=gettext_lazy("Bijvoorbeeld: kennismaken, of spreken in de raad. Alleen de groep leest dit."),
    )
    title_en = _line(gettext_lazy("Titel, in het Engels"), 80)
    starts_at = forms.DateTimeField(
        label=gettext_lazy("Begint"),
        widget=MomentInput,
        error_messages={
            "required": gettext_lazy("Vul in wanneer het begint."),
            "invalid": gettext_lazy("Schrijf dag en tijd zo: 2027-03-31 19:30."),
        },
    )
    ends_at = forms.DateTimeField(
        label=gettext_lazy("Eindigt"),
        widget=MomentInput,
        error_messages={
            "required": gettext_lazy("Vul in wanneer het eindigt."),
            "invalid": gettext_lazy("Schrijf dag en tijd zo: 2027-03-31 21:30."),
        },
    )
    online = forms.BooleanField(label=gettext_lazy("Online"), required=False)
    town = _line(gettext_lazy("Plaats"), 80)
    address = PlainTextField(
        label=gettext_lazy("Adres"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        validators=at_most(300),
        help_text=gettext_lazy("Of de link, als het online is. Alleen te zien voor wie meedoet en is ingelogd."),
    )
    address_late = forms.BooleanField(
        label=gettext_lazy("Adres pas 48 uur vooraf"),
        required=False,
        help_text=gettext_lazy("Kies dit als er dreiging is."),
    )

    @classmethod
    def of(cls, meeting: GroupMeeting, data: Any = None) -> "GroupMeetingForm":
        return cls(data, initial={name: getattr(meeting, name) for name in cls.base_fields})

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        starts, ends = cleaned.get("starts_at"), cleaned.get("ends_at")
        if starts and ends and ends <= starts:
            self.add_error("ends_at", _("Kies een tijd na het begin."))
        if not cleaned.get("online") and "town" in cleaned and not cleaned["town"]:
            self.add_error("town", _("Vul in in welke plaats het is, of kies ‘Online’."))
        return cleaned


class MaterialForm(forms.Form):
    title = _line(gettext_lazy("Titel"), 120, required=gettext_lazy("Geef het materiaal een titel."))
    text = _line(gettext_lazy("In een zin"), 200)
    link = _line(
        gettext_lazy("Waar het staat"),
        300,
        required=gettext_lazy("Vul in waar het staat."),
        validators=[A_LINK],
        help_text=gettext_lazy("Een adres op internet, of een pagina van deze site, zoals /kennis/rechtspositie/."),
    )


class ContactNoteForm(forms.Form):
    on = forms.DateField(
        label=gettext_lazy("Wanneer"),
        widget=DayInput,
        initial=timezone.localdate,
        error_messages={
            "required": gettext_lazy("Vul in wanneer het was."),
            "invalid": gettext_lazy("Schrijf de dag zo: 2027-03-31."),
        },
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Hoe"),
        choices=ContactKind,
        error_messages={"required": gettext_lazy("Kies hoe jullie elkaar spraken.")},
    )
    words = PlainTextField(
        label=gettext_lazy("Wat jullie bespraken"),
        widget=forms.Textarea(attrs={"rows": 3}),
        validators=at_most(LONGEST_NOTE),
        help_text=gettext_lazy(
            "Hoogstens 280 tekens. Deze persoon leest mee. Niets over gezondheid, afkomst of partij."
        ),
        error_messages={"required": gettext_lazy("Schrijf in een zin wat jullie bespraken.")},
    )
    next_step = _line(gettext_lazy("Volgende stap"), LONGEST_STEP)
    next_on = forms.DateField(
        label=gettext_lazy("Volgende stap uiterlijk op"),
        required=False,
        widget=DayInput,
        error_messages={"invalid": gettext_lazy("Schrijf de dag zo: 2027-03-31.")},
    )

    def clean_on(self) -> date:
        if (on := self.cleaned_data["on"]) > timezone.localdate():
            raise forms.ValidationError(_("Deze dag moet nog komen. Zet wat komt bij de volgende stap."))
        return on

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("next_on") and not cleaned.get("next_step"):
            self.add_error("next_step", _("Schrijf wat de volgende stap is."))
        for name in ("words", "next_step"):
            if trait_asked_for(cleaned.get(name, "")):
                self.add_error(name, why_not_written())
        return cleaned


class GroupNameForm(forms.Form):
    name = _line(
        gettext_lazy("Hoe wil je voor de groep heten?"),
        60,
        required=gettext_lazy("Vul in hoe je voor de groep wilt heten."),
        help_text=gettext_lazy("Je voornaam, of een andere naam die je fijn vindt."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].who_sees = _("Wie ziet dit? Anderen in je groep die hun naam ook laten zien.")


class CertificateForm(forms.Form):
    name = _line(
        gettext_lazy("Welke naam komt op het bewijs?"),
        80,
        required=gettext_lazy("Vul in welke naam op het bewijs komt."),
        help_text=gettext_lazy("Wij bewaren deze naam niet."),
    )
    named = forms.BooleanField(
        label=gettext_lazy("Zet de naam van het programma en de organisatie erop"), required=False
    )

    def __init__(self, *args: Any, asks_naming: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not asks_naming:
            del self.fields["named"]
        else:
            self.fields["named"].help_text = _("Die naam laat iets over je zien. Zonder vinkje staat hij er niet op.")
