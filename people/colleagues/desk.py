"""/cms/collegas/: who works for the own organisations, who was invited, and a form to invite somebody more."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.admin.viewsets.base import ViewSet

from lifecycle.errors import Refused
from people import limits
from people.access import needs
from people.actions import take_role
from people.addresses import keyed
from people.colleagues import actions
from people.colleagues.forms import InviteForm
from people.colleagues.roles import colleague_roles
from people.desk_menu import OrganisersItem
from people.models import Invitation, Membership, Organisation
from people.roles import is_organiser
from people.seen import Role, What, note_view

ON_A_PAGE = 50


def own_organisations(request: HttpRequest) -> list[Organisation]:
    own = Organisation.objects.filter(memberships__user=request.user, memberships__role=Membership.Role.ORGANISER)
    return list(own.distinct().order_by("name"))


@needs(is_organiser)
@require_http_methods(["GET", "HEAD", "POST"])
def colleagues(request: HttpRequest) -> HttpResponse:
    own = own_organisations(request)
    form = InviteForm(request.POST if request.method == "POST" else None, organisations=own)
    if form.is_valid() and _invited(request, form):
        return redirect("desk_colleagues:index")
    return render(request, "people/desk/colleagues.html", _context(request, own, form), status=limits.status_of(form))


def _invited(request: HttpRequest, form: InviteForm) -> bool:
    """False when it was refused: the form says why, with all that was typed."""
    address = form.cleaned_data["address"]
    if limits.asked_too_often(request, "invitation_mailbox", key=keyed(address)):
        limits.say_too_often(form)
        return False
    try:
        actions.invite(address, form.cleaned_data["role"], organisation=form.organisation_chosen(), by=request.user)
    except Refused as refused:
        form.add_error("address", refused.text)
        return False
    messages.success(request, _("De uitnodiging is onderweg. Zij of hij heeft twee weken om ja te zeggen."))
    return True


def _context(request: HttpRequest, own: list[Organisation], form: InviteForm) -> dict[str, Any]:
    people = Membership.objects.filter(organisation__in=own).select_related("user", "organisation")
    page = Paginator(people.order_by("organisation__name", "user__name", "pk"), ON_A_PAGE).get_page(
        request.GET.get("p")
    )
    _note_seen(request, list(page.object_list))
    labels = {name: role.label for name, role in colleague_roles().items()}
    open_ones = Invitation.objects.open().filter(organisation__in=own).select_related("organisation")
    return {
        "page": page,
        "form": form,
        "several": len(own) > 1,
        "invitations": [
            {"invitation": one, "role": labels.get(one.role, one.role)}
            for one in open_ones[: actions.MOST_OPEN * len(own)]
        ],
        "header_title": _("Collega’s"),
        "header_icon": "group",
        "breadcrumbs_items": [{"url": "", "label": _("Collega’s")}],
    }


def _note_seen(request: HttpRequest, rows: list[Membership]) -> None:
    """Names on a list are seen too: noted for each organisation, in one statement."""
    for organisation in {row.organisation for row in rows}:
        persons = {row.user for row in rows if row.organisation == organisation}
        note_view(persons, by=request.user, role=Role.ORGANISER, what=What.ACCOUNT, organisation=organisation)


@needs(is_organiser)
@require_POST
def take(request: HttpRequest, pk: int) -> HttpResponse:
    """The role is gone at once; the account and what she wrote stay."""
    own = Membership.objects.filter(organisation__in=own_organisations(request))
    membership = get_object_or_404(own.select_related("user", "organisation"), pk=pk)
    try:
        take_role(membership, by=request.user)
    except Refused as refused:
        messages.error(request, refused.text)
    else:
        messages.success(
            request,
            _("%(person)s is geen %(role)s meer. Dat geldt meteen.")
            % {"person": membership.user, "role": membership.get_role_display()},
        )
    if not is_organiser(request.user):  # it was her own
        return redirect("people:mine")
    return redirect("desk_colleagues:index")


@needs(is_organiser)
@require_POST
def take_back(request: HttpRequest, key: UUID) -> HttpResponse:
    own = Invitation.objects.filter(organisation__in=own_organisations(request))
    actions.take_back_invitation(get_object_or_404(own, key=key), by=request.user)
    messages.success(request, _("Ingetrokken. De link in de mail werkt niet meer."))
    return redirect("desk_colleagues:index")


class ColleagueViewSet(ViewSet):
    name = "desk_colleagues"
    url_prefix = "collegas"
    menu_label = gettext_lazy("Collega’s")
    icon = "group"
    menu_item_class = OrganisersItem

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", colleagues, name="index"),
            path("rol/<int:pk>/weg/", take, name="take"),
            path("uitnodiging/<uuid:key>/intrekken/", take_back, name="take_back"),
        ]
