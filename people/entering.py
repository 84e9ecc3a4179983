"""Signing in who just said yes to something from her mailbox: a code goes to it at once, as after asking for one."""

from allauth.account.internal.flows.login_by_code import LoginCodeVerificationProcess
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from people.accounts import NEXT_AFTER_CODE
from people.models import User


def mail_a_code(request: HttpRequest, user: User, *, then: str) -> HttpResponse:
    """The page on which the code is typed; from there on to `then`, an address of ours."""
    LoginCodeVerificationProcess.initiate(request=request, user=user, email=user.email)
    request.session[NEXT_AFTER_CODE] = then
    return redirect(f"{reverse('account_confirm_login_code')}?{urlencode({'next': then})}")
