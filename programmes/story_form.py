"""What somebody fills in to tell a story, and the yes that goes with it."""

from typing import Any

from django import forms
from django.utils.html import linebreaks
from django.utils.translation import gettext_lazy as _

from people.models import ConsentText, User
from people.typed import LineField, PlainTextField, at_most
from programmes.actions.stories import StoryWords
from programmes.models import Participation, Programme
from programmes.models.story import STORY_CONSENT


class StoryForm(forms.Form):
    """In the teller's own words. Nothing is asked about party, origin or health, and nobody else is named."""

    title = LineField(label=_("Titel"), validators=at_most(90), help_text=_("Kort. Zeg waar je verhaal over gaat."))
    teller = LineField(
        label=_("Welke naam staat erbij?"),
        validators=at_most(60),
        help_text=_("Een voornaam of een andere naam is genoeg."),
    )
    about_teller = LineField(
        label=_("Eén zin over jou"),
        validators=at_most(160),
        required=False,
        help_text=_("Bijvoorbeeld je leeftijd of je werk. Noem niet je partij."),
    )
    quote = LineField(
        label=_("Je belangrijkste zin"), validators=at_most(200), help_text=_("Die zetten wij groot bovenaan.")
    )
    text = PlainTextField(
        label=_("Je verhaal"),
        validators=at_most(4000),
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_("Hoe begon het? Wie hielp je? Wat doe je nu? Noem geen andere mensen bij naam."),
    )
    programme = forms.ModelChoiceField(
        Programme.objects.none(),
        label=_("Bij welk programma hoort het?"),
        required=False,
        empty_label=_("Bij geen programma"),
        error_messages={"invalid_choice": _("Kies een antwoord uit de lijst.")},
    )
    agree = forms.BooleanField(
        label=_("Ja, mijn verhaal mag op deze site"),
        error_messages={"required": _("Zonder jouw ja plaatsen wij niets. Kruis dit aan, of stop hier.")},
    )

    def __init__(self, *args: Any, teller: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["teller"].initial = teller.name
        self.fields["programme"].queryset = programmes_of(teller)  # type: ignore[attr-defined]
        consent = ConsentText.objects.newest(STORY_CONSENT)
        self.fields["agree"].help_text = consent.words if consent else ""

    def words(self) -> StoryWords:
        said = self.cleaned_data
        return StoryWords(
            title=said["title"],
            intro="",
            teller=said["teller"],
            about_teller=said["about_teller"],
            quote=said["quote"].strip("‘’“”\"' "),
            body=linebreaks(said["text"], autoescape=True),
        )


def programmes_of(teller: User) -> Any:
    """In which she took part, and that may be named: where taking part tells of health or origin, it may not."""
    own = Participation.objects.of(teller).values("edition__programme")
    return Programme.objects.filter(pk__in=own).exclude(pk__in=Programme.objects.sensitive())
