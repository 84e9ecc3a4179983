"""A yes of somebody without an account: kept as the text that was agreed to, beside what rests on it.

Asked where a programme is sensitive: an address or a number that waits for it then tells something of a person.
"""

from django import forms
from django.utils.translation import gettext_lazy as _

from lifecycle.errors import Refused
from people.models import ConsentText
from programmes.models import Programme


def words_to_agree_to(programme: Programme | None, purpose: str) -> ConsentText | None:
    """As they are now; None where no yes is needed."""
    return ConsentText.objects.newest(purpose) if programme and programme.is_sensitive else None


def kept_consent(
    programme: Programme | None, consent: ConsentText | None, purpose: str, *, refusal: str
) -> ConsentText | None:
    """What is kept beside the address or the number. Refused where a yes to `purpose` is needed and not there."""
    if programme is None or not programme.is_sensitive:
        return None
    if consent is None or consent.purpose != purpose:
        raise Refused(refusal)
    return consent


def add_consent(form: forms.Form, consent: ConsentText | None, label: str) -> None:
    """The box to tick, under the words that are agreed to."""
    form.fields["agree"] = forms.BooleanField(
        label=label,
        help_text=consent.words if consent else "",
        error_messages={"required": _("Zonder jouw ja bewaren wij niets. Kruis dit aan, of stop hier.")},
    )
