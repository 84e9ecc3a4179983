"""A programme under threat: while it lasts, what could lead to its people is closed. Nobody is mailed.

entries = entries.exclude(programme__in=threat.threatened())
"""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.module_loading import import_string

from home import page_cache
from lifecycle.journal import record
from people.models import User
from people.policies import require
from programmes.models import Programme, StoryPage, ThreatMode
from programmes.safety import policies


@transaction.atomic
def switch_on(programme: Programme, *, by: User, at: datetime | None = None) -> ThreatMode:
    """Directory, stories, event addresses and messages from strangers close at once. Twice is once."""
    require(policies.can_switch_threat(by, programme))
    programme = Programme.objects.select_for_update().get(pk=programme.pk)
    found, is_new = ThreatMode.objects.get_or_create(programme=programme, defaults={"since": at or timezone.now()})
    if is_new:
        _seen_anew(programme, "threat_on", by=by, at=at)
    return found


@transaction.atomic
def switch_off(programme: Programme, *, by: User, at: datetime | None = None) -> bool:
    """All is as before; whether it was on."""
    require(policies.can_switch_threat(by, programme))
    programme = Programme.objects.select_for_update().get(pk=programme.pk)
    if not ThreatMode.objects.filter(programme=programme).delete()[0]:
        return False
    _seen_anew(programme, "threat_off", by=by, at=at)
    return True


def _seen_anew(programme: Programme, verb: str, *, by: User, at: datetime | None) -> None:
    """Kept pages go, and what searching finds is looked at again, before anybody is told that it is done."""
    record(programme, verb, by=by, scope=programme.lead_key, at=at)
    told = list(StoryPage.objects.filter(story__programme=programme))
    for path in settings.LOOK_AGAIN:
        import_string(path)(told)
    page_cache.purge()


def is_threatened(programme: Programme | None) -> bool:
    """Asks nothing when `threat_mode` was fetched along: select_related("…programme__threat_mode")."""
    if programme is None:
        return False
    if ThreatMode.programme.field.remote_field.is_cached(programme):
        return hasattr(programme, "threat_mode")
    return ThreatMode.objects.filter(programme=programme.pk).exists()


def threatened() -> "QuerySet[ThreatMode, Any]":
    """Ids of the programmes under threat, for `exclude(programme__in=…)`."""
    return ThreatMode.objects.order_by().values("programme")
