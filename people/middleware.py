"""Nobody sees data of others on the strength of a mailbox alone."""

from collections.abc import Callable
from urllib.parse import urlencode

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from people.languages import without_language
from people.mfa import has_second_factor, must_prove_more, proved_more

# What someone needs to prove more, to leave, to find help at once, or to be looked after by a machine.
FREE = ("/account/", "/demo/", "/health/", "/hulp/", settings.STATIC_URL, settings.MEDIA_URL)


class DemandMfaMiddleware:
    """Stands behind the sessions and before every view, so no page can forget to ask."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if without_language(request.path_info).startswith(FREE) or not request.user.is_authenticated:
            return self.get_response(request)
        if proved_more(request) or not must_prove_more(request.user):
            return self.get_response(request)
        following = (
            request.get_full_path() if request.method in ("GET", "HEAD") else reverse(settings.LOGIN_REDIRECT_URL)
        )
        return HttpResponseRedirect(f"{self._where_to_prove(request.user)}?{urlencode({'next': following})}")

    @staticmethod
    def _where_to_prove(user: AbstractBaseUser) -> str:
        if not has_second_factor(user):
            return reverse("account_extra_step")
        return get_adapter().get_reauthentication_methods(user)[0]["url"]
