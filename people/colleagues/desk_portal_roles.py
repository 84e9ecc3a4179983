"""/cms/beheer/portaalrollen/: who keeps the portal and who reads for the ministry; given by two, never by one."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.admin.viewsets.base import ViewSet

from lifecycle.errors import Refused
from lifecycle.journal import record_each
from people import policies
from people.access import needs
from people.administration import MENU
from people.colleagues import portal_roles
from people.colleagues.forms import ProposalForm
from people.models import RoleProposal, User
from people.pressing import press
from people.seen import Role, What, note_view

VERBS = {"confirm": portal_roles.confirm_role, "drop": portal_roles.drop_proposal}


@needs(policies.can_give_portal_roles)
@require_http_methods(["GET", "HEAD", "POST"])
def index(request: HttpRequest) -> HttpResponse:
    by: Any = request.user  # an account: `needs` saw to it
    form = ProposalForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            portal_roles.propose_role(form.cleaned_data["email"], form.cleaned_data["role"], by=by)
        except Refused as refused:
            form.add_error("email", refused.text)
        else:
            messages.success(request, _("Voorgesteld. Een andere beheerder zegt ja of nee."))
            return redirect("admin_portal_roles:index")
    return render(request, "people/desk/portal_roles.html", _context(request, form))


def _context(request: HttpRequest, form: ProposalForm) -> dict[str, Any]:
    by: Any = request.user
    proposals = list(RoleProposal.objects.select_related("user", "proposed_by"))
    held = [(role, portal_roles.holders(role.value)) for role in RoleProposal.Role]
    persons = {person for _role, found in held for person in found} | {one.user for one in proposals}
    note_view(persons, by=by, role=Role.ADMINISTRATOR, what=What.ACCOUNT)
    record_each(persons, "view", by=by)
    return {
        "form": form,
        "held": [{"role": role, "persons": found} for role, found in held],
        "proposals": [
            {"proposal": one, "can_confirm": policies.can_confirm_proposal(request.user, one)}
            for one in proposals
            if one.is_open()
        ],
        "header_title": _("Rollen van het portaal"),
        "header_icon": "key",
        "breadcrumbs_items": [{"url": "", "label": _("Rollen van het portaal")}],
    }


@needs(policies.can_give_portal_roles)
@require_POST
def move(request: HttpRequest, key: UUID, verb: str) -> HttpResponse:
    by: Any = request.user
    proposal = get_object_or_404(RoleProposal, key=key)
    if verb not in VERBS or (verb == "confirm" and not policies.can_confirm_proposal(request.user, proposal)):
        raise Http404
    done = _("De rol geldt nu.") if verb == "confirm" else _("Het voorstel is weg.")

    def act() -> str:
        VERBS[verb](proposal, by=by)
        return done

    press(request, act)
    return redirect("admin_portal_roles:index")


@needs(policies.can_give_portal_roles)
@require_POST
def take(request: HttpRequest, key: UUID, role: str) -> HttpResponse:
    if role not in RoleProposal.Role.values:
        raise Http404
    by: Any = request.user
    person = get_object_or_404(User, key=key, groups__name=role)

    def act() -> str:
        portal_roles.take_portal_role(person, role, by=by)
        return _("De rol is weg. Dat geldt meteen.")

    press(request, act)
    return redirect("admin_portal_roles:index" if policies.can_give_portal_roles(request.user) else "people:mine")


class PortalRoleViewSet(ViewSet):
    name = "admin_portal_roles"
    url_prefix = "beheer/portaalrollen"
    icon = "key"
    menu_label = gettext_lazy("Rollen van het portaal")
    menu_order = 25
    menu_hook = MENU

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", index, name="index"),
            path("voorstel/<uuid:key>/<slug:verb>/", move, name="move"),
            path("<slug:role>/<uuid:key>/weg/", take, name="take"),
        ]
