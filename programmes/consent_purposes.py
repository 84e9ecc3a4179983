"""What this floor asks consent for (settings.CONSENT_PURPOSES)."""

from collections.abc import Iterable
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from people.consent import Purpose
from programmes.models import Edition
from programmes.models.application import CONSENT_PURPOSE
from programmes.models.participation import FOLLOW_UP_PURPOSE

APPLICATION_REVEALS = Purpose(
    CONSENT_PURPOSE,
    _("Je aanmelden voor een programma dat iets laat zien over je gezondheid of afkomst"),
    on_withdraw="programmes.actions.applications.forget_application",
    call_abouts="programmes.consent_purposes.call_editions",
)

FOLLOW_UP = Purpose(
    FOLLOW_UP_PURPOSE,
    _("Je na de verkiezing één keer vragen hoe het ging"),
    on_withdraw="programmes.actions.participations.forget_followed_up",
    call_abouts="programmes.consent_purposes.call_editions",
)


def call_editions(keys: Iterable[UUID]) -> dict[UUID, str]:
    """To the person alone, behind sign-in: which programme a consent is about."""
    found = Edition.objects.filter(key__in=keys).select_related("programme")
    return {edition.key: f"{edition.programme.name}, {edition.name}" for edition in found}
