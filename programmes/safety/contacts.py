"""Two people to talk to safely, one of them from outside: held for as long as an edition needs them.

The programme's row is locked by who opens an edition and by who takes a contact away: one of the two is then too late.
"""

from collections.abc import Iterable
from datetime import datetime

from django.utils import timezone

from people import letters
from people.models import Membership, User
from programmes.models import Edition, Programme
from programmes.models.safeguarding_contact import AT_LEAST, AT_LEAST_OUTSIDE, enough_contacts
from programmes.safety import emails
from programmes.states import EditionState

NEEDS_THEM = (EditionState.OPEN, EditionState.CLOSED, EditionState.RUNNING)


def lock_contacts(programme: Programme) -> None:
    """First in a transaction that reads or changes who they are."""
    Programme.objects.select_for_update(of=("self",)).get(pk=programme.pk)


def needs_contacts(programme: Programme) -> bool:
    """An edition takes applications, or people."""
    return Edition.objects.filter(programme=programme, state__in=NEEDS_THEM).exists()


def are_enough(outside: Iterable[bool]) -> bool:
    """Of who would stay: of each whether she is from outside."""
    found = list(outside)
    return len(found) >= AT_LEAST and sum(found) >= AT_LEAST_OUTSIDE


def tell_who_is_short(at: datetime | None = None) -> int:
    """An account that is erased takes a contact along, whatever runs: its organisers hear of it, once a week."""
    week = timezone.localdate(at).strftime("%G-%V")
    running = Programme.objects.filter(editions__state__in=NEEDS_THEM).distinct().order_by("pk")
    short = [programme for programme in running if not enough_contacts(programme)]
    for programme in short:
        for organiser in _organisers(programme):
            key = f"contacts_short:{programme.key}:{week}:{organiser.pk}"
            letters.write(emails.contacts_short, organiser, key=key, programme=programme.key)
    return len(short)


def _organisers(programme: Programme) -> Iterable[User]:
    carrying = programme.carriers.values("organisation")
    members = User.objects.filter(memberships__role=Membership.Role.ORGANISER, memberships__organisation__in=carrying)
    return members.distinct().order_by("pk")
