"""From taking part to helping: the question to become a mentor, and one step that takes the profile along."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lifecycle.errors import Refused
from lifecycle.journal import record
from mentoring.actions.mentors import sign_up_mentor
from mentoring.actions.profiles import save_mentor_profile
from mentoring.alumni import policies
from mentoring.alumni.emails import mentor_invited
from mentoring.alumni.models import MentorInvitation
from mentoring.models import MenteeProfile, Mentor, MentorProfile
from people import letters
from people.models import User
from people.roles import Visitor
from programmes.models import Participation, Programme

# What she looked for in a mentor says nothing of what she can give: help and offices she fills in herself.
TAKEN_ALONG = ("display_name", "topics", "province", "languages", "slots", "ways")


def can_become(user: Visitor, programme: Programme) -> bool:
    """Whether the door stands there: the programme looks for mentors, and she is none here."""
    looking = Programme.objects.looking_for_mentors().filter(pk=programme.pk)
    return looking.exists() and not Mentor.objects.of(user).not_stopped().filter(programme=programme).exists()


@transaction.atomic
def invite_mentor(participation: Participation, *, by: User, at: datetime | None = None) -> MentorInvitation:
    """Once a person and programme: who said no is not asked again."""
    at = at or timezone.now()
    person, programme = participation.user, participation.edition.programme
    User.objects.select_for_update(no_key=True).get(pk=person.pk)
    policies.require(policies.can_invite_mentor(by, participation))
    if not can_become(person, programme):
        raise Refused(_("Dit programma zoekt nu geen mentoren, of deze persoon meldde zich al."))
    invitation, is_new = MentorInvitation.objects.get_or_create(
        programme=programme, user=person, defaults={"made_at": at}
    )
    if not is_new:
        raise Refused(_("Deze persoon is al gevraagd. Wij vragen het één keer."))
    record(invitation, "invite", by=by, at=at, scope=programme.lead_key)
    letters.write(mentor_invited, person, key=f"mentor-invited:{invitation.key}", invitation=invitation.key)
    return invitation


@transaction.atomic
def decline_invitation(invitation: MentorInvitation, *, by: User, at: datetime | None = None) -> None:
    """No thanks, without a reason."""
    policies.require(policies.is_own_invitation(by, invitation))
    _answer(by, invitation.programme, said_yes=False, at=at)


@transaction.atomic
def become_mentor(programme: Programme, *, by: User, version: int | None = None, at: datetime | None = None) -> Mentor:
    """Signs up, and takes along what she filled in when she looked for a mentor. Her own mentor profile stays.

    `version` of the code of conduct: as for `sign_up_mentor`.
    """
    mentor = sign_up_mentor(programme, by=by, version=version, at=at)
    if answers := taken_along(by):
        save_mentor_profile(answers, by=by, at=at)
    _answer(by, programme, said_yes=True, at=at)
    return mentor


def taken_along(user: User) -> dict[str, object]:
    """Of the own profile for a mentor; nothing when there is a profile as mentor, or none at all."""
    if MentorProfile.objects.filter(user=user).exists():
        return {}
    profile = MenteeProfile.objects.filter(user=user).first()
    return {name: getattr(profile, name) for name in TAKEN_ALONG} if profile else {}


def _answer(by: User, programme: Programme, *, said_yes: bool, at: datetime | None) -> None:
    waiting = MentorInvitation.objects.select_for_update().waiting().filter(programme=programme, user=by)
    for invitation in waiting:
        invitation.answered_at, invitation.said_yes = at or timezone.now(), said_yes
        invitation.save(update_fields=["answered_at", "said_yes"])
        record(invitation, "accept" if said_yes else "decline", by=by, at=at, scope=programme.lead_key)
