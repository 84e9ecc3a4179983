"""What somebody fills in on the way onto a list."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from elections.models import Election
from elections.names.finding import LONGEST as LONGEST_PLACE
from elections.names.searching import LONGEST as LONGEST_NAME


class FindPlaceForm(forms.Form):
    """The name of a body; sent with GET, for it says nothing of a person."""

    mark_optional = False

    q = forms.CharField(
        label=gettext_lazy("Naam van de gemeente, de provincie of het waterschap"),
        max_length=LONGEST_PLACE,
        error_messages={
            "required": gettext_lazy("Vul de naam in van de plek waar je op de lijst staat."),
            "max_length": gettext_lazy("Gebruik hoogstens %(limit_value)d tekens."),
        },
        widget=forms.TextInput(attrs={"autocomplete": "off", "type": "search"}),
    )


class TellForm(forms.Form):
    """Which election, and a yes to keeping it."""

    election = forms.ModelChoiceField(
        label=gettext_lazy("Voor welke verkiezing?"),
        queryset=Election.objects.none(),
        empty_label=None,
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Kies een verkiezing."),
            "invalid_choice": gettext_lazy("Kies een verkiezing uit de lijst."),
        },
    )
    agree = forms.BooleanField(
        label=gettext_lazy("Ja, bewaar dat ik op de lijst sta"),
        error_messages={"required": gettext_lazy("Kruis aan dat wij dit mogen bewaren. Anders kan het niet.")},
    )

    def __init__(self, *args: Any, elections: Iterable[Election], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["election"].queryset = elections
        self.fields["election"].who_sees = _("Wie ziet dit? Jij. Je organisatie ziet alleen het bestuur en je plek.")


class FindMyselfForm(forms.Form):
    """One's own name as it stands on the list; sent with POST, so that it is in no address and no log."""

    words = forms.CharField(
        label=gettext_lazy("Hoe sta je op de lijst?"),
        help_text=gettext_lazy("Je achternaam, en als je wilt je voornaam of voorletters."),
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={
            "required": gettext_lazy("Vul je achternaam in."),
            "max_length": gettext_lazy("Gebruik hoogstens %(limit_value)d tekens."),
        },
    )


class ClaimForm(forms.Form):
    """Which of the entries found, and a yes to keeping that."""

    words = forms.CharField(max_length=LONGEST_NAME, widget=forms.HiddenInput)
    entry = forms.TypedChoiceField(
        label=gettext_lazy("Wie ben jij?"),
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Kies de plek die van jou is."),
            "invalid_choice": gettext_lazy("Kies een plek uit de lijst."),
        },
    )
    agree = forms.BooleanField(
        label=gettext_lazy("Ja, bewaar versleuteld dat deze plek van mij is"),
        error_messages={"required": gettext_lazy("Kruis aan dat wij dit mogen bewaren. Anders kan het niet.")},
    )

    def __init__(self, *args: Any, entries: Iterable[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["entry"].choices = list(entries)
        self.fields["entry"].who_sees = _("Wie ziet dit? Alleen jij. Je organisatie ziet nooit welke lijst het is.")
