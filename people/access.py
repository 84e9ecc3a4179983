"""Every view names who may open it; tests/architecture fails for one that does not."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase

View = Callable[..., HttpResponseBase]
Policy = Callable[[Any], bool]


def public(view: View) -> View:
    """For everyone, without an account."""
    view.access = "public"  # type: ignore[attr-defined]
    return view


def _account(user: Any) -> bool:
    return bool(user.is_authenticated)


def needs(policy: Policy) -> Callable[[View], View]:
    """Only for whom `policy(user)` holds: others get the 404 of what does not exist, visitors the login page."""

    def wrap(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            if not policy(request.user):
                raise Http404
            return view(request, *args, **kwargs)

        guarded.access = f"{policy.__module__}.{policy.__name__}"  # type: ignore[attr-defined]
        return guarded

    return wrap


signed_in = needs(_account)
"""For everyone with an account."""
