from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from people.models import User

ERASE_WORD: str | Promise = pgettext_lazy("het woord dat je typt om alles te wissen", "wissen")


class NameForm(forms.ModelForm):
    """What to be called, and in which language mail comes."""

    class Meta:
        model = User
        fields = ["name", "language"]
        widgets = {"language": forms.RadioSelect}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].widget.attrs["autocomplete"] = "nickname"
        self.fields["language"].label = _("In welke taal wil je mail?")


class ConsentChoice(forms.Form):
    """Which consent is taken back."""

    purpose = forms.SlugField()
    about = forms.UUIDField(required=False)


class EraseForm(forms.Form):
    """A word to type: erasing cannot be undone, so a slip of the finger must not do it."""

    word = forms.CharField(max_length=20, widget=forms.TextInput(attrs={"autocomplete": "off"}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        word = self.fields["word"]
        word.label = _("Typ het woord ‘%(word)s’") % {"word": ERASE_WORD}
        word.error_messages["required"] = self._how()

    def _how(self) -> str:
        return _("Typ ‘%(word)s’ als je echt alles wilt wissen.") % {"word": ERASE_WORD}

    def clean_word(self) -> str:
        typed: str = self.cleaned_data["word"].strip().strip("‘’'\"").lower()
        if typed != ERASE_WORD:
            raise forms.ValidationError(self._how(), code="other_word")
        return typed
