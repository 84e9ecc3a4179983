"""The forms of accounts in our words: what is missing and what to do; a link from a mail fills in its code."""

import re
from typing import Any, ClassVar

from allauth.account import forms as allauth_forms
from allauth.core import context
from allauth.mfa.base import forms as factor_forms
from allauth.mfa.totp import forms as totp_forms
from allauth.mfa.webauthn import forms as passkey_forms
from django import forms
from django.utils.translation import gettext_lazy as _

from people.sources import SOURCE, read_source, source_of

CODE = re.compile(r"[0-9]{4}-?[0-9]{4}")

Words = dict[str, Any]  # a text, translated when it is shown, by the code of the error

LOOKS_LIKE = _("Een e-mailadres ziet eruit als naam@voorbeeld.nl. Controleer wat je typte.")
ADDRESS: Words = {"required": _("Vul je e-mailadres in."), "invalid": LOOKS_LIKE, "max_length": LOOKS_LIKE}
NEW_ADDRESS: Words = {**ADDRESS, "required": _("Vul je nieuwe e-mailadres in.")}
MAILED_CODE: Words = {"required": _("Vul de code uit de mail in.")}
APP_CODE: Words = {"required": _("Vul de code uit je app in, of een reservecode.")}
NOT_MADE: Words = dict.fromkeys(
    ("required", "invalid"), _("De passkey is nog niet gemaakt. Druk op ‘Maak de passkey’.")
)
NOT_USED: Words = dict.fromkeys(("required", "invalid"), _("Dat lukte niet. Gebruik je passkey nog een keer."))


def code_in(query: Any) -> str:
    """The code in an address, or nothing: what does not look like one is never shown."""
    code = query.get("code", "")
    return code if CODE.fullmatch(code) else ""


class _OwnWords:
    """Django's "this field is required" names neither the field nor what helps."""

    words: ClassVar[dict[str, Words]]
    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, words in self.words.items():
            self.fields[name].error_messages |= words


class LoginForm(_OwnWords, allauth_forms.LoginForm):
    words: ClassVar = {"login": ADDRESS}


class RequestLoginCodeForm(_OwnWords, allauth_forms.RequestLoginCodeForm):
    words: ClassVar = {"email": ADDRESS}


class SignupForm(_OwnWords, allauth_forms.SignupForm):
    """For who came by a campaign its word stands in it, hidden: no cookie has to remember it."""

    words: ClassVar = {"email": ADDRESS}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if source := source_of(context.request):
            self.fields[SOURCE] = forms.CharField(required=False, initial=source, widget=forms.HiddenInput)

    def source(self) -> str:
        """The campaign by which someone came, or ""; what is no such word is left out without a fuss."""
        return read_source(self.cleaned_data.get(SOURCE))


class AddEmailForm(_OwnWords, allauth_forms.AddEmailForm):
    """The address that is to replace the one she has."""

    words: ClassVar = {"email": NEW_ADDRESS}


class _CodeFromLink(_OwnWords):
    """Filled in, not sent: the person still presses the button."""

    words: ClassVar = {"code": MAILED_CODE}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["code"]
        field.label = _("Code uit de mail")
        field.help_text = _("Acht cijfers. De code werkt een kwartier.")
        field.widget.attrs = {"autocomplete": "one-time-code", "inputmode": "numeric"}
        if context.request is not None and (code := code_in(context.request.GET)):
            self.initial["code"] = code  # type: ignore[attr-defined]


class ConfirmLoginCodeForm(_CodeFromLink, allauth_forms.ConfirmLoginCodeForm):
    pass


class ConfirmEmailCodeForm(_CodeFromLink, allauth_forms.ConfirmEmailVerificationCodeForm):
    pass


class ConfirmReauthenticationCodeForm(_CodeFromLink, allauth_forms.ConfirmReauthenticationCodeForm):
    pass


class AuthenticateForm(_OwnWords, factor_forms.AuthenticateForm):
    words: ClassVar = {"code": APP_CODE}


class ReauthenticateForm(_OwnWords, factor_forms.ReauthenticateForm):
    words: ClassVar = {"code": APP_CODE}


class ActivateAppForm(_OwnWords, totp_forms.ActivateTOTPForm):
    words: ClassVar = {"code": {"required": _("Vul de code uit de app in.")}}

    def secret_in_fours(self) -> str:
        """The key as one can read it aloud and type it; apps skip the spaces."""
        return " ".join(re.findall(".{1,4}", self.secret))


class AddPasskeyForm(_OwnWords, passkey_forms.AddWebAuthnForm):
    words: ClassVar = {"credential": NOT_MADE}


class SignupPasskeyForm(_OwnWords, passkey_forms.SignupWebAuthnForm):
    words: ClassVar = {"credential": NOT_MADE}


class NamePasskeyForm(_OwnWords, passkey_forms.EditWebAuthnForm):
    words: ClassVar = {"name": {"required": _("Vul een naam voor de passkey in.")}}


class LoginPasskeyForm(_OwnWords, passkey_forms.LoginWebAuthnForm):
    words: ClassVar = {"credential": NOT_USED}


class AuthenticatePasskeyForm(_OwnWords, passkey_forms.AuthenticateWebAuthnForm):
    words: ClassVar = {"credential": NOT_USED}


class ReauthenticatePasskeyForm(_OwnWords, passkey_forms.ReauthenticateWebAuthnForm):
    words: ClassVar = {"credential": NOT_USED}
