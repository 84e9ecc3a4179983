"""The fields in which someone types an e-mailed code; a link from the mail fills them in."""

import re
from typing import Any

from allauth.account import forms as allauth_forms
from allauth.core import context
from django.utils.translation import gettext_lazy as _

CODE = re.compile(r"[0-9]{4}-?[0-9]{4}")


def code_in(query: Any) -> str:
    """The code in an address, or nothing: what does not look like one is never shown."""
    code = query.get("code", "")
    return code if CODE.fullmatch(code) else ""


class _CodeFromLink:
    """Filled in, not sent: the person still presses the button."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["code"]  # type: ignore[attr-defined]
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
