"""Call-backs at the desk: who waits for a call about the own programmes; the number once somebody calls."""

from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.viewsets.base import ViewSet

from people import numbers
from people.access import needs
from people.desk_columns import DayColumn
from people.desk_menu import OrganisersItem
from people.pressing import press
from people.roles import is_organiser
from programmes import policies
from programmes.call_backs import actions
from programmes.call_backs.sections import PROMISED
from programmes.desk.views import DeskList
from programmes.models import CallBack

VERBS = {"take": actions.take_call, "put_back": actions.put_back_call, "finish": actions.finish_call}
SAID = {
    "take": _("Dit is het nummer. Bel nu, één keer."),
    "put_back": _("Teruggezet. Een collega kan nu bellen."),
    "finish": _("Gebeld. Het nummer is gewist."),
}
LANGUAGES = {"nl": _("Nederlands"), "en": _("Engels")}


def spoken(call_back: CallBack) -> str:
    return str(LANGUAGES.get(call_back.language, call_back.language))


class CallBackIndexView(DeskList):
    model = CallBack
    page_title = _("Belverzoeken")
    header_icon = "mobile-alt"
    index_url_name = "desk_call_backs:index"
    index_results_url_name = "desk_call_backs:index_results"
    default_ordering = "asked_at"  # who waits longest comes first
    columns = [
        TitleColumn(
            "programme",
            label=_("Programma"),
            get_url=lambda call_back: reverse("desk_call_backs:detail", args=[call_back.key]),
        ),
        Column("moment", label=_("Wanneer bellen"), accessor="get_moment_display"),
        Column("language", label=_("Taal"), accessor=spoken),
        Column("state", label=_("Stand"), accessor="get_state_display"),
        DayColumn("asked_at", label=_("Gevraagd"), sort_key="asked_at"),
        DayColumn("call_by", label=_("Bellen tot en met"), accessor=lambda call_back: call_back.asked_at + PROMISED),
    ]

    def get_base_queryset(self) -> QuerySet[CallBack]:
        return CallBack.objects.at_the_desk_of(self.request.user).select_related("programme")

    @cached_property
    def no_results_message(self) -> str:
        return gettext("Niemand wacht op een telefoontje. Vraagt iemand erom, dan krijg je een mail.")


def _own(request: HttpRequest, key: UUID) -> CallBack:
    own = CallBack.objects.at_the_desk_of(request.user).select_related("programme")
    return get_object_or_404(own, key=key)


@needs(is_organiser)
@never_cache
@require_safe
def detail(request: HttpRequest, key: UUID) -> HttpResponse:
    call_back = _own(request, key)
    number = call_back.number if policies.sees_number(request.user, call_back) else ""
    context = {
        "call_back": call_back,
        "language": spoken(call_back),
        "number": number,
        "shown_number": numbers.shown(number) if number else "",
        "verbs": [verb for verb in VERBS if policies.shows_call(request.user, call_back, verb)],
        "breadcrumbs_items": [
            {"url": reverse("desk_call_backs:index"), "label": gettext("Belverzoeken")},
            {"url": "", "label": str(call_back.programme)},
        ],
    }
    return render(request, "programmes/desk/call_back.html", context)


@needs(is_organiser)
@require_POST
def move(request: HttpRequest, key: UUID, verb: str) -> HttpResponse:
    call_back = _own(request, key)
    if verb not in VERBS:
        raise Http404

    def act() -> str:
        VERBS[verb](call_back, by=request.user)
        return str(SAID[verb])

    press(request, act)
    return redirect("desk_call_backs:detail", key=key)


class CallBackViewSet(ViewSet):
    name = "desk_call_backs"
    url_prefix = "belverzoeken"
    menu_label = _("Belverzoeken")
    icon = "mobile-alt"
    menu_item_class = OrganisersItem

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", CallBackIndexView.as_view(), name="index"),
            path("results/", CallBackIndexView.as_view(results_only=True), name="index_results"),
            path("<uuid:key>/", detail, name="detail"),
            path("<uuid:key>/<slug:verb>/", move, name="move"),
        ]
