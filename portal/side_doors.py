"""Other packages' own doors to an account, shut: allauth's is the only one, where codes, passkeys and MFA live."""

from allauth.account.internal.flows.logout import logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, re_path

from people.access import public, signed_in
from people.side_doors import to_login


@public
def nothing_here(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
    """Pages behind a shared password do not exist: a role opens a page, or everyone may read it."""
    raise Http404


@signed_in
def to_desk(request: HttpRequest) -> HttpResponse:
    return redirect("wagtailadmin_home")


@signed_in
def log_out(request: HttpRequest) -> HttpResponse:
    """Wagtail's button, with a form of its own, ends the session as ours does; a link only asks."""
    if request.method != "POST":
        return redirect("account_logout")
    logout(request)
    return redirect("/")


cms = [
    path("login/", to_desk),
    path("logout/", log_out),
    re_path(r"^password_reset/", public(to_login)),
]
documents = [path("authenticate_with_password/<int:restriction>/", nothing_here)]
pages = [
    path("_util/login/", public(to_login)),
    re_path(r"^_util/", nothing_here),
]
