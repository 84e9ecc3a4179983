"""The network of a programme: who took part and who mentors, each by her own yes, for a year at a time.

members_for(user, programme)    # those whom this person may find
"""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from lifecycle.errors import Refused
from lifecycle.journal import record
from mentoring.alumni import policies
from mentoring.alumni.consent_purposes import NETWORK
from mentoring.alumni.emails import network_renewal
from mentoring.alumni.models import LASTS, NetworkMember
from mentoring.models import Mentor
from people import consent, letters
from people.models import User
from people.roles import Visitor
from programmes.models import Participation, Programme
from programmes.models.application import CONSENT_PURPOSE
from programmes.safety import blocking, hiding

SHOWN = frozenset({"display_name", "about", "topics", "province", "takes_questions"})
ASKS_BEFORE = timedelta(days=30)


def members_for(user: Visitor, programme: Programme, at: datetime | None = None) -> QuerySet[NetworkMember]:
    """All others that this person finds: not who hides, nor who blocked her or was blocked by her."""
    others = NetworkMember.objects.standing(at).filter(programme=programme).exclude(user=user.pk)
    found = others.exclude(user__in=hiding.hidden()).exclude(user__in=blocking.with_a_block(user))
    return found.select_related("user", "programme")


def programmes_of(user: Visitor) -> QuerySet[NetworkMember, Any]:
    """In whose networks this person stands, as ids: its meetings are for her too (settings.EVENT_GUESTS)."""
    return NetworkMember.objects.of(user).standing().order_by().values("programme")


def as_a_member(user: User) -> Iterable[int]:
    """The same, also of who let her name lapse: whose safeguarding contacts are there for her (settings.BELONGING)."""
    return NetworkMember.objects.of(user).order_by().values_list("programme", flat=True)


def open_to(user: User) -> list[Programme]:
    """Of which networks this person is, or could be: as policies.can_join_network says of each, asked at once."""
    done = Participation.objects.completed().of(user).select_related("edition")
    mine = {one.edition.programme_id for one in done if policies.is_grown_up(one)}
    mine |= {mentor.programme_id for mentor in Mentor.objects.of(user).admitted()}
    mine |= set(NetworkMember.objects.of(user).standing().values_list("programme", flat=True))
    return list(Programme.objects.filter(pk__in=mine).with_sensitivity().order_by("name"))


def name_of(programme: Programme) -> str:
    """What a network is called, also in a title: where the name of the programme tells too much, it says none."""
    return _("Het netwerk") if programme.is_sensitive else _("Netwerk van %(name)s") % {"name": programme.name}


@transaction.atomic
def join_network(
    programme: Programme, shown: Mapping[str, Any], *, by: User, at: datetime | None = None
) -> NetworkMember:
    """Stand in it with `shown`, or change that: a yes for a year from now. ValueError for what is never shown."""
    at = at or timezone.now()
    if unknown := set(shown) - SHOWN:
        raise ValueError(f"not shown in a network: {sorted(unknown)}")
    User.objects.select_for_update(no_key=True).get(pk=by.pk)  # two presses are one name
    policies.require(policies.can_join_network(by, programme))
    consent.give(by, NETWORK.name, programme.key, at=at)
    found = NetworkMember.objects.filter(programme=programme, user=by).first()
    member = found or NetworkMember(programme=programme, user=by, since=at, as_mentor=True)
    for name, value in shown.items():
        setattr(member, name, value)
    member.as_mentor = member.as_mentor and not policies.took_part(by, programme, at)
    member.renewed_at = at
    member.save()
    record(member, "save" if found else "join", by=by, at=at)
    return member


@transaction.atomic
def renew_member(member: NetworkMember, *, by: User, at: datetime | None = None) -> NetworkMember:
    """ "Ja, ik blijf": a year from now."""
    member = _lock(member)
    policies.require(policies.can_answer_question(by, member))
    member.renewed_at = at or timezone.now()
    member.save(update_fields=["renewed_at"])
    record(member, "renew", by=by, at=at)
    return member


def leave_network(programme: Programme, *, by: User, at: datetime | None = None) -> bool:
    """Off by one press, with what was asked and answered; whether there was something to take off."""
    return consent.withdraw(by, NETWORK.name, programme.key, at=at)


def forget_member(user: User, about: UUID | None) -> None:
    """The yes was taken back (people.consent locked the person)."""
    for member in NetworkMember.objects.filter(user=user, programme__key=about):
        record(member, "leave", by=user)
        member.delete()


def leave_with_participations(participations: list[Participation]) -> None:
    """Who takes back that taking part tells of health or origin stands in no network of it either."""
    for participation in participations:
        edition = participation.edition
        if edition.is_sensitive and not consent.stands(participation.user, CONSENT_PURPOSE, edition.key):
            leave_network(edition.programme, by=participation.user)


def ask_to_renew(at: datetime | None = None) -> int:
    """A month before a year is over, once: may the name stay? Without an answer it goes. For the daily round."""
    at = at or timezone.now()
    due = NetworkMember.objects.standing(at).filter(renewed_at__lte=at - LASTS + ASKS_BEFORE)
    for member in (found := list(due.select_related("user"))):
        key = f"network-renewal:{member.key}:{member.renewed_at:%Y%m%d}"
        letters.write(network_renewal, member.user, key=key, member=member.key)
    return len(found)


def _lock(member: NetworkMember) -> NetworkMember:
    held = NetworkMember.objects.select_for_update(of=("self",)).select_related("programme", "user")
    if (found := held.filter(pk=member.pk).first()) is None:
        raise Refused(_("Je naam staat hier niet meer. Je kunt hem opnieuw neerzetten."))
    return found
