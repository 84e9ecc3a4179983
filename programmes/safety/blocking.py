"""Blocking somebody: silent. What leads from one to the other asks here first.

if blocking.blocked_between(user, other):     # whoever of the two pressed it
    ...
others = found.exclude(user__in=blocking.with_a_block(user))
"""

from datetime import datetime

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from lifecycle.journal import record
from people.models import User
from people.policies import require
from people.roles import Visitor
from programmes.models import Block
from programmes.safety import policies


@transaction.atomic
def block(about: User, *, by: User, shown_as: str = "", at: datetime | None = None) -> Block:
    """From now on neither meets the other. Twice is once. `shown_as`: how `by` knows this person, for the own list."""
    require(policies.can_block(by, about))
    User.objects.select_for_update().get(pk=by.pk)  # a press that comes twice waits for itself
    found, is_new = Block.objects.get_or_create(
        blocker=by, blocked=about, defaults={"shown_as": shown_as, "since": at or timezone.now()}
    )
    if is_new:
        record(found, "block", by=by, at=at)
    return found


@transaction.atomic
def unblock(about: User, *, by: User, at: datetime | None = None) -> bool:
    """Take the own block back; whether there was one. A block by the other stays."""
    User.objects.select_for_update().get(pk=by.pk)
    found = Block.objects.filter(blocker=by, blocked=about).first()
    if found is None:
        return False
    record(found, "unblock", by=by, at=at)
    found.delete()
    return True


def blocked_between(a: User, b: User) -> bool:
    """Whether one of these two blocked the other."""
    return Block.objects.filter(Q(blocker=a, blocked=b) | Q(blocker=b, blocked=a)).exists()


def with_a_block(user: Visitor) -> set[int]:
    """Ids of whom this person blocked, and of who blocked this person."""
    if not user.is_authenticated:
        return set()
    pairs = Block.objects.filter(Q(blocker=user) | Q(blocked=user)).values_list("blocker", "blocked")
    return {pk for pair in pairs for pk in pair} - {user.pk}


def own_blocks(user: User) -> QuerySet[Block]:
    """To undo: those of this person, the last one first."""
    return Block.objects.filter(blocker=user).select_related("blocked").order_by("-since", "-pk")
