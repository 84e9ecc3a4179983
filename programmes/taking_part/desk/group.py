"""When a group meets and what it gets to read: one screen per edition, and one per meeting."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lifecycle.errors import Refused
from people.access import needs
from people.pressing import press
from people.roles import is_organiser
from programmes.desk.edition_overview import Tile
from programmes.desk.own import crumbs, own_edition
from programmes.models import Edition, Material, Programme
from programmes.taking_part import actions, meetings
from programmes.taking_part.desk.own import PER_PAGE, own_meeting
from programmes.taking_part.forms import GroupMeetingForm, MaterialForm


def tile(request: HttpRequest, edition: Edition) -> Tile | None:
    """On the page of an edition: who was there, and what comes next."""
    if not is_organiser(request.user):
        return None
    coming = edition.group_meetings.going_ahead().upcoming().first()
    when = timezone.localtime(coming.starts_at) if coming else None
    return Tile(
        _("Groep en aanwezigheid"),
        _("Bijeenkomsten plannen, opschrijven wie er was, stappen afvinken en afronden."),
        reverse("desk_group", args=[edition.key]),
        _("Eerstvolgende: %(day)s") % {"day": date_format(when, "j F Y")} if when else "",
    )


@needs(is_organiser)
@require_safe
def group(request: HttpRequest, key: UUID) -> HttpResponse:
    return _group(request, own_edition(request, key), MaterialForm())


def _group(request: HttpRequest, edition: Edition, form: MaterialForm) -> HttpResponse:
    now = timezone.now()
    context = {
        "edition": edition,
        "coming": edition.group_meetings.upcoming(now)[:PER_PAGE],
        "past": Paginator(edition.group_meetings.past(now), PER_PAGE).get_page(request.GET.get("p")),
        "materials": edition.materials.all()[:PER_PAGE],
        "form": form,
        "breadcrumbs_items": crumbs(edition, ("", _("Groep"))),
    }
    return render(request, "programmes/taking_part/desk/group.html", context)


@needs(is_organiser)
@require_POST
def add_material(request: HttpRequest, key: UUID) -> HttpResponse:
    edition = own_edition(request, key)
    form = MaterialForm(request.POST)
    if not form.is_valid():
        return _group(request, edition, form)
    actions.add_material(edition, by=request.user, **form.cleaned_data)
    messages.success(request, _("Het materiaal staat op de pagina van de groep."))
    return redirect("desk_group", key=key)


@needs(is_organiser)
@require_POST
def remove_material(request: HttpRequest, key: UUID) -> HttpResponse:
    own = Material.objects.filter(edition__programme__in=Programme.objects.carried_by(request.user))
    material = get_object_or_404(own.select_related("edition__programme"), key=key)
    actions.remove_material(material, by=request.user)
    messages.success(request, _("Het materiaal is weg."))
    return redirect("desk_group", key=material.edition.key)


@needs(is_organiser)
@require_http_methods(["GET", "HEAD", "POST"])
def plan(request: HttpRequest, key: UUID) -> HttpResponse:
    edition = own_edition(request, key)
    form = GroupMeetingForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        meetings.plan_meeting(edition, by=request.user, **form.cleaned_data)
        messages.success(request, _("De bijeenkomst is gepland. De groep ziet dat op de eigen pagina."))
        return redirect("desk_group", key=key)
    return _meeting_page(request, edition, {"form": form, "label": _("Bijeenkomst plannen")})


@needs(is_organiser)
@require_http_methods(["GET", "HEAD", "POST"])
def meeting(request: HttpRequest, key: UUID) -> HttpResponse:
    """Another time or place is told to all who take part."""
    found = own_meeting(request, key)
    form = GroupMeetingForm.of(found, request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            meetings.change_meeting(found, by=request.user, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, refused.text)
        else:
            messages.success(request, _("Bewaard. Is de tijd of de plaats anders? Dan krijgt de groep een mail."))
            return redirect("desk_group", key=found.edition.key)
    context = {"form": form, "label": found.title, "meeting": found, "can_call_off": not found.is_over()}
    return _meeting_page(request, found.edition, context)


@needs(is_organiser)
@require_POST
def call_off(request: HttpRequest, key: UUID) -> HttpResponse:
    found = own_meeting(request, key)

    def act() -> str:
        meetings.call_off_meeting(found, by=request.user)
        return _("De bijeenkomst gaat niet door. De groep krijgt een mail.")

    press(request, act)
    return redirect("desk_group", key=found.edition.key)


def _meeting_page(request: HttpRequest, edition: Edition, context: dict[str, Any]) -> HttpResponse:
    back = (reverse("desk_group", args=[edition.key]), _("Groep"))
    context |= {"edition": edition, "breadcrumbs_items": crumbs(edition, back, ("", context["label"]))}
    return render(request, "programmes/taking_part/desk/meeting.html", context)
