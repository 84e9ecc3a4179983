"""Where someone is signed in: what is kept of it, and how it ends."""

from datetime import datetime

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.utils import timezone

from people.models import User


def end_all(user: User) -> None:
    """Signed out everywhere, at once."""
    keys = UserSession.objects.filter(user=user).values("session_key")
    Session.objects.filter(session_key__in=keys).delete()
    UserSession.objects.filter(user=user).delete()


def drop_expired(at: datetime | None = None) -> int:
    """Sessions that are over, and the address and browser that were kept of them."""
    dropped, _per_model = Session.objects.filter(expire_date__lt=at or timezone.now()).delete()
    lost = UserSession.objects.exclude(session_key__in=Session.objects.values("session_key"))
    return dropped + lost.delete()[0]
