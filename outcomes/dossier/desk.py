"""/cms/dossier/: what an organiser owes who gave the subsidy. Exact, and only of programmes that she carries."""

from uuid import UUID

from django.contrib import messages
from django.db.models import Count, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.viewsets.base import ViewSet

from lifecycle.errors import Refused
from outcomes.dossier import files
from outcomes.dossier.actions import note_export, remove_grant, save_grant, save_question, stop_question
from outcomes.dossier.composing import compose
from outcomes.dossier.forms import GrantForm, QuestionForm
from outcomes.models import Grant, QuestionnaireQuestion
from people.access import needs
from people.desk_menu import OrganisersItem
from people.pressing import press
from people.roles import is_organiser
from programmes.desk.views import DeskList
from programmes.models import Programme

FILES = {"pdf": files.as_pdf, "xlsx": files.as_workbook}


class DossierIndexView(DeskList):
    """One line for each programme: there the subsidies stand."""

    model = Programme
    may_enter = staticmethod(is_organiser)
    page_title = _("Subsidiedossiers")
    header_icon = "doc-full"
    index_url_name = "desk_dossiers:index"
    index_results_url_name = "desk_dossiers:index_results"
    default_ordering = "name"
    columns = [
        TitleColumn(
            "name",
            label=_("Programma"),
            get_url=lambda programme: reverse("desk_dossiers:programme", args=[programme.key]),
        ),
        Column("grants", label=_("Subsidies"), accessor="number_of_grants"),
        Column("pilot", label=_("Proef"), accessor="get_pilot_display"),
    ]

    def get_base_queryset(self) -> QuerySet[Programme]:
        return Programme.objects.carried_by(self.request.user).annotate(number_of_grants=Count("grants"))


def _programme(request: HttpRequest, key: UUID) -> Programme:
    return get_object_or_404(Programme.objects.carried_by(request.user), key=key)


def _grant(request: HttpRequest, key: UUID) -> Grant:
    return get_object_or_404(Grant.objects.visible_to(request.user).select_related("programme"), key=key)


def _question(request: HttpRequest, key: UUID) -> QuestionnaireQuestion:
    own = QuestionnaireQuestion.objects.visible_to(request.user).asked().select_related("programme")
    return get_object_or_404(own, key=key)


def _way_to(programme: Programme, here: str = "") -> list[dict[str, str]]:
    way = [{"url": reverse("desk_dossiers:index"), "label": gettext("Subsidiedossiers")}]
    own = {"url": reverse("desk_dossiers:programme", args=[programme.key]) if here else "", "label": programme.name}
    return [*way, own, {"url": "", "label": here}] if here else [*way, own]


@needs(is_organiser)
@require_safe
def programme(request: HttpRequest, key: UUID) -> HttpResponse:
    """The dossier of the newest subsidy, or of the one that is asked for."""
    own = _programme(request, key)
    grants = list(own.grants.all())
    asked = request.GET.get("subsidie", "")
    grant = next((one for one in grants if str(one.key) == asked), grants[0] if grants else None)
    if grant:
        grant.programme = own
    context = {
        "programme": own,
        "grants": grants,
        "grant": grant,
        "dossier": compose(grant, by=request.user) if grant else None,
        "questions": QuestionnaireQuestion.objects.filter(programme=own).asked(),
        "breadcrumbs_items": _way_to(own),
    }
    return render(request, "outcomes/dossier/programme.html", context)


# The subsidy --------------------------------------------------------------------------------------------


@needs(is_organiser)
@require_http_methods(["GET", "HEAD", "POST"])
def grant_new(request: HttpRequest, key: UUID) -> HttpResponse:
    own = _programme(request, key)
    return _grant_form(request, Grant(programme=own), GrantForm(request.POST or None, programme=own))


@needs(is_organiser)
@require_http_methods(["GET", "HEAD", "POST"])
def grant_edit(request: HttpRequest, key: UUID) -> HttpResponse:
    grant = _grant(request, key)
    return _grant_form(request, grant, GrantForm(request.POST or None, programme=grant.programme, grant=grant))


def _grant_form(request: HttpRequest, grant: Grant, form: GrantForm) -> HttpResponse:
    if form.is_valid():
        grant = save_grant(grant, form.promises(), by=request.user, **form.values())
        messages.success(request, gettext("De subsidie is bewaard."))
        return redirect(_dossier_of(grant))
    title = gettext("De subsidie") if grant.pk else gettext("Subsidie toevoegen")
    context = {"form": form, "title": title, "grant": grant, "breadcrumbs_items": _way_to(grant.programme, title)}
    return render(request, "outcomes/dossier/grant.html", context)


def _dossier_of(grant: Grant) -> str:
    return f"{reverse('desk_dossiers:programme', args=[grant.programme.key])}?subsidie={grant.key}"


@needs(is_organiser)
@require_POST
def grant_remove(request: HttpRequest, key: UUID) -> HttpResponse:
    grant = _grant(request, key)
    remove_grant(grant, by=request.user)
    messages.success(request, gettext("De subsidie is weg. De vragenlijst en de cijfers blijven."))
    return redirect("desk_dossiers:programme", key=grant.programme.key)


@needs(is_organiser)
@require_POST
def grant_file(request: HttpRequest, key: UUID, form: str) -> HttpResponse:
    """Pressed, not opened: that it left is noted."""
    grant = _grant(request, key)
    if form not in FILES:
        raise Http404
    try:
        answer = FILES[form](compose(grant, by=request.user), timezone.localdate())
    except Refused as refused:
        messages.error(request, refused.text)
        return redirect(_dossier_of(grant))
    note_export(grant, by=request.user)
    return answer


# The questions ------------------------------------------------------------------------------------------


@needs(is_organiser)
@require_http_methods(["GET", "HEAD", "POST"])
def question_new(request: HttpRequest, key: UUID) -> HttpResponse:
    own = _programme(request, key)
    return _question_form(request, QuestionnaireQuestion(programme=own), QuestionForm(request.POST or None))


@needs(is_organiser)
@require_http_methods(["GET", "HEAD", "POST"])
def question_edit(request: HttpRequest, key: UUID) -> HttpResponse:
    question = _question(request, key)
    return _question_form(request, question, QuestionForm(request.POST or None, question=question))


def _question_form(request: HttpRequest, question: QuestionnaireQuestion, form: QuestionForm) -> HttpResponse:
    if form.is_valid():
        try:
            save_question(question, by=request.user, **form.values())
        except Refused as refused:
            form.add_error("moments", refused.text)
        else:
            messages.success(request, gettext("De vraag is bewaard."))
            return redirect("desk_dossiers:programme", key=question.programme.key)
    title = gettext("De vraag") if question.pk else gettext("Vraag toevoegen")
    context = {
        "form": form,
        "title": title,
        "question": question,
        "breadcrumbs_items": _way_to(question.programme, title),
    }
    return render(request, "outcomes/dossier/question.html", context)


@needs(is_organiser)
@require_POST
def question_stop(request: HttpRequest, key: UUID) -> HttpResponse:
    question = _question(request, key)
    own = question.programme

    def act() -> str:
        gone = stop_question(question, by=request.user)
        return gettext("De vraag is weg.") if gone else gettext("De vraag wordt niet meer gesteld. Antwoorden blijven.")

    press(request, act)
    return redirect("desk_dossiers:programme", key=own.key)


class DossierViewSet(ViewSet):
    name = "desk_dossiers"
    url_prefix = "dossier"
    menu_label = _("Subsidiedossiers")
    icon = "doc-full"
    menu_item_class = OrganisersItem
    menu_order = 45
    add_to_admin_menu = True

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", DossierIndexView.as_view(), name="index"),
            path("results/", DossierIndexView.as_view(results_only=True), name="index_results"),
            path("<uuid:key>/", programme, name="programme"),
            path("<uuid:key>/subsidie/", grant_new, name="grant_new"),
            path("<uuid:key>/vraag/", question_new, name="question_new"),
            path("subsidie/<uuid:key>/", grant_edit, name="grant_edit"),
            path("subsidie/<uuid:key>/weghalen/", grant_remove, name="grant_remove"),
            path("subsidie/<uuid:key>/bestand/<slug:form>/", grant_file, name="grant_file"),
            path("vraag/<uuid:key>/", question_edit, name="question_edit"),
            path("vraag/<uuid:key>/weghalen/", question_stop, name="question_stop"),
        ]
