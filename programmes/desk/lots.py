"""Drawing lots at the desk: once, and afterwards the order with the seed that anyone can check it by."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from people.access import needs
from people.pressing import press
from people.roles import is_organiser
from programmes import policies
from programmes.actions.lots import draw_lots
from programmes.desk.edition_overview import Tile
from programmes.desk.looking import note_list, shown_name
from programmes.desk.own import crumbs, own_edition
from programmes.drawing_lots import order_of
from programmes.models import Application, Edition

MOST_SHOWN = 500


@needs(is_organiser)
@require_safe
def lots(request: HttpRequest, key: UUID) -> HttpResponse:
    edition = own_edition(request, key)
    rows = _drawn(request, edition) if edition.lot_seed else []
    note_list(rows, request.user)
    waiting = Application.objects.at_the_desk_of(request.user).filter(edition=edition).unanswered().agreed()
    context = {
        "edition": edition,
        "rows": [(shown_name(one), one.get_state_display(), one.key) for one in rows],
        "waiting": waiting.count(),
        "can_draw": not edition.lot_seed and not edition.is_open(),
        "breadcrumbs_items": crumbs(edition, ("", _("Loten"))),
    }
    return render(request, "programmes/desk/lots.html", context)


def _drawn(request: HttpRequest, edition: Edition) -> list[Application]:
    """Who was in it and is still there, in the order of the lots."""
    own = Application.objects.at_the_desk_of(request.user).with_consent_asked().filter(edition=edition)
    rows = own.filter(submitted_at__lt=edition.lots_drawn_at).select_related("user", "edition__programme")
    found = {one.key: one for one in rows[:MOST_SHOWN]}
    return [found[key] for key in order_of(found, edition.lot_seed)]


@needs(is_organiser)
@require_POST
def draw(request: HttpRequest, key: UUID) -> HttpResponse:
    edition = own_edition(request, key)

    def act() -> str:
        draw_lots(edition, by=request.user)
        return _("Er is geloot. Iedereen krijgt een mail.")

    press(request, act)
    return redirect("desk_edition_lots", key=key)


def tile(request: HttpRequest, edition: Edition) -> Tile | None:
    if not (edition.draws_lots and policies.can_draw_lots(request.user, edition)):
        return None
    return Tile(
        _("Loten"),
        _("Trek één keer de loten. Iedereen kan nagaan dat het eerlijk ging."),
        reverse("desk_edition_lots", args=[edition.key]),
        _("er is geloot") if edition.lot_seed else "",
    )


LOTS_DESK_URLS = [
    path("edities/<uuid:key>/loten/", lots, name="desk_edition_lots"),
    path("edities/<uuid:key>/loten/trekken/", draw, name="desk_edition_lots_draw"),
]
