"""Whose edition this is at the desk, the way that leads to it, and for which organisation one works at it."""

from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from people.models import Organisation
from people.roles import Visitor
from programmes.models import Carrier, Edition, Programme


def own_edition(request: HttpRequest, key: UUID) -> Edition:
    """Of a programme that one organises; a foreign one is a missing one. An administrator has none."""
    own = Edition.objects.filter(programme__in=Programme.objects.carried_by(request.user))
    return get_object_or_404(own.select_related("programme"), key=key)


def crumbs(edition: Edition, *more: tuple[str, str]) -> list[dict[str, str]]:
    """Down to this edition, and on: (address, label); the last one is where one is, without an address."""
    return [
        {"url": reverse("desk_editions:index"), "label": _("Edities")},
        {"url": reverse("desk_edition", args=[edition.key]), "label": str(edition)},
        *({"url": url, "label": label} for url, label in more),
    ]


def works_for(user: Visitor, edition: Edition) -> Organisation | None:
    """The own organisation that carries the programme, the one in front first; None where it is a foreign one."""
    carriers = Carrier.objects.organised_by(user).filter(programme=edition.programme_id)
    first = carriers.select_related("organisation").order_by("-is_lead", "order", "pk").first()
    return first.organisation if first else None
