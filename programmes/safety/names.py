"""Names in a group, as something that can be reported and whose owner can be blocked."""

from uuid import UUID

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
            return Reported(one.edition.programme, other.participation.user, other.display_name, other.display_name)
    return None


GROUP_NAMES = Reportable(KIND, find)
