"""What stands beside allauth's own pages: the link from a mail, and codes that came too late."""

from typing import Any

from allauth.account import views as allauth_views
from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.email_verification_by_code import EMAIL_VERIFICATION_CODE_SESSION_KEY
from allauth.account.internal.flows.login_by_code import LoginCodeVerificationProcess
from allauth.account.internal.flows.reauthenticate_by_code import ConfirmReauthenticationCodeProcess
from allauth.account.stages import LoginByCodeStage, LoginStageController
from allauth.mfa.totp.forms import DeactivateTOTPForm
from allauth.mfa.webauthn.views import RemoveWebAuthnView
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from people.access import public, signed_in
from people.account_forms import code_in
from people.accounts import NEXT_AFTER_CODE
from people.mfa import must_prove_more, proved_more

# Where someone was going who first had to make a passkey or an app, kept in the session.
AFTER_EXTRA_STEP = "after_extra_step"

TOO_LATE = _(
    "Deze code werkt niet meer. Een code werkt een kwartier, in de browser waarin je hem aanvroeg. "
    "Vraag een nieuwe code aan."
)


@public
@never_cache
@require_safe
def follow_code(request: HttpRequest) -> HttpResponse:
    """The link in a mail with a code. It only looks: the press on the next page is what counts.

    A code belongs to the browser that asked for it. In another one this page says what to do.
    """
    code = code_in(request.GET)
    page = _waiting_page(request)
    if page is None:
        status = 200 if code else 404
        return render(request, "account/code_elsewhere.html", {"code": code}, status=status)
    query = {"code": code}
    if following := request.session.get(NEXT_AFTER_CODE):
        query["next"] = following
    return redirect(f"{reverse(page)}?{urlencode(query)}")


def _waiting_page(request: HttpRequest) -> str | None:
    """The page of this session that waits for a code."""
    if request.user.is_anonymous:
        stage = LoginStageController.enter(request, LoginByCodeStage.key)
        if stage and LoginCodeVerificationProcess.resume(stage):
            return "account_confirm_login_code"
    elif ConfirmReauthenticationCodeProcess.resume(request):
        return "account_confirm_reauthentication_code"
    if request.session.get(EMAIL_VERIFICATION_CODE_SESSION_KEY):
        return "account_email_verification_sent"
    return None


class _SaysWhenTooLate:
    """allauth leads someone with a late code away without a word; here she learns why."""

    _process: Any = None

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        asked_for = self._asks_for_code(request)
        response = super().dispatch(request, *args, **kwargs)
        if asked_for and not self._process:
            get_adapter(request).add_message(request, messages.ERROR, message=str(TOO_LATE))
        return response

    def _asks_for_code(self, request: HttpRequest) -> bool:
        return True


class ConfirmLoginCode(_SaysWhenTooLate, allauth_views.ConfirmLoginCodeView):
    def _asks_for_code(self, request: HttpRequest) -> bool:
        return request.user.is_anonymous


class ConfirmEmailCode(_SaysWhenTooLate, allauth_views.ConfirmEmailVerificationCodeView):
    pass


class ConfirmReauthenticationCode(_SaysWhenTooLate, allauth_views.ConfirmReauthenticationCodeView):
    def _asks_for_code(self, request: HttpRequest) -> bool:
        return request.user.is_authenticated


class RemovePasskey(RemoveWebAuthnView):
    """allauth asks only of an app whether it may go; this asks it of a passkey too, with the same form."""

    form_class = DeactivateTOTPForm

    def get_form_kwargs(self) -> dict[str, Any]:
        # Filled in from the start, with nothing: a refusal shows before the button is pressed.
        return {**super().get_form_kwargs(), "authenticator": self.object, "data": {}}


remove_passkey = signed_in(RemovePasskey.as_view())
confirm_login_code = public(ConfirmLoginCode.as_view())
confirm_email_code = public(never_cache(ConfirmEmailCode.as_view()))
confirm_reauthentication_code = signed_in(ConfirmReauthenticationCode.as_view())


@signed_in
@never_cache
@require_safe
def extra_step(request: HttpRequest) -> HttpResponse:
    """Why someone who sees data of others needs a passkey or an app, and where to make one.

    Where she was going is kept: after making one she first sees her recovery codes.
    """
    following = request.GET.get("next", "")
    if not get_adapter(request).is_safe_url(following):
        following = reverse("account_email")
    if proved_more(request) or not must_prove_more(request.user):
        request.session.pop(AFTER_EXTRA_STEP, None)
        return redirect(following)
    request.session[AFTER_EXTRA_STEP] = following
    return render(request, "account/extra_step.html", {"next": following})
