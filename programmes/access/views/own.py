"""/mijn/toegang/: what one needs to take part, and who gets to know it."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from lifecycle.errors import Refused
from people import consent
from people.access import signed_in
from people.models import ConsentText
from programmes.access import actions, policies
from programmes.access.consent_purposes import ACCESS_NEEDS
from programmes.access.forms import NeedForm
from programmes.models import AccessNeed, GroupMeeting, Participation

MOST_MEETINGS = 50


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def need(request: HttpRequest, key: UUID, meeting: UUID | None = None) -> HttpResponse:
    """For the whole edition, or more for one meeting of it."""
    own = Participation.objects.of(request.user).select_related("edition__programme")
    participation = get_object_or_404(own, key=key)
    coming = list(participation.edition.group_meetings.going_ahead().upcoming()[:MOST_MEETINGS])
    chosen = _chosen(coming, meeting)
    said = {one.meeting_id: one for one in AccessNeed.objects.filter(participation=participation)}
    found = said.get(chosen.pk if chosen else None)
    form = None
    if policies.shows_saying(request.user, participation):
        asks = not consent.stands(request.user, ACCESS_NEEDS.name, participation.edition.key)
        words = ConsentText.objects.newest(ACCESS_NEEDS.name) if asks else None
        form = NeedForm(request.POST if request.method == "POST" else None, need=found, consent=words)
    if request.method == "POST" and form and form.is_valid():
        try:
            actions.say_need(
                participation,
                by=request.user,
                wishes=form.cleaned_data["wishes"],
                words=form.cleaned_data["words"],
                partner_may_know=form.cleaned_data["partner_may_know"],
                meeting=chosen,
            )
        except Refused as refusal:
            form.add_error(None, refusal.text)
        else:
            messages.success(request, _("Bewaard. De organisatie kijkt wat zij kan regelen."))
            return redirect(request.path)
    context = {
        "participation": participation,
        "edition": participation.edition,
        "form": form,
        "need": found,
        "meeting": chosen,
        "meetings": [{"meeting": one, "need": said.get(one.pk)} for one in coming],
    }
    return render(request, "programmes/access/need.html", context)


def _chosen(coming: list[GroupMeeting], key: UUID | None) -> GroupMeeting | None:
    if key is None:
        return None
    for meeting in coming:
        if meeting.key == key:
            return meeting
    raise Http404


@signed_in
@require_POST
def take_back(request: HttpRequest, key: UUID) -> HttpResponse:
    found = get_object_or_404(AccessNeed.objects.of(request.user).select_related("participation__edition"), key=key)
    actions.take_back_need(found, by=request.user)
    messages.success(request, _("Gewist. De organisatie ziet dit niet meer."))
    return redirect("programmes:access_need", key=found.participation.key)
