"""Before everything about someone leaves or goes: was she here a moment ago, and not only her open screen?"""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any

from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.internal.flows.reauthentication import stash_and_reauthenticate
from allauth.core.exceptions import ReauthenticationRequired
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from people.mfa import has_second_factor

FRESH = timedelta(minutes=15)
STAYS_FRESH = "stays_fresh"  # in a record of how someone signed in: the demo has no mailbox to ask again


def is_fresh(request: HttpRequest) -> bool:
    """Whether this person signed in, or proved again who she is, in the last quarter of an hour."""
    since = timezone.now() - FRESH
    records = get_authentication_records(request, request.user)
    if any(record.get(STAYS_FRESH) or _proves(record, request, since.timestamp()) for record in records):
        return True
    # Signing up leaves no record of a code, only the time at which the session began.
    sessions = UserSession.objects.filter(user=request.user, session_key=request.session.session_key)
    return sessions.filter(created_at__gt=since).exists()


def _proves(record: dict[str, Any], request: HttpRequest, since: float) -> bool:
    """With what is strongest: a mailbox is not enough for who has a passkey or an app."""
    if record["at"] <= since:
        return False
    return record["method"] == "mfa" or not has_second_factor(request.user)


def asks_again(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Only soon after signing in; else it asks to prove again who one is, and then does what was asked."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not is_fresh(request):
            raise ReauthenticationRequired  # allauth keeps what was posted and takes it up again
        return view(request, *args, **kwargs)

    return guarded


def asks_again_before_download(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The same for a file. It leads back to its button: a download leaves the page as it was, asking for a code."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if is_fresh(request):
            return view(request, *args, **kwargs)
        return stash_and_reauthenticate(request, {}, f"{__name__}.back_to_download")

    return guarded


def back_to_download(request: HttpRequest, state: dict[str, Any]) -> HttpResponse:
    messages.success(request, _("Gelukt. Druk nog één keer op ‘Download mijn gegevens’."))
    return redirect(f"{reverse('people:my_data')}#meenemen")
