"""What two people, and who brought them together, may know of it: one sentence, and never why.

Worked out when it is read: who takes her consent back, takes the sentence along.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from elections.models.body import Kind
from mentoring.models import Candidacy, Match, PowerRole
from mentoring.power.consent_purposes import POWER_CHECK
from mentoring.power.roles import Part, Role, clash
from people.models import Consent

WARNING: Promise = _("Mogelijk belangenconflict, spreek het door.")
MOST_CANDIDACIES = 2
"""Nobody stands in many places at once: who tells of many looks for where the other one is."""


def warn(match: Match, *, on: date | None = None) -> str:
    """The sentence, or "". Only where both said yes to being asked. `match` with its participation and mentor."""
    mentee, mentor = match.participation.user_id, match.mentor.user_id
    parts = parts_of([mentee, mentor], on=on)
    return str(WARNING) if mentee in parts and mentor in parts and clash(parts[mentee], parts[mentor]) else ""


def parts_of(users: Iterable[int], *, on: date | None = None) -> dict[int, Part]:
    """Of those whose consent stands: what they said, and where they had told us by then that they stand on a list.

    What is told later counts from the next answer: answers are few (settings.ACCOUNT_RATE_LIMITS), so that nobody
    finds out where the other one stands by trying one place after another.
    """
    standing = Consent.objects.standing().on(POWER_CHECK.name).filter(user__in=list(users))
    asked = set(standing.values_list("user", flat=True))
    if not asked:
        return {}
    roles: dict[int, set[str]] = defaultdict(set)
    places: dict[int, set[str]] = defaultdict(set)
    said: dict[int, datetime] = {}
    for own in PowerRole.objects.filter(user__in=asked):
        said[own.user_id] = own.said_at
        roles[own.user_id] |= set(own.roles.split())
        places[own.user_id] |= {own.place} - {""}
    coming = Candidacy.objects.filter(
        user__in=asked, body__kind=Kind.COUNCIL, election__election_day__gte=on or timezone.localdate()
    )
    looked_at: dict[int, int] = defaultdict(int)
    for user, place, told_at in coming.order_by("told_at", "pk").values_list("user", "body__slug", "told_at"):
        if user not in said or told_at > said[user] or looked_at[user] >= MOST_CANDIDACIES:
            continue
        looked_at[user] += 1
        roles[user].add(Role.LIST)
        places[user].add(place)
    return {user: Part(frozenset(roles[user]), frozenset(places[user])) for user in asked}
