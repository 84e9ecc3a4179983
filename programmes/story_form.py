"""What somebody fills in to tell a story, and the yes that goes with it."""

from typing import Any

from django import forms
from django.utils.html import linebreaks
from django.utils.translation import gettext_lazy as _

from people.models import ConsentText, User
from programmes.actions.stories import StoryWords
from programmes.models import Participation, Programme
from programmes.models.story import STORY_CONSENT


class StoryForm(forms.Form):
    """In the teller's own words. Nothing is asked about party, origin or health, and nobody else is named."""

    title = forms.CharField(label=_("Titel"), max_length=90, help_text=_("Kort. Zeg waar je verhaal over gaat."))
    teller = forms.CharField(
        label=_("Welke naam staat erbij?"), max_length=60, help_text=_("Een voornaam of een andere naam is genoeg.")
    )
    about_teller = forms.CharField(
        label=_("Eén zin over jou"),
        max_length=160,
        required=False,
        help_text=_("Bijvoorbeeld je leeftijd of je werk. Noem niet je partij."),
    )
    quote = forms.CharField(
        label=_("Je belangrijkste zin"), max_length=200, help_text=_("Die zetten wij groot bovenaan.")
    )
    text = forms.CharField(
        label=_("Je verhaal"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_("Hoe begon het? Wie hielp je? Wat doe je nu? Noem geen andere mensen bij naam."),
    )
    programme = forms.ModelChoiceField(
        Programme.objects.none(),
        label=_("Bij welk programma hoort het?"),
        required=False,
        empty_label=_("Bij geen programma"),
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
