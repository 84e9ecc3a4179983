"""What is asked consent for after taking part (settings.CONSENT_PURPOSES)."""

from collections.abc import Iterable
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from mentoring.alumni.models import Barrier
from people.consent import Purpose
from programmes.models import Programme

NETWORK = Purpose(
    "network",
    _("Je naam in het netwerk van een programma"),
    on_withdraw="mentoring.alumni.network.forget_member",
    call_abouts="mentoring.alumni.consent_purposes.call_programmes",
)

BARRIER_PUBLISHED = Purpose(
    "barrier_published",
    _("Wat jij tegenkwam en wat hielp, bij Kennis"),
    on_withdraw="mentoring.alumni.actions.barriers.forget_barrier",
    call_abouts="mentoring.alumni.consent_purposes.call_barriers",
)


def call_programmes(keys: Iterable[UUID]) -> dict[UUID, str]:
    """To the person alone, behind sign-in: of which programme it is the network."""
    return {programme.key: programme.name for programme in Programme.objects.filter(key__in=keys)}


def call_barriers(keys: Iterable[UUID]) -> dict[UUID, str]:
    """The title under which it stands at knowledge; what waits has none yet."""
    return dict(Barrier.objects.published().filter(key__in=keys).values_list("key", "public_title"))
