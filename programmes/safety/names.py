"""Names in a group, as something that can be reported and whose owner can be blocked."""

from uuid import UUID

from django.urls import reverse

from people.models import User
from programmes.models import GroupMember, Participation
from programmes.safety.reporting import Reportable, Reported
from programmes.taking_part import group_page

KIND = "group_name"


def find(user: User, key: str) -> Reported | None:
    """By the key of the other's participation; only what this person reads on her own group page."""
    try:
        wanted = UUID(key)
    except ValueError:
        return None
    other = GroupMember.objects.filter(participation__key=wanted).select_related("participation__edition").first()
    if other is None:
        return None
    edition = other.participation.edition
    own = Participation.objects.of(user).filter(edition=edition)
    for one in own.select_related("edition__programme", "group_member"):
        if any(shown.pk == other.pk for shown in group_page.names(user, one)):
            name, there = other.display_name, reverse("programmes:group", kwargs={"key": one.key})
            return Reported(one.edition.programme, other.participation.user, name, name, there)
    return None


GROUP_NAMES = Reportable(KIND, find)
