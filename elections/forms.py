from django import forms
from django.utils.translation import gettext_lazy as _

from elections.models import Kind
from elections.names.finding import LONGEST

KINDS = [
    ("", _("Alles")),
    (Kind.COUNCIL, _("Gemeenten")),
    (Kind.PROVINCE, _("Provincies")),
    (Kind.WATER_BOARD, _("Waterschappen")),
]


class FindBodyForm(forms.Form):
    """Sent with GET, so an answer can be shared and cached."""

    mark_optional = False

    q = forms.CharField(
        label=_("Naam van je gemeente, provincie of waterschap"),
        required=False,
        max_length=LONGEST,
        error_messages={"max_length": _("Gebruik hoogstens %(limit_value)d tekens.")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "type": "search"}),
    )
    soort = forms.ChoiceField(
        label=_("Soort"),
        required=False,
        choices=KINDS,
        error_messages={"invalid_choice": _("Kies een soort uit de lijst.")},
    )
