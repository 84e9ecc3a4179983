"""What is filled in after taking part. Beside each field stands who will read it."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from home.stations import Station
from mentoring.alumni.actions.barriers import BarrierWords
from mentoring.alumni.models import Barrier, NetworkMember
from mentoring.choices import Topic
from people.typed import LineField, PlainTextField, at_most
from programmes.choices import Province
from programmes.forbidden import trait_asked_for

LONGEST_NAME, LONGEST_ABOUT, LONGEST_TITLE, LONGEST_QUESTION, LONGEST_TEXT = 40, 280, 80, 500, 1000
ABOUT_THE_THING = gettext_lazy(
    "Hier staat een woord over gezondheid, afkomst, geloof, geaardheid of partij. "
    "Schrijf het over de drempel, niet over een mens. Zo kan iedereen het lezen."
)
NOT_ABOUT_A_TRAIT = gettext_lazy(
    "Hier staat een woord over gezondheid, afkomst, geloof, geaardheid of partij. Laat dat weg."
)


def _words(label: Any, longest: int, rows: int, *, required: Any = "", **more: Any) -> PlainTextField:
    """`required` is what to say when it is empty; without it, it may be."""
    return PlainTextField(
        label=label,
        required=bool(required),
        widget=forms.Textarea(attrs={"rows": rows}),
        validators=at_most(longest),
        error_messages={"required": required},
        **more,
    )


class _WithoutTraits(forms.Form):
    """Words that others will read name no trait of anybody."""

    read_by_others: tuple[str, ...] = ()
    said_of_it: Any = NOT_ABOUT_A_TRAIT

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for name in self.read_by_others:
            if trait_asked_for(cleaned.get(name, "")):
                self.add_error(name, self.said_of_it)
        return cleaned


class NetworkForm(_WithoutTraits):
    """What others in the network see of somebody: all of it her own choice, but for a name."""

    read_by_others = ("display_name", "about")

    display_name = LineField(
        label=gettext_lazy("Welke naam staat er?"),
        validators=at_most(LONGEST_NAME),
        help_text=gettext_lazy("Je voornaam, of een andere naam die je fijn vindt."),
        error_messages={"required": gettext_lazy("Vul in welke naam er staat.")},
    )
    about = _words(
        gettext_lazy("Waarover mogen anderen je iets vragen?"),
        LONGEST_ABOUT,
        3,
        help_text=gettext_lazy("Hoogstens 280 tekens. Zet er geen adres of nummer bij, en geen partij."),
    )
    topics = forms.MultipleChoiceField(
        label=gettext_lazy("Onderwerpen"), choices=Topic, required=False, widget=forms.CheckboxSelectMultiple
    )
    province = forms.ChoiceField(
        label=gettext_lazy("Provincie"), choices=[("", gettext_lazy("Zeg ik liever niet")), *Province.choices],
        required=False,
    )  # fmt: skip
    takes_questions = forms.BooleanField(
        label=gettext_lazy("Anderen uit het netwerk mogen mij hier een vraag stellen"),
        required=False,
        help_text=gettext_lazy("Je antwoordt hier. Niemand ziet je mailadres of je nummer."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("display_name", "about", "topics", "province"):
            self.fields[name].who_sees = _("Wie ziet dit? Alleen mensen die zelf ook in dit netwerk staan.")
        for name in ("topics", "province"):
            self.fields[name].error_messages["invalid_choice"] = _("Kies uit de antwoorden die er staan.")

    @classmethod
    def of(cls, member: NetworkMember, data: Any = None) -> "NetworkForm":
        return cls(data, initial={name: getattr(member, name) for name in cls.base_fields})


class JoinForm(NetworkForm):
    """The same with a yes, for who does not stand in it yet."""

    agree = forms.BooleanField(
        label=gettext_lazy("Ja, zet mij in het netwerk"),
        error_messages={"required": gettext_lazy("Zonder jouw ja zetten wij niets neer. Kruis dit aan, of stop hier.")},
    )


class FindForm(forms.Form):
    """Filters of the list. What does not exist is as good as not asked."""

    mark_optional = False

    onderwerp = forms.ChoiceField(
        label=gettext_lazy("Onderwerp"), required=False, choices=[("", gettext_lazy("Alle")), *Topic.choices]
    )
    provincie = forms.ChoiceField(
        label=gettext_lazy("Provincie"), required=False, choices=[("", gettext_lazy("Alle")), *Province.choices]
    )

    def chosen(self) -> dict[str, str]:
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}


class QuestionForm(forms.Form):
    words = _words(
        gettext_lazy("Je vraag"),
        LONGEST_QUESTION,
        4,
        required=gettext_lazy("Schrijf op wat je wilt vragen."),
        help_text=gettext_lazy("Hoogstens 500 tekens. Stel één vraag."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].who_sees = _("Wie ziet dit? Alleen wie je het vraagt, met je naam in het netwerk.")


class AnswerForm(forms.Form):
    words = _words(
        gettext_lazy("Je antwoord"),
        LONGEST_TEXT,
        6,
        required=gettext_lazy("Schrijf je antwoord op. Wil je niet antwoorden? Dan hoef je niets te doen."),
        help_text=gettext_lazy("Hoogstens 1000 tekens."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].who_sees = _("Wie ziet dit? Alleen wie het vroeg.")


class BarrierForm(_WithoutTraits):
    """A barrier and what helped, as everyone may read it: about the thing, never about who she is."""

    read_by_others = ("title", "stood_in_the_way", "helped", "teller")
    said_of_it = ABOUT_THE_THING

    title = LineField(
        label=gettext_lazy("Waar gaat het over?"),
        validators=at_most(LONGEST_TITLE),
        help_text=gettext_lazy("Kort. Bijvoorbeeld: vergaderen om zes uur ’s avonds."),
        error_messages={"required": gettext_lazy("Schrijf in een paar woorden waar het over gaat.")},
    )
    stood_in_the_way = _words(
        gettext_lazy("Wat kwam je tegen?"),
        LONGEST_TEXT,
        4,
        required=gettext_lazy("Schrijf op wat je tegenkwam."),
        help_text=gettext_lazy("Schrijf over de drempel. Niet over je gezondheid, afkomst, geloof of partij."),
    )
    helped = _words(
        gettext_lazy("Wat hielp?"),
        LONGEST_TEXT,
        4,
        required=gettext_lazy("Schrijf op wat hielp, ook als het maar een beetje hielp."),
        help_text=gettext_lazy("Wat deed jij, of wat deed een ander? Noem geen mensen bij naam."),
    )
    station = forms.ChoiceField(
        label=gettext_lazy("Bij welke stap hoort het?"),
        choices=Station,
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Kies bij welke stap het hoort."),
            "invalid_choice": gettext_lazy("Kies een antwoord uit de lijst."),
        },
        help_text=gettext_lazy("Willen: past het bij mij? Mogen: de regels. Kunnen: leren en oefenen. Gaan: het doen."),
    )
    teller = LineField(
        label=gettext_lazy("Welke naam staat erbij?"),
        required=False,
        validators=at_most(LONGEST_NAME),
        help_text=gettext_lazy("Laat leeg om anoniem te blijven."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("title", "stood_in_the_way", "helped", "teller"):
            self.fields[name].who_sees = _("Wie ziet dit? Eerst de organisatie. Na plaatsing iedereen.")

    @classmethod
    def of(cls, barrier: Barrier, data: Any = None) -> "BarrierForm":
        return cls(data, initial={name: getattr(barrier, name) for name in cls.read_by_others + ("station",)})

    def told(self) -> BarrierWords:
        return BarrierWords(**{name: self.cleaned_data[name] for name in self.read_by_others + ("station",)})


class TellForm(BarrierForm):
    """The same with a yes, the first time."""

    agree = forms.BooleanField(
        label=gettext_lazy("Ja, dit mag bij Kennis staan"),
        error_messages={"required": gettext_lazy("Zonder jouw ja plaatsen wij niets. Kruis dit aan, of stop hier.")},
    )


class SendBackForm(forms.Form):
    """At the desk: what should change before it can be placed."""

    remark = _words(
        gettext_lazy("Wat moet er anders?"),
        LONGEST_ABOUT,
        3,
        required=gettext_lazy("Schrijf op wat er anders moet. Dan weet deze persoon wat er te doen is."),
        help_text=gettext_lazy("Hoogstens 280 tekens. Deze persoon leest het."),
    )
