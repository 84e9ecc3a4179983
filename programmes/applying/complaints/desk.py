"""Complaints at the desk: of the own programmes, the first to answer in front; each look noted and told."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Prefetch, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.viewsets.base import ViewSet

from lifecycle.errors import IllegalMove
from people.access import needs
from people.desk_columns import DayColumn
from people.desk_menu import OrganisersItem
from people.desk_sections import MOST_TASKS, DeskSection, DeskTask, Door
from people.roles import is_organiser
from programmes.applying.complaints import policies
from programmes.applying.complaints.actions import answer_complaint
from programmes.applying.complaints.forms import AnswerForm
from programmes.desk.looking import note_list, note_look, shown_name
from programmes.desk.views import DeskList
from programmes.models import Application, Complaint

_APPLICATION = Application.objects.with_consent_asked().select_related("user", "edition__programme")


def _own(request: HttpRequest) -> QuerySet[Complaint]:
    return Complaint.objects.at_the_desk_of(request.user).prefetch_related(Prefetch("application", _APPLICATION.all()))


class ComplaintIndexView(DeskList):
    model = Complaint
    page_title = gettext_lazy("Klachten")
    header_icon = "warning"
    index_url_name = "desk_complaints:index"
    index_results_url_name = "desk_complaints:index_results"
    default_ordering = "-sent_at"
    columns = [
        TitleColumn(
            "application",
            label=gettext_lazy("Naam"),
            accessor=lambda complaint: shown_name(complaint.application),
            get_url=lambda complaint: reverse("desk_complaints:detail", args=[complaint.key]),
        ),
        Column("programme", label=gettext_lazy("Programma"), accessor="application.edition.programme"),
        Column("state", label=gettext_lazy("Stand"), accessor="get_state_display"),
        DayColumn("sent_at", label=gettext_lazy("Verstuurd"), sort_key="sent_at"),
        DayColumn("answer_by", label=gettext_lazy("Antwoord uiterlijk op"), sort_key="answer_by"),
    ]

    def get_base_queryset(self) -> QuerySet[Complaint]:
        return _own(self.request)

    @cached_property
    def no_results_message(self) -> str:
        return _("Er zijn geen klachten. Klaagt iemand over een aanmelding, dan krijg je een mail.")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        rows: Sequence[Complaint] = list(context["object_list"])
        note_list({row.application_id: row.application for row in rows}.values(), self.request.user)
        return context


@needs(is_organiser)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def detail(request: HttpRequest, key: UUID) -> HttpResponse:
    """What somebody wrote, and the one answer to it; the look is journalled and told to the person."""
    complaint = get_object_or_404(_own(request), key=key)
    application = complaint.application
    if request.method == "POST" and not policies.can_answer_complaint(request.user, complaint):
        raise Http404
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            answer_complaint(complaint, form.cleaned_data["words"], by=request.user)
        except IllegalMove:  # a colleague was first, or it was taken back: what was typed stays on the screen
            form.add_error(None, _("Dit kan niet meer: er is al geantwoord, of de klacht is teruggenomen."))
            complaint.refresh_from_db(fields=["state", "answer", "closed_at", "words"])
        else:
            messages.success(request, _("Je antwoord is verstuurd."))
            return redirect("desk_complaints:detail", key=key)
    if not application.awaits_consent:
        note_look(application, request.user)
    context = {
        "complaint": complaint,
        "application": application,
        "name": shown_name(application),
        "is_hidden": application.awaits_consent,
        "form": form,
        "shows_form": policies.shows_answer(request.user, complaint),
        "breadcrumbs_items": [
            {"url": reverse("desk_complaints:index"), "label": _("Klachten")},
            {"url": "", "label": shown_name(application)},
        ],
    }
    return render(request, "programmes/desk/complaint.html", context)


def waiting(request: HttpRequest) -> DeskSection | None:
    """Complaints without an answer, the first promised day in front; of whom is not said on a first page."""
    if not is_organiser(request.user):
        return None
    found = Complaint.objects.at_the_desk_of(request.user).waiting().order_by("answer_by", "pk")
    rows = found.select_related("application__edition__programme")[: MOST_TASKS + 1]
    tasks = [
        DeskTask(
            title=row.application.edition.full_name,
            url=reverse("desk_complaints:detail", args=[row.key]),
            text=_("Beloofd is een antwoord uiterlijk op %(day)s.") % {"day": date_format(row.answer_by, "j F Y")},
            is_late=row.answer_by < timezone.localdate(),
        )
        for row in rows
    ]
    return DeskSection(
        _("Klachten die op antwoord wachten"),
        tuple(tasks),
        more=Door(_("Bekijk alle klachten"), reverse("desk_complaints:index")),
    )


class ComplaintViewSet(ViewSet):
    name = "desk_complaints"
    url_prefix = "klachten"
    menu_label = gettext_lazy("Klachten")
    icon = "warning"
    menu_item_class = OrganisersItem

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", ComplaintIndexView.as_view(), name="index"),
            path("results/", ComplaintIndexView.as_view(results_only=True), name="index_results"),
            path("<uuid:key>/", detail, name="detail"),
        ]
