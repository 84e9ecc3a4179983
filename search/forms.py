from django import forms
from django.utils.translation import gettext_lazy as _

from search.words import LONGEST, searchable


class SearchForm(forms.Form):
    """One field. What cannot be looked for gets an error that says what to type instead."""

    mark_optional = False

    q = forms.CharField(
        label=_("Waar zoek je naar?"),
        required=False,
        max_length=LONGEST,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
        error_messages={"max_length": _("Dit is te lang om te zoeken. Typ een paar woorden.")},
    )

    def clean_q(self) -> str:
        typed: str = self.cleaned_data["q"]
        self.words = searchable(typed)
        if typed and not self.words:
            raise forms.ValidationError(_("Deze woorden staan op bijna elke pagina. Typ een woord dat meer zegt."))
        return typed
