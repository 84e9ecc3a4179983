"""Hide me: one press, at once, everywhere. Every list that shows people to people leaves these out.

shown = members.exclude(user__in=hiding.hidden())
"""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from home.page_cache import purge
from lifecycle.journal import record
from people.models import User
from people.roles import Visitor
from programmes.models import Hidden


@transaction.atomic
def hide(*, by: User, at: datetime | None = None) -> Hidden:
    """Nobody finds `by` from now on. Twice is once."""
    User.objects.select_for_update().get(pk=by.pk)
    found, is_new = Hidden.objects.get_or_create(user=by, defaults={"since": at or timezone.now()})
    if is_new:
        record(found, "hide", by=by, at=at)
        purge()
    return found


@transaction.atomic
def show(*, by: User, at: datetime | None = None) -> bool:
    """Take it back; whether `by` was hidden. What she had chosen to show is shown as before."""
    User.objects.select_for_update().get(pk=by.pk)
    found = Hidden.objects.filter(user=by).first()
    if found is None:
        return False
    record(found, "show", by=by, at=at)
    found.delete()
    purge()
    return True


def is_hidden(user: Visitor) -> bool:
    return user.is_authenticated and Hidden.objects.filter(user=user).exists()


def hidden() -> "QuerySet[Hidden, Any]":
    """Ids of the users who are hidden, for `exclude(user__in=…)`."""
    return Hidden.objects.order_by().values("user")
