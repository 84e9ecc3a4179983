"""/cms/klein-programma/: one screen to begin with, and then how far it is."""

from uuid import UUID

from django.contrib import messages
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin.viewsets.base import ViewSet

from lifecycle.errors import Refused
from people.access import needs
from people.desk_menu import OrganisersItem
from people.models import Membership, Organisation
from people.roles import is_organiser
from programmes.desk.edition_overview import Tile
from programmes.desk.own import crumbs, own_edition
from programmes.models import Edition, PoolContact
from programmes.small_programme.actions import begin_small_programme
from programmes.small_programme.forms import SmallProgrammeForm
from programmes.small_programme.steps import steps_of

TAKEN = gettext_lazy("Er is al een programma met deze naam. Kies een andere naam.")


@needs(is_organiser)
@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: HttpRequest) -> HttpResponse:
    role = Membership.Role.ORGANISER
    own = Organisation.objects.filter(memberships__user=request.user, memberships__role=role).distinct()
    form = SmallProgrammeForm(request.POST if request.method == "POST" else None, organisations=own.order_by("name"))
    if form.is_valid() and (edition := _begun(request, form)):
        return redirect("desk_small_programme:checklist", key=edition.key)
    context = {
        "form": form,
        "has_pool": PoolContact.objects.exists(),
        "header_title": _("Klein programma"),
        "header_icon": "plus-inverse",
        "breadcrumbs_items": [{"url": "", "label": _("Klein programma")}],
    }
    return render(request, "programmes/small_programme/begin.html", context)


def _begun(request: HttpRequest, form: SmallProgrammeForm) -> Edition | None:
    """None when it was refused: the form says why, with all that was typed."""
    try:
        begun = begin_small_programme(form.wish(), by=request.user)
    except Refused as refused:
        form.add_error("name", refused.text)
        return None
    except IntegrityError:  # another organisation took the name at the same moment
        form.add_error("name", str(TAKEN))
        return None
    messages.success(request, _("Het programma is er. Hieronder zie je wat al klaar is, en wat nog niet."))
    return begun.edition


@needs(is_organiser)
@require_safe
def checklist(request: HttpRequest, key: UUID) -> HttpResponse:
    edition = own_edition(request, key)
    steps = steps_of(request, edition)
    context = {
        "edition": edition,
        "steps": steps,
        "next": next((step for step in steps if not step.is_done), None),
        "breadcrumbs_items": crumbs(edition, ("", _("Zo ver ben je"))),
    }
    return render(request, "programmes/small_programme/checklist.html", context)


def tile(request: HttpRequest, edition: Edition) -> Tile | None:
    """On the edition's page: the way back to what is next."""
    if not is_organiser(request.user):
        return None
    url = reverse("desk_small_programme:checklist", args=[edition.key])
    return Tile(_("Zo ver ben je"), _("Wat al klaar is, en wat je nu kunt doen."), url)


class SmallProgrammeViewSet(ViewSet):
    name = "desk_small_programme"
    url_prefix = "klein-programma"
    menu_label = gettext_lazy("Klein programma")
    icon = "plus-inverse"
    menu_item_class = OrganisersItem

    def get_urlpatterns(self) -> list[URLPattern]:
        return [path("", begin, name="index"), path("<uuid:key>/", checklist, name="checklist")]
