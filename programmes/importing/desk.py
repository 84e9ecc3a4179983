"""Bringing people in at the desk: a sheet handed in, looked at, and taken in with one press."""

from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from lifecycle.errors import Refused
from people.access import needs
from people.pressing import press
from people.roles import is_organiser
from programmes.desk.edition_overview import Tile
from programmes.desk.own import crumbs, own_edition
from programmes.importing import actions
from programmes.importing.desk_forms import ColumnsForm, SheetForm
from programmes.importing.faults import say
from programmes.importing.policies import can_import
from programmes.importing.preview import preview_of
from programmes.importing.sheets import Sheet
from programmes.models import Edition, Imported, ImportRun
from programmes.states import ImportedState

PER_PAGE = 50
MOST_RUNS = 20


def waiting(request: HttpRequest, edition: Edition) -> Tile | None:
    if not can_import(request.user, edition):
        return None
    number = Imported.objects.at_the_desk_of(request.user).answerable().filter(edition=edition).count()
    said = ngettext("%(count)s wacht op een ja", "%(count)s wachten op een ja", number) % {"count": number}
    return Tile(
        _("Lijst invoeren"),
        _("Haal mensen uit je eigen lijst. Ieder krijgt één mail en zegt zelf ja."),
        reverse("desk_imports", args=[edition.key]),
        said if number else "",
    )


@needs(is_organiser)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def imports(request: HttpRequest, key: UUID) -> HttpResponse:
    """A form for a new sheet, and the sheets of the last two weeks."""
    edition = own_edition(request, key)
    form = SheetForm(request.POST, request.FILES) if request.method == "POST" else SheetForm()
    if form.is_bound and form.is_valid():
        try:
            return redirect("desk_import", key=_handed_in(form, edition, request).key)
        except Refused as refused:
            form.add_error(None, refused.text)
    runs = ImportRun.objects.at_the_desk_of(request.user).filter(edition=edition)
    people = Imported.objects.at_the_desk_of(request.user).answerable().filter(edition=edition)
    context = {
        "edition": edition,
        "form": form,
        "runs": runs[:MOST_RUNS],
        "page": _page(request, people),
        "breadcrumbs_items": crumbs(edition, ("", _("Lijst invoeren"))),
    }
    return render(request, "programmes/importing/desk/imports.html", context)


def _handed_in(form: SheetForm, edition: Edition, request: HttpRequest) -> ImportRun:
    """Matched at once where the headings say enough: then one press is left."""
    name = form.cleaned_data["file"].name or ""
    run = actions.hand_in(form.sheet, edition, file_name=name, by=request.user)
    becomes = form.cleaned_data["becomes"]
    try:
        return actions.match(run, run.columns, becomes=becomes, makes_editions=False, by=request.user)
    except Refused:
        return run  # the page of the sheet asks which column is what


@needs(is_organiser)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def one_import(request: HttpRequest, key: UUID) -> HttpResponse:
    run = _own(request, key)
    sheet = actions.unpacked(run)
    form = _columns_form(request, run, sheet) if sheet and run.can_be_matched else None
    if form is not None and form.is_bound and form.is_valid():
        try:
            chosen = form.cleaned_data
            actions.match(
                run,
                form.columns(),
                becomes=chosen["becomes"],
                makes_editions=chosen["makes_editions"],
                by=request.user,
            )
            return redirect("desk_import", key=key)
        except Refused as refused:
            form.add_error(None, refused.text)
    context: dict[str, Any] = {
        "run": run,
        "edition": run.edition,
        "form": form,
        "breadcrumbs_items": crumbs(
            run.edition,
            (reverse("desk_imports", args=[run.edition.key]), _("Lijst invoeren")),
            ("", run.get_state_display().capitalize()),
        ),
    }
    if sheet and run.is_matched and not (form and form.errors):
        context["preview"] = preview = preview_of(run, sheet)
        context["page"] = _page(request, preview.faulty)
    elif run.is_over:
        context |= {"page": _page(request, run.faults), "answers": _answers(run)}
        context["faults"] = [(number, say(kind)) for number, kind in context["page"]]
    return render(request, "programmes/importing/desk/import.html", context)


def _columns_form(request: HttpRequest, run: ImportRun, sheet: Sheet) -> ColumnsForm:
    now = {column: str(place) for column, place in run.columns.items()}
    initial = {**now, "becomes": run.becomes, "makes_editions": run.makes_editions}
    return ColumnsForm(request.POST if request.method == "POST" else None, headings=sheet.headings, initial=initial)


def _answers(run: ImportRun) -> dict[str, int]:
    """What those who came in by this sheet said so far."""
    counted = {state: Count("pk", filter=Q(state=state)) for state in ImportedState.values}
    return run.imported.aggregate(**counted)


VERBS = {"start": actions.start, "throw_away": actions.throw_away}


@needs(is_organiser)
@require_POST
def move(request: HttpRequest, key: UUID, verb: str) -> HttpResponse:
    run = _own(request, key)
    if verb not in VERBS:
        raise Http404
    there = {"start": _("De lijst wordt nu ingevoerd."), "throw_away": _("De lijst is weg.")}

    def act() -> str:
        VERBS[verb](run, by=request.user)
        return there[verb]

    press(request, act)
    if verb == "start" or ImportRun.objects.filter(pk=run.pk).exists():
        return redirect("desk_import", key=key)
    return redirect("desk_imports", key=run.edition.key)


def _own(request: HttpRequest, key: UUID) -> ImportRun:
    own = ImportRun.objects.at_the_desk_of(request.user)
    return get_object_or_404(own.select_related("edition__programme"), key=key)


def _page(request: HttpRequest, rows: Any) -> Page:
    return Paginator(rows, PER_PAGE).get_page(request.GET.get("p"))


IMPORT_DESK_URLS = [
    path("edities/<uuid:key>/invoer/", imports, name="desk_imports"),
    path("invoer/<uuid:key>/", one_import, name="desk_import"),
    path("invoer/<uuid:key>/<slug:verb>/", move, name="desk_import_move"),
]
