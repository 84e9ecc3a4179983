"""What the screens of pairing share: the own editions, one person who looks for a mentor, and the way back."""

from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext

from mentoring.models import MenteeProfile
from mentoring.pool import seekers
from programmes.models import Edition, Participation, Programme


def own_editions(request: HttpRequest) -> QuerySet[Edition]:
    """Also of an administrator who organises: only what her organisation carries."""
    own = Programme.objects.carried_by(request.user)
    return Edition.objects.filter(programme__in=own).select_related("programme")


def own_seeker(request: HttpRequest, key: UUID, participation: UUID) -> tuple[Edition, Participation]:
    found = get_object_or_404(own_editions(request), key=key)
    own = seekers(found, by=request.user).select_related("user__mentee_profile", "edition__programme")
    return found, get_object_or_404(own, key=participation)


def profile_of(participation: Participation) -> MenteeProfile | None:
    """Fetched along; somebody who has not begun has none."""
    return getattr(participation.user, "mentee_profile", None)


def to_editions() -> dict[str, str]:
    return {"url": reverse("desk_pairing:index"), "label": gettext("Koppelen")}


def to_edition(found: Edition) -> dict[str, str]:
    return {"url": reverse("desk_pairing:edition", args=[found.key]), "label": found.name}
