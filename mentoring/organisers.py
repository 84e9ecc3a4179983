"""Who runs the programme of two people: to whom a mail goes when one of them asks something of the organisation."""

from django.db.models import QuerySet

from mentoring.models import Match
from people.models import Membership, User


def is_read(match: Match) -> bool:
    """Whether anybody but the two reads what one of them asks: in a small programme the mentor may be its organiser."""
    return organisers_of(match).exists()


def organisers_of(match: Match) -> "QuerySet[User]":
    """At whose desk the participation stands; never one of the two."""
    participation = match.participation
    carriers = participation.edition.programme.carriers.filter(since__lte=participation.admitted_at)
    members = User.objects.filter(
        memberships__role=Membership.Role.ORGANISER, memberships__organisation__in=carriers.values("organisation")
    )
    return members.exclude(pk__in=[participation.user_id, match.mentor.user_id]).distinct().order_by("pk")
