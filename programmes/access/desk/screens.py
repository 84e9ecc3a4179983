"""/cms/toegang/: what people of one edition need, the list of what is arranged for it, and who carries it out."""

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from people import limits
from people.access import needs
from people.addresses import keyed
from people.colleagues.actions import invite
from people.pressing import press
from people.roles import is_organiser
from people.seen import What
from programmes.access import arranging
from programmes.access.desk.forms import ArrangementForm, ArrangementsForm, InvitePartnerForm
from programmes.desk.looking import note_list
from programmes.desk.own import crumbs, own_edition, works_for
from programmes.models import AccessNeed, Arrangement, Edition, EditionPartner, Participation, Programme

NEEDS_ON_A_PAGE = 50


def own_arrangement(request: HttpRequest, key: UUID) -> Arrangement:
    own = Arrangement.objects.at_the_desk_of(request.user)
    return get_object_or_404(own.select_related("edition__programme", "owner", "meeting"), key=key)


@needs(is_organiser)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def access(request: HttpRequest, key: UUID) -> HttpResponse:
    """One screen: read what is needed, and write down what is to be arranged."""
    edition = own_edition(request, key)
    form = ArrangementsForm(
        request.POST if request.method == "POST" else None,
        edition=edition,
        initial={"owner": request.user.key, "due_on": edition.starts_on},
    )
    if request.method == "POST" and form.is_valid():
        facts = {name: form.cleaned_data[name] for name in ("meeting", "due_on", "owner", "words")}

        def act() -> str:
            arranging.make_arrangements(edition, form.amounts(), by=request.user, **facts)
            return _("Bewaard. Het staat op de lijst.")

        press(request, act)
        return redirect("desk_access", key=key)
    return _screen(request, edition, form, InvitePartnerForm())


def _screen(
    request: HttpRequest, edition: Edition, form: ArrangementsForm, invite_form: InvitePartnerForm
) -> HttpResponse:
    said = AccessNeed.objects.at_the_desk_of(request.user).filter(participation__edition=edition)
    whose = Participation.objects.with_consent_asked().select_related("user", "edition")
    people = said.select_related("meeting").prefetch_related(Prefetch("participation", whose))
    page = Paginator(people.order_by("participation__user__name", "participation_id", "pk"), NEEDS_ON_A_PAGE).get_page(
        request.GET.get("p")
    )
    shown = list(page)
    note_list({need.participation_id: need.participation for need in shown}.values(), request.user, What.NEEDS)
    arrangements = edition.arrangements.in_order().select_related("meeting", "owner")
    listed = list(arrangements)
    context = {
        "edition": edition,
        "page": page,
        "needs": shown,
        "has_unread": any(need.read_at is None for need in shown),
        "arrangements": listed,
        "has_news": any(arrangement.is_news for arrangement in listed),
        "partners": edition.partners.select_related("user"),
        "invited": arranging.invited_partners(edition),
        "form": form,
        "invite_form": invite_form,
        "breadcrumbs_items": _crumbs(edition),
    }
    return render(request, "programmes/access/desk.html", context)


def _crumbs(edition: Edition, *further: tuple[str, str]) -> list[dict[str, str]]:
    here = reverse("desk_access", args=[edition.key]) if further else ""
    return crumbs(edition, (here, _("Wat nodig is")), *further)


@needs(is_organiser)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def arrangement(request: HttpRequest, key: UUID) -> HttpResponse:
    """One line of the list."""
    found = own_arrangement(request, key)
    told = AccessNeed.objects.at_the_desk_of(request.user).filter(participation__edition=found.edition)
    form = ArrangementForm(request.POST if request.method == "POST" else None, arrangement=found, needs=told)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            arranging.change_arrangement(found, by=request.user, **form.cleaned_data)
            return _("Bewaard.")

        press(request, act)
        return redirect("desk_access", key=found.edition.key)
    context = {
        "arrangement": found,
        "form": form,
        "breadcrumbs_items": _crumbs(found.edition, ("", str(found))),
    }
    return render(request, "programmes/access/desk_arrangement.html", context)


@needs(is_organiser)
@require_POST
def move(request: HttpRequest, key: UUID) -> HttpResponse:
    """Done, after all not, or no longer needed."""
    found = own_arrangement(request, key)
    pressed = request.POST.get("verb")

    def act() -> str:
        if pressed == "drop":
            arranging.drop_arrangement(found, by=request.user)
            return _("Van de lijst gehaald.")
        arranging.tick_off(found, done=pressed == "done", by=request.user)
        return _("Bewaard.")

    press(request, act)
    return redirect("desk_access", key=found.edition.key)


@needs(is_organiser)
@require_POST
def send(request: HttpRequest, key: UUID) -> HttpResponse:
    edition = own_edition(request, key)

    def act() -> str:
        arranging.send_arrangements(edition, by=request.user)
        return _("Gestuurd. De uitvoerder ziet de lijst, zonder namen.")

    press(request, act)
    return redirect("desk_access", key=key)


@needs(is_organiser)
@require_POST
def read(request: HttpRequest, key: UUID) -> HttpResponse:
    edition = own_edition(request, key)

    def act() -> str:
        arranging.read_needs(edition, by=request.user)
        return _("Bewaard. Zegt iemand iets nieuws, dan zie je dat op je eerste pagina.")

    press(request, act)
    return redirect("desk_access", key=key)


@needs(is_organiser)
@require_POST
def ask_partner(request: HttpRequest, key: UUID) -> HttpResponse:
    """The answer tells nothing of whether somebody has an account with this address."""
    edition = own_edition(request, key)
    form = InvitePartnerForm(request.POST)
    if not form.is_valid():
        return _screen(request, edition, ArrangementsForm(edition=edition), form)

    def act() -> str:
        address, organisation = form.cleaned_data["address"], works_for(request.user, edition)
        limits.require(request, "invitation_mailbox", key=keyed(address))
        invite(address, arranging.PARTNER_ROLE, organisation=organisation, by=request.user, about=edition.key)
        return _("Uitgenodigd. De uitnodiging geldt twee weken.")

    press(request, act)
    return redirect("desk_access", key=key)


@needs(is_organiser)
@require_POST
def part(request: HttpRequest, key: UUID) -> HttpResponse:
    own = EditionPartner.objects.filter(edition__programme__in=Programme.objects.carried_by(request.user))
    partner = get_object_or_404(own.select_related("edition__programme"), key=key)

    def act() -> str:
        arranging.part_with(partner, by=request.user)
        return _("Deze persoon ziet nu niets meer van deze editie.")

    press(request, act)
    return redirect("desk_access", key=partner.edition.key)


ACCESS_DESK_URLS: list[Any] = [
    path("toegang/<uuid:key>/", access, name="desk_access"),
    path("toegang/<uuid:key>/gelezen/", read, name="desk_access_read"),
    path("toegang/<uuid:key>/sturen/", send, name="desk_access_send"),
    path("toegang/<uuid:key>/uitvoerder/", ask_partner, name="desk_access_partner"),
    path("toegang/uitvoerder/<uuid:key>/stoppen/", part, name="desk_access_part"),
    path("toegang/regel/<uuid:key>/", arrangement, name="desk_access_arrangement"),
    path("toegang/regel/<uuid:key>/zet/", move, name="desk_access_move"),
]
