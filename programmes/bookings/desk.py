"""Trainings, their days and who booked them, at the desk of who gives them."""

from typing import Any
from uuid import UUID

import django_filters
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.viewsets.base import ViewSet, ViewSetGroup

from people.access import needs
from people.desk_columns import DayColumn
from people.desk_menu import OrganisersItem
from people.pressing import press
from programmes.bookings import actions, policies, session_actions
from programmes.bookings.desk_forms import SessionForm, SessionOfferForm
from programmes.bookings.facts import when
from programmes.desk.panels import both
from programmes.desk.views import DeskList, OwnCreateView, OwnEditView, OwnIndexView
from programmes.desk.viewsets import DeskViewSet
from programmes.models import Booking, Session, SessionOffer
from programmes.states import BookingState

OFFER = [
    FieldPanel("programme", help_text=_("Elk programma heeft hoogstens één training.")),
    both("title"),
    both("text"),
    FieldRowPanel([FieldPanel("most_sessions"), FieldPanel("most_people")]),
    FieldPanel("is_public", help_text=_("Uit: de training staat niet op de site en niemand kan haar boeken.")),
]
SESSION = [
    FieldPanel("offer"),
    FieldRowPanel(
        [
            FieldPanel(
                "starts_at",
                help_text=_("Kies een dag en een tijd. Wie deze dag boekte, krijgt mail als je die verandert."),
            ),
            FieldPanel("ends_at", help_text=_("Kies een dag en een tijd.")),
        ]
    ),
    FieldPanel("online", help_text=_("Uit: de trainer komt naar wie boekt.")),
]


class SessionOfferIndexView(OwnIndexView):
    related = ("programme",)
    when_empty = _("Er is nog geen training. Voeg er een toe, dan kunnen partijen en gemeenten boeken.")


class SessionOfferViewSet(DeskViewSet):
    model = SessionOffer
    name = "desk_trainings"
    url_prefix = "trainingen"
    menu_label = _("Trainingen")
    icon = "clipboard-list"
    menu_item_class = OrganisersItem
    index_view_class = SessionOfferIndexView
    list_display = ["title", "programme", "most_sessions"]
    search_fields = ["title"]
    edit_handler = ObjectList(OFFER, base_form_class=SessionOfferForm)


class SessionIndexView(OwnIndexView):
    related = ("offer",)
    when_empty = _("Er staat nog geen dag klaar. Voeg er een toe, dan kan een organisatie die boeken.")

    def get_base_queryset(self) -> QuerySet[Session]:
        return super().get_base_queryset().with_taken()


class SessionCreateView(OwnCreateView):
    def save_instance(self) -> Session:
        return session_actions.lay_session(self.form.save(commit=False), by=self.request.user)


class SessionEditView(OwnEditView):
    def save_instance(self) -> Session:
        self.has_content_changes = self.form.has_changed()
        return session_actions.change_session(self.form.save(commit=False), by=self.request.user)


def _how(session: Session) -> str:
    if session.called_off_at:
        return gettext("gaat niet door")
    if session.was_held:
        return gettext("is gegeven")
    return gettext("bezet") if session.taken else gettext("vrij")


class SessionViewSet(DeskViewSet):
    model = Session
    name = "desk_sessions"
    url_prefix = "trainingsdagen"
    menu_label = _("Dagen")
    icon = "date"
    menu_item_class = OrganisersItem
    index_view_class = SessionIndexView
    add_view_class = SessionCreateView
    edit_view_class = SessionEditView
    list_display = ["__str__", "offer", Column("how", label=_("Stand"), accessor=_how)]
    search_fields = ["offer__title"]
    ordering = ["-starts_at"]
    edit_handler = ObjectList(SESSION, base_form_class=SessionForm)


class BookingFilter(WagtailFilterSet):
    state = django_filters.ChoiceFilter(label=_("Stand"), choices=BookingState.choices)

    class Meta:
        model = Booking
        fields: list[str] = []


class BookingIndexView(DeskList):
    model = Booking
    may_enter = staticmethod(policies.can_see_bookings)
    page_title = _("Boekingen")
    header_icon = "mail"
    index_url_name = "desk_bookings:index"
    index_results_url_name = "desk_bookings:index_results"
    filterset_class = BookingFilter
    when_empty = _("Nog niemand boekte een training. Boekt iemand er een, dan staat dat bij ‘Wat wacht op mij’.")
    default_ordering = "-asked_at"
    columns = [
        TitleColumn(
            "organisation_name",
            label=_("Organisatie"),
            get_url=lambda booking: reverse("desk_bookings:detail", args=[booking.key]),
        ),
        Column("municipality", label=_("Gemeente"), accessor="municipality.title"),
        Column("offer", label=_("Training"), accessor="offer"),
        Column("session", label=_("Dag"), accessor=lambda booking: booking.session or ""),
        Column("state", label=_("Stand"), accessor="get_state_display"),
        DayColumn("asked_at", label=_("Gevraagd"), sort_key="asked_at"),
    ]

    def get_base_queryset(self) -> QuerySet[Booking]:
        own = Booking.objects.at_the_desk_of(self.request.user)
        return own.select_related("offer", "session", "municipality")


def _own(request: HttpRequest, key: UUID) -> Booking:
    own = Booking.objects.at_the_desk_of(request.user)
    return get_object_or_404(own.select_related("offer__programme", "session", "municipality"), key=key)


@needs(policies.can_see_bookings)
@require_safe
def detail(request: HttpRequest, key: UUID) -> HttpResponse:
    booking = _own(request, key)
    verbs = ("confirm", "refuse", "lose_session")
    context = {
        "booking": booking,
        "when": when(booking.session) if booking.session else "",
        "verbs": [verb for verb in verbs if policies.shows_answer(request.user, booking, verb)],
        "breadcrumbs_items": [
            {"url": reverse("desk_bookings:index"), "label": gettext("Boekingen")},
            {"url": "", "label": str(booking)},
        ],
    }
    return render(request, "programmes/desk/booking.html", context)


@needs(policies.can_see_bookings)
@require_POST
def move(request: HttpRequest, key: UUID, verb: str) -> HttpResponse:
    """Confirm, refuse with a reason, or call the day itself off."""
    booking = _own(request, key)
    by: Any = request.user  # an account: `needs` saw to it

    def confirm() -> str:
        actions.confirm_booking(booking, by=by)
        return gettext("De dag is bevestigd. De organisatie krijgt een mail.")

    def refuse() -> str:
        actions.refuse_booking(booking, reason=request.POST.get("reason", "")[:280].replace("\x00", ""), by=by)
        return gettext("De boeking is afgewezen. De organisatie krijgt een mail.")

    def call_off() -> str:
        if booking.session is None:
            raise Http404
        session_actions.call_off_session(booking.session, by=by)
        return gettext("De dag gaat niet door. Wie hem had, wacht nu op een andere dag.")

    acts = {"confirm": confirm, "refuse": refuse, "lose_session": call_off}
    if verb not in acts:
        raise Http404
    press(request, acts[verb])
    return redirect("desk_bookings:detail", key=key)


class BookingViewSet(ViewSet):
    name = "desk_bookings"
    url_prefix = "boekingen"
    menu_label = _("Boekingen")
    icon = "mail"
    menu_item_class = OrganisersItem

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", BookingIndexView.as_view(), name="index"),
            path("results/", BookingIndexView.as_view(results_only=True), name="index_results"),
            path("<uuid:key>/", detail, name="detail"),
            path("<uuid:key>/<slug:verb>/", move, name="move"),
        ]


class TrainingsGroup(ViewSetGroup):
    menu_label = _("Trainingen")
    menu_icon = "clipboard-list"
    menu_order = 50
    items = (BookingViewSet, SessionViewSet, SessionOfferViewSet)
