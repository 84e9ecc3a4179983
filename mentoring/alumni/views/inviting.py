"""/mijn/mentor/worden/: from taking part to helping, with the own profile along."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from lifecycle.errors import Refused
from mentoring.alumni import policies
from mentoring.alumni.actions import inviting
from mentoring.alumni.models import MentorInvitation
from mentoring.pseudonyms import called
from mentoring.vetting import code
from people.access import signed_in
from programmes.models import Programme

NO = "nee"


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def become(request: HttpRequest, key: UUID) -> HttpResponse:
    """For who took part or was asked: what goes along, the code that she signs with one press, and what is left."""
    programme = get_object_or_404(Programme.objects.with_sensitivity(), key=key)
    invitation = MentorInvitation.objects.filter(user=request.user, programme=programme).first()
    if invitation is None and not policies.took_part(request.user, programme):
        raise Http404
    waits = invitation is not None and invitation.answered_at is None
    if request.method == "POST" and request.POST.get("antwoord") == NO and invitation is not None:
        inviting.decline_invitation(invitation, by=request.user)
        messages.success(request, _("Dank je wel voor je antwoord. Wij vragen het niet opnieuw."))
        return redirect("people:mine")
    can_become = inviting.can_become(request.user, programme)
    if request.method == "POST" and can_become:
        try:
            read = code.version_in(request.POST.get("versie", ""))
            inviting.become_mentor(programme, by=request.user, version=read)
        except Refused as refused:
            messages.error(request, refused.text)
        else:
            messages.success(request, _("Je aanmelding als mentor is binnen. Kijk je profiel nog even na."))
            return redirect("mentoring:mentor_step", number=1)
    taken = inviting.taken_along(request.user)
    text = code.current()
    context = {
        "title": called(programme),
        "can_become": can_become,
        "takes_along": bool(taken),
        "waits": waits,
        "rules": code.rules(text),
        "version": text.version,
    }
    return render(request, "mentoring/alumni/become.html", context)
