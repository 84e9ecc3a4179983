"""At most thirty people of a network an hour: it is there to find somebody, not to copy it."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.core.cache import cache
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lifecycle.errors import Refused
from mentoring.alumni.models import NetworkMember
from people.models import User

MOST_AN_HOUR = 30
AN_HOUR = timedelta(hours=1)


class SeenEnough(Refused):
    """One more would be too many for this hour."""


@transaction.atomic
def look(members: Iterable[NetworkMember], *, by: User, at: datetime | None = None) -> None:
    """`by` is about to see these. Who was seen this hour counts once. SeenEnough when it is one too many."""
    at = at or timezone.now()
    User.objects.select_for_update(no_key=True).get(pk=by.pk)  # two windows count together
    name = f"network-seen:{by.pk}"
    seen = {pk: when for pk, when in cache.get(name, {}).items() if when > at - AN_HOUR}
    new = {member.pk: at for member in members if member.pk not in seen and member.user_id != by.pk}
    if len(seen) + len(new) > MOST_AN_HOUR:
        raise SeenEnough(
            _("Je zag dit uur dertig mensen van het netwerk. Wacht een uur. Wie je al zag, kun je wel weer openen.")
        )
    if new:
        cache.set(name, seen | new, AN_HOUR.total_seconds())
