"""/mijn/koppel/…/tijd/ and /mijn/afspraak/…/verzetten/: offering times, and moving what stands."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from mentoring import policies
from mentoring.actions import meetings
from mentoring.forms.meetings import MeetingForm, MoveForm
from mentoring.models import Meeting
from mentoring.talking.busy_months import busy_months
from mentoring.views.appointment import own_meeting
from mentoring.views.room import called, own_pair, saved_or_said
from people.access import signed_in


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def propose(request: HttpRequest, key: UUID) -> HttpResponse:
    match, side = own_pair(request, key)
    if not policies.shows_planning(request.user, match):
        return redirect("mentoring:room", key=key)
    other = called(match, side.other)
    form = MeetingForm(request.POST if request.method == "POST" else None, other=other)

    def save() -> None:
        about = meetings.About(**form.about())
        meetings.offer_meetings(match, by=request.user, times=form.times(), about=about)

    if form.is_valid() and saved_or_said(form, save):
        said = ngettext(
            "Je voorstel staat klaar. %(name)s krijgt een mail.",
            "Je tijden staan klaar. %(name)s kiest er één en krijgt een mail.",
            len(form.times()),
        )
        messages.success(request, said % {"name": other})
        return redirect("mentoring:room", key=key)
    context = {"match": match, "form": form, "other": other, "busy": busy_months(timezone.localdate())}
    return render(request, "mentoring/meeting_propose.html", context)


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def move(request: HttpRequest, key: UUID) -> HttpResponse:
    """Another time for what was proposed or agreed: asked as it stands, to change."""
    meeting = own_meeting(request, key)
    match, side = own_pair(request, meeting.match.key)
    if not policies.shows_meeting_move(request.user, meeting, "move") or meeting.starts_at <= timezone.now():
        return redirect("mentoring:room", key=match.key)
    other = called(match, side.other)
    form = MoveForm(request.POST if request.method == "POST" else None, other=other, initial=_as_it_stands(meeting))

    def save() -> None:
        about = meetings.About(**form.about())
        meetings.move_meeting(meeting, by=request.user, starts_at=form.starts_at(), about=about)

    if form.is_valid() and saved_or_said(form, save):
        messages.success(
            request, _("Verzet. %(name)s zegt nog of het kan. Jullie krijgen allebei een mail.") % {"name": other}
        )
        return redirect("mentoring:room", key=match.key)
    context = {"match": match, "meeting": meeting, "form": form, "other": other}
    return render(request, "mentoring/meeting_move.html", context)


def _as_it_stands(meeting: Meeting) -> dict[str, object]:
    stands = timezone.localtime(meeting.starts_at)
    about = {name: getattr(meeting, name) for name in ("minutes", "way", "place")}
    return {"day": stands.date(), "at": stands.time(), **about}
