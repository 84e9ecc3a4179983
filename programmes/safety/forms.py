"""What somebody writes in a report, and what is answered to it."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from people.models import User
from people.typed import PlainTextField
from programmes.models import PoolContact, SafeguardingContact

LONGEST = 4000
EVERYONE = "alle"
_TOO_LONG = gettext_lazy("Maak de tekst korter: hoogstens %(limit_value)s tekens. Nu zijn het er %(show_value)s.")


def _words(label: Any, missing: Any, help_text: Any = "", rows: int = 8) -> PlainTextField:
    return PlainTextField(
        label=label,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": rows}),
        validators=[MaxLengthValidator(LONGEST, message=_TOO_LONG)],
        error_messages={"required": missing},
    )


Contact = SafeguardingContact | PoolContact


def value_of(contact: Contact) -> str:
    """What stands for her in the form: hers also when another came or went since the page was opened."""
    return salted_hmac("programmes.safety.reader", str(contact.user_id)).hexdigest()[:16]


class ReportForm(forms.Form):
    words = _words(
        gettext_lazy("Wat is er gebeurd?"),
        gettext_lazy("Schrijf op wat er is gebeurd. Een paar woorden is genoeg."),
        gettext_lazy("Schrijf op wat je kwijt wilt. Zeg ook wat je zou helpen. Het hoeft niet mooi."),
    )
    for_another = forms.BooleanField(label=gettext_lazy("Ik meld dit voor iemand anders"), required=False)
    readers = forms.ChoiceField(
        label=gettext_lazy("Wie mag dit lezen?"),
        widget=forms.RadioSelect,
        initial=EVERYONE,
        help_text=gettext_lazy("Gaat het over een van hen? Kies dan een ander. Wie je niet kiest, leest het nooit."),
        error_messages={
            "required": gettext_lazy("Kies wie je melding mag lezen."),
            "invalid_choice": gettext_lazy("Kies wie je melding mag lezen, uit de lijst."),
        },
    )
    without_name = forms.BooleanField(
        label=gettext_lazy("Laat mijn naam niet zien"),
        help_text=gettext_lazy("De vertrouwenspersoon kan je hier wel antwoord geven."),
        required=False,
    )

    held = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, contacts: Sequence[Contact], held: str = "", **kwargs: Any) -> None:
        """`contacts` may read it; of one the page says that she alone does. `held`: what it is about."""
        super().__init__(*args, **kwargs)
        self.fields["held"].initial = held
        self.contacts = {value_of(one): one for one in contacts}
        self.wanted = self.data.get("readers", "")
        self.fields["words"].who_sees = _("Wie ziet dit? Alleen wie je hieronder kiest. Nooit de organisator.")
        if len(self.contacts) < 2:
            self._hold_the_one()
            self.fields["words"].who_sees = self._one_reads()
            return
        each = [(value, self._named(one)) for value, one in self.contacts.items()]
        self.fields["readers"].choices = [(EVERYONE, _("Alle vertrouwenspersonen")), *each]  # type: ignore[attr-defined]

    def _hold_the_one(self) -> None:
        """Whom the page names comes along with the press. Shown again, the form holds who is named by then."""
        named = "".join(self.contacts)
        self.fields["readers"] = forms.CharField(widget=forms.HiddenInput, required=False, initial=named)
        if self.is_bound:
            self.data = {name: self.data.get(name) for name in self.data} | {"readers": named}

    def _one_reads(self) -> str:
        for contact in self.contacts.values():
            return _("Wie ziet dit? Alleen %(name)s. Nooit de organisator.") % {"name": contact.display_name}
        return _("Wie ziet dit? Alleen de vertrouwenspersoon. Nooit de organisator.")

    def clean(self) -> dict[str, Any]:
        """Whom the page named may be gone by now: then it does not go to who is left without a word."""
        cleaned = super().clean() or self.cleaned_data
        if len(self.contacts) < 2 and self.wanted not in ("", EVERYONE, *self.contacts):
            raise ValidationError(
                _("Wie je koos, leest niet meer mee. Kijk wie dit nu leest, en verstuur het opnieuw.")
            )
        return cleaned

    @staticmethod
    def _named(contact: Contact) -> str:
        if isinstance(contact, SafeguardingContact) and contact.is_outside:
            return _("Alleen %(name)s, van buiten de organisatie") % {"name": contact.display_name}
        return _("Alleen %(name)s") % {"name": contact.display_name}

    @property
    def only_to(self) -> User | None:
        """The one who was chosen, or alone was named on the page, of a form that is valid."""
        if self.wanted == EVERYONE or not self.contacts:
            return None
        return self.contacts[self.wanted or next(iter(self.contacts))].user


class AnswerForm(forms.Form):
    """Of the contact."""

    words = _words(
        gettext_lazy("Jouw antwoord"),
        gettext_lazy("Schrijf een antwoord. Zonder antwoord gaat er niets weg."),
        gettext_lazy("Alleen wie dit meldde leest het, na het inloggen."),
        rows=6,
    )


class MoreForm(forms.Form):
    """Of who made the report."""

    words = _words(
        gettext_lazy("Wil je nog iets zeggen?"),
        gettext_lazy("Schrijf op wat je nog wilt zeggen."),
        gettext_lazy("Alleen wie je melding leest, ziet dit."),
        rows=5,
    )


class WordForm(forms.Form):
    """The contact notes on which day the person said that it is done."""

    day = forms.DateField(
        label=gettext_lazy("Op welke dag zei deze persoon dat het klaar is?"),
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={
            "required": gettext_lazy("Vul de dag in waarop de persoon het zei."),
            "invalid": gettext_lazy("Vul een dag in, zoals 3-11-2026."),
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["day"].initial = timezone.localdate
