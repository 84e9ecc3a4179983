"""Who may stand in a network, look in it, ask there, tell of a barrier, and invite to become a mentor."""

from datetime import date, datetime, timedelta

from django.utils import timezone

from mentoring.alumni.models import Barrier, MentorInvitation, NetworkMember
from mentoring.alumni.states import BARRIER
from mentoring.models import Mentor
from people.roles import Visitor
from programmes.models import Participation, Programme
from programmes.opening import ADULT
from programmes.policies import can_read_participation, is_own_participation, require
from programmes.safety import threat
from programmes.states import ParticipationState

__all__ = ["require"]


def is_grown_up(participation: Participation, at: datetime | None = None) -> bool:
    """Surely 18 by now: nobody's age is asked, so it follows from the youngest that the edition took."""
    began = timezone.localdate(participation.admitted_at)
    years = ADULT - participation.edition.minimum_age
    grown_up = date(began.year + years, began.month, 1) + timedelta(days=began.day - 1)
    return years <= 0 or grown_up < timezone.localdate(at)


def took_part(user: Visitor, programme: Programme, at: datetime | None = None) -> bool:
    """Until the end, and old enough to be found by others."""
    own = Participation.objects.completed().of(user).filter(edition__programme=programme)
    return any(is_grown_up(participation, at) for participation in own.select_related("edition"))


def can_join_network(user: Visitor, programme: Programme) -> bool:
    """Who took part until the end, who mentors, and who stands in it already."""
    if not user.is_authenticated:
        return False
    return (
        NetworkMember.objects.of(user).standing().filter(programme=programme).exists()
        or Mentor.objects.of(user).admitted().filter(programme=programme).exists()
        or took_part(user, programme)
    )


def can_see_network(user: Visitor, programme: Programme) -> bool:
    """Who lets herself be found finds the others; while the programme is under threat nobody does."""
    own = NetworkMember.objects.of(user).standing().filter(programme=programme)
    return own.exists() and not threat.is_threatened(programme)


def can_ask_member(user: Visitor, member: NetworkMember) -> bool:
    """One who can be found by this person, and who said that others may ask."""
    if not user.is_authenticated or member.user_id == user.pk or not member.takes_questions:
        return False
    return can_see_network(user, member.programme)


def can_answer_question(user: Visitor, member: NetworkMember) -> bool:
    return user.is_authenticated and member.user_id == user.pk


def can_tell_barrier(user: Visitor, programme: Programme) -> bool:
    """Who takes part or did, and who stands in the network of it. Not who stopped."""
    if not user.is_authenticated:
        return False
    taking_part = Participation.objects.of(user).exclude(state=ParticipationState.LEFT)
    in_network = NetworkMember.objects.of(user).filter(programme=programme, as_mentor=False)
    return taking_part.filter(edition__programme=programme).exists() or in_network.exists()


def is_own_barrier(user: Visitor, barrier: Barrier) -> bool:
    return user.is_authenticated and barrier.user_id == user.pk


def can_moderate_barrier(user: Visitor, barrier: Barrier) -> bool:
    """Who organises the programme it was told of; never one's own."""
    return not is_own_barrier(user, barrier) and Barrier.objects.at_the_desk_of(user).filter(pk=barrier.pk).exists()


def shows_barrier_move(user: Visitor, barrier: Barrier, verb: str) -> bool:
    """Whether the button for this verb stands there."""
    may = is_own_barrier if verb == "tell_again" else can_moderate_barrier
    return BARRIER.allows(verb, barrier.state) and may(user, barrier)


def can_invite_mentor(user: Visitor, participation: Participation) -> bool:
    """Ask who took part until the end to become a mentor: whoever may see her at the desk. Never oneself."""
    return (
        participation.is_completed
        and is_grown_up(participation)
        and not is_own_participation(user, participation)
        and can_read_participation(user, participation)
        and not participation.awaits_consent
    )


def is_own_invitation(user: Visitor, invitation: MentorInvitation) -> bool:
    return user.is_authenticated and invitation.user_id == user.pk
