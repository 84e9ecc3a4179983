"""Doors of other packages that lead to an account: they all end at allauth's."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt


@csrf_exempt  # it changes nothing, so there is nothing to forge; a POST also ends at the login page
def to_login(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
    """To the login page, keeping only a `next` that stays on this site."""
    address = reverse("account_login")
    following = request.GET.get("next", "")
    if following and url_has_allowed_host_and_scheme(following, allowed_hosts={request.get_host()}):
        address = f"{address}?{urlencode({'next': following})}"
    return HttpResponseRedirect(address)
