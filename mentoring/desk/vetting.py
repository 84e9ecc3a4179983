"""At the desk: the office of a mentor held against the results that we have, and the material that mentors get."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from elections.models import ElectedCandidate
from mentoring import policies
from mentoring.desk.looking import PAGE
from mentoring.models import Concern, HeldOffice, Mentor, MentorMaterial
from mentoring.states import Side
from mentoring.vetting import actions, results
from mentoring.vetting.badges import badge_of, place_of
from mentoring.vetting.forms import MaterialForm
from people.access import needs
from people.pressing import press
from people.roles import is_organiser
from programmes.desk.participant_panels import Panel
from programmes.models import Participation, Programme


def office_of(mentor: Mentor) -> dict[str, Any] | None:
    """What she told, what was found of it, and what others will read. None when she told nothing."""
    held = HeldOffice.objects.filter(user=mentor.user_id).first()
    if held is None:
        return None
    where = place_of(held)
    return {
        "held": held,
        "where": where,
        "badge": badge_of(mentor, held, where),
        "found": [] if mentor.office_year else results.possible(held),
    }


@needs(is_organiser)
@require_POST
def confirm(request: HttpRequest, key: UUID) -> HttpResponse:
    """ "Dit is haar of hem"."""
    mentor = get_object_or_404(Mentor.objects.at_the_desk_of(request.user).select_related("user", "programme"), key=key)
    if not policies.can_vet_mentor(request.user, mentor):
        raise Http404
    chosen = request.POST.get("gevonden", "")
    if not (chosen.isascii() and chosen.isdigit() and len(chosen) < 16):
        raise Http404
    elected = get_object_or_404(ElectedCandidate, pk=int(chosen))

    def act() -> str:
        actions.confirm_office(mentor, elected, by=request.user)
        return _("Gecontroleerd. Dat staat nu bij de mentor.")

    press(request, act)
    return redirect("desk_mentors:detail", key=key)


def concern_of(request: HttpRequest, participation: Participation) -> Panel | None:
    """On the page of a participant: what she wants us to mind (settings.PARTICIPANT_PANELS)."""
    own = Concern.objects.filter(user=participation.user_id, side=Side.MENTEE).first()
    if own is None:
        return None
    return Panel(_("Waar wij op letten bij een mentor"), "mentoring/desk/panel_concern.html", {"words": own.words})


@needs(is_organiser)
@require_http_methods(["GET", "HEAD", "POST"])
def material(request: HttpRequest) -> HttpResponse:
    """Of all own programmes with mentors: what there is, and one more."""
    programmes = Programme.objects.carried_by(request.user).filter(has_mentors=True).order_by("name")
    form = MaterialForm(request.POST if request.method == "POST" else None, programmes=programmes)
    if form.is_valid():
        words = dict(form.cleaned_data)
        actions.add_material(words.pop("programme"), by=request.user, **words)
        messages.success(request, _("Mentoren van dit programma zien het nu."))
        return redirect("desk_mentors:material")
    found = MentorMaterial.objects.filter(programme__in=programmes).select_related("programme")
    context = {
        "page": Paginator(found.order_by("programme__name", "added_at", "pk"), PAGE).get_page(request.GET.get("p")),
        "form": form if programmes else None,
        "breadcrumbs_items": [
            {"url": reverse("desk_mentors:index"), "label": _("Mentoren")},
            {"url": "", "label": _("Materiaal")},
        ],
    }
    return render(request, "mentoring/desk/material.html", context)


@needs(is_organiser)
@require_POST
def remove_material(request: HttpRequest, key: UUID) -> HttpResponse:
    own = MentorMaterial.objects.filter(programme__in=Programme.objects.carried_by(request.user))
    actions.remove_material(get_object_or_404(own.select_related("programme"), key=key), by=request.user)
    messages.success(request, _("Het materiaal is weg."))
    return redirect("desk_mentors:material")
