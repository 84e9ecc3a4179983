"""Who runs a group, who belongs to it, and who gets a certificate."""

from people.models import User
from people.roles import Visitor
from programmes.models import Edition, GroupMeeting, Participation
from programmes.policies import can_read_participation, is_own_participation, organises
from programmes.safety.threat import is_threatened


def can_run_group(user: Visitor, edition: Edition) -> bool:
    """At the desk: meetings, attendance, steps, material. Not for an administrator: operation needs nobody's name."""
    return organises(user, edition.programme)


def can_note(user: Visitor, participation: Participation) -> bool:
    """Write down how it goes: with whoever one may see, and never about oneself."""
    return (
        not is_own_participation(user, participation)
        and can_read_participation(user, participation)
        and not participation.awaits_consent
    )


def can_see_group(user: Visitor, participation: Participation) -> bool:
    """Who takes part, or did until the end."""
    stays = participation.is_under_way or participation.is_completed
    return is_own_participation(user, participation) and stays


def can_show_name(user: Visitor, participation: Participation) -> bool:
    """Choose to be seen by the others, where the edition allows names."""
    return can_see_group(user, participation) and participation.edition.shows_names


def can_see_names(user: User, participation: Participation) -> bool:
    """Of the others: who shows a name sees names."""
    return can_show_name(user, participation) and hasattr(participation, "group_member")


def can_see_address(user: Visitor, participation: Participation, meeting: GroupMeeting) -> bool:
    return (
        can_see_group(user, participation)
        and meeting.edition_id == participation.edition_id
        and not meeting.is_cancelled
        and meeting.shows_address()
        and not is_threatened(participation.edition.programme)
    )


def can_have_certificate(user: Visitor, participation: Participation) -> bool:
    """Her own, or one to hand out: once it is done."""
    own = is_own_participation(user, participation)
    return participation.is_completed and (own or can_note(user, participation))
