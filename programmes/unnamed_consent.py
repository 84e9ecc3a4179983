"""A yes of somebody without an account: kept as the text that was agreed to, beside what rests on it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from people.models import ConsentText


def add_consent(form: forms.Form, consent: ConsentText | None, label: str) -> None:
    """The box to tick, under the words that are agreed to."""
    form.fields["agree"] = forms.BooleanField(
        label=label,
        help_text=consent.words if consent else "",
        error_messages={"required": _("Zonder jouw ja bewaren wij niets. Kruis dit aan, of stop hier.")},
    )
