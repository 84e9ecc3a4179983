"""On the page of one participant at the desk (settings.PARTICIPANT_PANELS): ask her to become a mentor."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from mentoring.alumni import policies
from mentoring.alumni.actions import inviting
from mentoring.alumni.models import MentorInvitation
from people.access import needs
from people.pressing import press
from people.roles import is_organiser
from programmes.desk.participant_panels import Panel
from programmes.models import Participation


def invite(request: HttpRequest, participation: Participation) -> Panel | None:
    """For who took part until the end, where mentors are looked for. How she answered stands there too."""
    if not policies.can_invite_mentor(request.user, participation):
        return None
    programme = participation.edition.programme
    asked = MentorInvitation.objects.filter(user=participation.user_id, programme=programme).first()
    if asked is None and not inviting.can_become(participation.user, programme):
        return None
    return Panel(_("Mentor worden"), "mentoring/alumni/desk/panel_invite.html", {"invitation": asked})


@needs(is_organiser)
@require_POST
def send_invitation(request: HttpRequest, key: UUID) -> HttpResponse:
    organiser: Any = request.user
    own = Participation.objects.at_the_desk_of(request.user).select_related("user", "edition__programme")
    participation = get_object_or_404(own, key=key)
    if not policies.can_invite_mentor(request.user, participation):
        raise Http404

    def act() -> str:
        inviting.invite_mentor(participation, by=organiser)
        return _("Gevraagd. Deze persoon krijgt een mail en antwoordt zelf.")

    press(request, act)
    return redirect("desk_participations:detail", key=key)
