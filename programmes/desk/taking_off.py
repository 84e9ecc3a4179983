"""Taking a programme's page off the site at the desk, and putting it back: asked first, with what it means."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from people.access import needs
from people.desk import may_enter
from people.pressing import press
from programmes.editing import taking_off
from programmes.models import ProgrammePage


def _own_page(request: HttpRequest, pk: int) -> ProgrammePage:
    page = get_object_or_404(ProgrammePage.objects.select_related("programme", "locale"), pk=pk)
    if not taking_off.can_run_page(request.user, page):
        raise Http404
    return page


@needs(may_enter)
@require_http_methods(["GET", "HEAD", "POST"])
def take_off(request: HttpRequest, pk: int) -> HttpResponse:
    page = _own_page(request, pk)

    def act() -> str:
        taking_off.take_off(page, by=request.user)
        return _("De pagina staat niet meer op de site. Je kunt haar altijd terugzetten.")

    return _asked(request, page, act, "programmes/desk/page_off.html", _("Haal van de site"))


@needs(may_enter)
@require_http_methods(["GET", "HEAD", "POST"])
def put_back(request: HttpRequest, pk: int) -> HttpResponse:
    page = _own_page(request, pk)

    def act() -> str:
        taking_off.put_back(page, by=request.user)
        return _("De pagina staat weer op de site.")

    return _asked(request, page, act, "programmes/desk/page_back.html", _("Zet terug op de site"))


def _asked(
    request: HttpRequest, page: ProgrammePage, act: Callable[[], str], template: str, label: str
) -> HttpResponse:
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    if request.method == "POST":
        press(request, act)
        return redirect(edit)
    others = ProgrammePage.objects.live().filter(programme=page.programme).exclude(pk=page.pk)
    context = {
        "page": page,
        "edit": edit,
        "stays": [(other.locale.get_display_name(), off_url(other)) for other in others.select_related("locale")],
        "can_take_off": taking_off.can_take_off(request.user, page),
        "can_put_back": taking_off.can_put_back(request.user, page),
        "breadcrumbs_items": [{"url": edit, "label": page.title}, {"url": "", "label": label}],
    }
    return render(request, template, context)


def off_url(page: ProgrammePage) -> str:
    return reverse("desk_page_off", args=[page.pk])


def back_url(page: ProgrammePage) -> str:
    return reverse("desk_page_back", args=[page.pk])


PAGE_DESK_URLS = [
    path("programmas/paginas/<int:pk>/van-de-site/", take_off, name="desk_page_off"),
    path("programmas/paginas/<int:pk>/terugzetten/", put_back, name="desk_page_back"),
]
