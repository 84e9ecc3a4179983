"""An event at the desk: who comes, by the name each chose, on screen alone; and calling it off."""

from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import Button

from people.access import needs
from people.pressing import press
from people.roles import is_organiser
from people.seen import Role, What, note_view
from programmes import policies as desk_policies
from programmes.agenda import policies
from programmes.agenda.actions import call_off
from programmes.desk.views import OwnEditView, OwnIndexView
from programmes.models import Event

PER_PAGE = 50


def _coming(event: Event) -> str:
    """Exact: for who runs it, on screen."""
    if event.is_cancelled:
        return _("Gaat niet door")
    if not event.has_registering:
        return _("Zonder inschrijven")
    if event.capacity is None:
        return str(event.taken())
    return _("%(taken)s van %(all)s") % {"taken": event.taken(), "all": event.capacity}


COMING = Column("coming", label=gettext_lazy("Wie er komt"), accessor=_coming)


class EventIndexView(OwnIndexView):
    related = ("programme", "organisation")
    when_empty = gettext_lazy("Er is nog geen bijeenkomst. Voeg er een toe, dan staat die in de agenda.")

    def get_base_queryset(self) -> QuerySet:
        return super().get_base_queryset().with_places_taken()


class EventEditView(OwnEditView):
    @property
    def header_more_buttons(self) -> list[Button]:
        key = self.object.key
        buttons = []
        if policies.can_read_registrations(self.request.user, self.object):
            buttons.append(
                Button(_("Wie er komt"), url=reverse("desk_event_registrations", args=[key]), icon_name="group")
            )
        if not self.object.is_cancelled and not self.object.is_over():
            buttons.append(
                Button(_("Niet laten doorgaan"), url=reverse("desk_event_call_off", args=[key]), icon_name="cross")
            )
        return [*super().header_more_buttons, *buttons]


@needs(is_organiser)
@require_safe
def registrations(request: HttpRequest, key: UUID) -> HttpResponse:
    """Who comes and who waits: names only, and each of them is told that the organisation looked."""
    event = get_object_or_404(Event.objects.organised_by(request.user).select_related("organisation"), key=key)
    # "registered" comes before "waiting".
    every = event.registrations.standing().select_related("user").order_by("state", "registered_at", "pk")
    page = Paginator(every, PER_PAGE).get_page(request.GET.get("p"))
    note_view(
        [registration.user for registration in page],
        by=request.user,
        role=Role.ORGANISER,
        what=What.PARTICIPATION,
        organisation=event.organisation,
    )
    context = {
        "event": event,
        "page": page,
        "taken": event.taken(),
        "waiting": event.registrations.waiting().count(),
        "breadcrumbs_items": _crumbs(event, _("Wie er komt")),
    }
    return render(request, "programmes/desk/event_registrations.html", context)


@needs(desk_policies.has_a_desk)
@require_http_methods(["GET", "HEAD", "POST"])
def confirm_call_off(request: HttpRequest, key: UUID) -> HttpResponse:
    """Asked first: what follows cannot be taken back."""
    event = get_object_or_404(Event.objects.visible_to(request.user), key=key)
    if request.method == "POST":

        def act() -> str:
            call_off(event, by=request.user)
            return _("De bijeenkomst gaat niet door. Wie zou komen, krijgt een mail.")

        press(request, act)
        return redirect("desk_events:edit", event.pk)
    context = {"event": event, "breadcrumbs_items": _crumbs(event, _("Niet laten doorgaan"))}
    return render(request, "programmes/desk/event_call_off.html", context)


def _crumbs(event: Event, label: str) -> list[dict[str, str]]:
    return [
        {"url": reverse("desk_events:index"), "label": _("Bijeenkomsten")},
        {"url": reverse("desk_events:edit", args=[event.pk]), "label": event.title},
        {"url": "", "label": label},
    ]


AGENDA_DESK_URLS = [
    path("bijeenkomsten/<uuid:key>/inschrijvingen/", registrations, name="desk_event_registrations"),
    path("bijeenkomsten/<uuid:key>/afgelasten/", confirm_call_off, name="desk_event_call_off"),
]
