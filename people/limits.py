"""Doors without an account count how often one client comes: settings.ACCOUNT_RATE_LIMITS names the rates.

form = AskForm(request.POST)
if form.is_valid() and not limits.refuse(request, "call_back", form):
    ...
return render(request, "…", {"form": form}, status=limits.status_of(form))
"""

from allauth.core import ratelimit
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.forms import BaseForm
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from lifecycle.errors import Refused

TOO_OFTEN = _(
    "Dit gebeurde te vaak achter elkaar. Wacht een uur en probeer het dan opnieuw. Wat je typte, staat er nog."
)
_CODE = "too_often"


def asked_too_often(request: HttpRequest, action: str, *, key: str | None = None) -> bool:
    """Count this request; whether it is one too many for its client (or for `key`, when the rate is per key)."""
    return not ratelimit.consume(request, action=action, key=key)


def refuse(request: HttpRequest, action: str, form: BaseForm) -> bool:
    """Count this request. When it is one too many the form says so, and keeps what was typed."""
    if not asked_too_often(request, action):
        return False
    say_too_often(form)
    return True


def require(request: HttpRequest, action: str, *, key: str) -> None:
    """Count this request for `key`; Refused when it is one too many."""
    if asked_too_often(request, action, key=key):
        raise Refused(str(TOO_OFTEN))


def say_too_often(form: BaseForm) -> None:
    form.add_error(None, ValidationError(TOO_OFTEN, code=_CODE))


def status_of(form: BaseForm) -> int:
    """With which status a page shows this form: 429 when it was refused for coming too often."""
    return 429 if form.is_bound and form.has_error(NON_FIELD_ERRORS, _CODE) else 200
