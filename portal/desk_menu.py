"""The menu of the desk: what waits first, then people, what is offered to them, and the pages about it."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem

REPORTS = {
    "nakijken": _("Pagina’s nakijken"),
    "workflows": _("Ter goedkeuring"),
    "aging-pages": _("Lang niet bijgewerkt"),
    "site-history": _("Wie deed wat"),
}
"""Those that say something to who writes pages, in words of ours; the others keep their address alone."""


def way_back() -> MenuItem:
    """Without it the mark is the only way back to the first page, and nobody presses a mark."""
    return MenuItem(_("Wat wacht op mij"), reverse("wagtailadmin_home"), name="wat-wacht", icon_name="home", order=1)


def say_pages_as_we_do(request: HttpRequest, items: list[MenuItem]) -> None:
    for item in items:
        if item.name == "explorer":
            item.label = _("Pagina’s")


def order_reports(request: HttpRequest, items: list[MenuItem]) -> None:
    kept = [item for item in items if item.name in REPORTS]
    for item in kept:
        item.label = REPORTS[item.name]
    items[:] = sorted(kept, key=lambda item: list(REPORTS).index(item.name))
