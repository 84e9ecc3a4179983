"""/mijn/afspraak/: what is pressed about one meeting, and the file for one's own calendar."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lifecycle.errors import Refused
from mentoring import policies
from mentoring.actions import meetings
from mentoring.appointments import as_calendar
from mentoring.models import Meeting
from people.access import signed_in


def own_meeting(request: HttpRequest, key: UUID) -> Meeting:
    """404 for whoever is not of the two."""
    own = Meeting.objects.visible_to(request.user).select_related("match__participation", "match__mentor")
    return get_object_or_404(own, key=key)


def _pressed(request: HttpRequest, key: UUID, act: Callable[..., Meeting], done: str) -> HttpResponse:
    meeting = own_meeting(request, key)
    try:
        act(meeting, by=request.user)
    except meetings.AlreadyNoted as already:
        messages.info(request, already.text)
    except Refused as refused:
        messages.error(request, refused.text)
    else:
        messages.success(request, done)
    return redirect("mentoring:room", key=meeting.match.key)


@signed_in
@never_cache
@require_POST
def agree(request: HttpRequest, key: UUID) -> HttpResponse:
    typed = request.POST.get("gezien", "")
    act = partial(meetings.agree_meeting, seen=int(typed) if typed.isdecimal() else None)
    return _pressed(request, key, act, _("Afgesproken. Je kunt het in je agenda zetten."))


@signed_in
@never_cache
@require_POST
def turn_down(request: HttpRequest, key: UUID) -> HttpResponse:
    """None of the times that were offered together."""
    return _pressed(
        request,
        key,
        meetings.turn_down_offer,
        _("De ander hoort dat geen van deze tijden kan. Stel gerust zelf een tijd voor."),
    )


@signed_in
@never_cache
@require_POST
def held(request: HttpRequest, key: UUID) -> HttpResponse:
    return _pressed(request, key, meetings.hold_meeting, _("Genoteerd. Het telt voor jullie allebei."))


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def cancel(request: HttpRequest, key: UUID) -> HttpResponse:
    if request.method == "POST":
        return _pressed(
            request, key, meetings.cancel_meeting, _("De afspraak gaat niet door. De ander krijgt een mail.")
        )
    meeting = own_meeting(request, key)
    if not policies.shows_meeting_move(request.user, meeting, "cancel"):
        return redirect("mentoring:room", key=meeting.match.key)
    return render(request, "mentoring/meeting_cancel.html", {"meeting": meeting})


@signed_in
@never_cache
@require_safe
def appointment(request: HttpRequest, key: UUID) -> HttpResponse:
    """In a file whose name and words say nothing more than when."""
    response = HttpResponse(
        as_calendar(own_meeting(request, key), at=timezone.now()), content_type="text/calendar; charset=utf-8"
    )
    response["Content-Disposition"] = 'attachment; filename="afspraak.ics"'
    return response
