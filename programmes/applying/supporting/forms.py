from django import forms
from django.utils.translation import gettext_lazy as _

from people.typed import LineField


class CodeForm(forms.Form):
    code = LineField(
        label=_("De code die je kreeg"),
        help_text=_("Tien letters en cijfers. Kleine letters mogen ook."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
        error_messages={"required": _("Vul de code in.")},
    )

    def refuse(self) -> None:
        """The same words for each reason."""
        self.add_error("code", _("Deze code werkt niet. Kijk of je hem goed overtikt, of vraag om een nieuwe code."))
