"""What can be reported in this room (settings.REPORTABLE): who reports it must see it herself."""

from django.db.models import Q
from django.urls import reverse

from mentoring.alumni import network, policies
from mentoring.alumni.models import NetworkMember, NetworkQuestion
from people.keyed import key_in
from people.models import User
from programmes.safety.reporting import Reportable, Reported


def _member(user: User, key: str) -> Reported | None:
    wanted = NetworkMember.objects.filter(key=key_in(key)).select_related("programme").first()
    if wanted is None or not policies.can_see_network(user, wanted.programme):
        return None
    found = network.members_for(user, wanted.programme).filter(pk=wanted.pk).first()
    if found is None:
        return None
    words = f"{found.display_name}\n{found.about}".strip()
    there = reverse("mentoring:network_member", kwargs={"key": found.programme.key, "member": found.key})
    return Reported(found.programme, found.user, words, found.display_name, there)


def _question(user: User, key: str) -> Reported | None:
    """By who was asked, of the question; by who asked, of the answer."""
    mine = NetworkQuestion.objects.filter(Q(asker=user) | Q(member__user=user), key=key_in(key))
    found = mine.select_related("member__programme", "member__user", "asker").first()
    if found is None:
        return None
    is_asker = found.asker_id == user.pk
    about, words = (found.member.user, found.answer) if is_asker else (found.asker, found.words)
    there = reverse("mentoring:network_question", kwargs={"key": found.key})
    return Reported(found.member.programme, about, words, found.member.display_name if is_asker else "", there)


MEMBER = Reportable("network_member", _member)
QUESTION = Reportable("network_question", _question)
