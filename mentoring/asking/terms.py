"""For which of her participations somebody may choose a mentor, and until when that can be stopped."""

from datetime import datetime, timedelta

from django.db.models import Q

from mentoring.models import Match
from people.roles import Visitor
from programmes.models import Participation
from programmes.models.participation import ParticipationQuerySet

STOPPED_WITHIN = timedelta(days=3)


def own_to_choose_for(user: Visitor) -> ParticipationQuerySet:
    """Her own, under way, in programmes with mentors where participants may ask."""
    asks = Q(edition__programme__pairing_rules=None) | Q(edition__programme__pairing_rules__participants_ask=True)
    own = Participation.objects.of(user).under_way()
    return own.filter(asks, edition__programme__has_mentors=True)


def stops_until(match: Match) -> datetime | None:
    """None for what nobody chose herself."""
    return match.asked_at + STOPPED_WITHIN if match.asked_at else None
