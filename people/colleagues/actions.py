"""Inviting, taking back and saying yes. The organisation is locked first: it owns who works there."""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lifecycle.errors import Refused
from lifecycle.journal import record
from people import addresses, letters, policies
from people.colleagues.emails import colleague_invited
from people.colleagues.roles import ColleagueRole, colleague_role
from people.colleagues.tokens import digest_of, token_of
from people.models import Invitation, Membership, Organisation, User
from people.privacy import marks_of

MOST_OPEN = 50
AGAIN_AFTER = timedelta(hours=12)


def lock_organisation(organisation: Organisation) -> Organisation:
    return Organisation.objects.select_for_update().get(pk=organisation.pk)


@transaction.atomic
def invite(
    address: str,
    role: str,
    *,
    organisation: Organisation,
    by: User,
    about: UUID | None = None,
    language: str = "nl",
    at: datetime | None = None,
) -> Invitation:
    """Mails a link to `address` (as `people.addresses.clean` gives it). Asked again, the earlier link stops working.

    The answer is the same whether there is an account with this address or not. Refused for who was asked within
    half a day, who has the role already, and when too many invitations are open.
    """
    at = at or timezone.now()
    organisation = lock_organisation(organisation)
    wanted = colleague_role(role)
    policies.require(wanted.can_invite(by, organisation, about))
    digest = addresses.keyed(address)
    same = Invitation.objects.of(organisation, role, about).filter(address_digest=digest)
    if same.filter(invited_at__gt=at - AGAIN_AFTER).exists():
        raise Refused(_("Deze persoon is net al uitgenodigd. Een nieuwe mail kan na twaalf uur."))
    if about is None and _has_role(address, role, organisation):
        raise Refused(_("Deze persoon heeft deze rol al."))
    same.delete()
    if Invitation.objects.open(at).filter(organisation=organisation).count() >= MOST_OPEN:
        raise Refused(_("Er staan al %(most)s uitnodigingen open. Trek er eerst een in.") % {"most": MOST_OPEN})
    key = uuid4()
    made = Invitation.objects.create(
        key=key,
        organisation=organisation,
        role=role,
        about=about,
        address=address,
        address_digest=digest,
        token_digest=digest_of(token_of(key)),
        language=language,
        invited_at=at,
    )
    letters.write_to(colleague_invited, address, key=f"invited:{key}", language=language, invitation=key)
    record(made, "invite", by=by, scope=organisation.key, at=at, role=role, about=about or organisation.key)
    return made


def _has_role(address: str, role: str, organisation: Organisation) -> bool:
    return Membership.objects.filter(organisation=organisation, role=role, user__email__iexact=address).exists()


def invitation_behind(token: UUID, at: datetime | None = None) -> Invitation | None:
    """What a link in a mail leads to; None when it was used, taken back, out of date or never there."""
    found = Invitation.objects.open(at).filter(token_digest=digest_of(token))
    return found.select_related("organisation").first()


@transaction.atomic
def take_back_invitation(invitation: Invitation, *, by: User) -> None:
    """The link stops working at once, and the address is gone."""
    organisation = lock_organisation(invitation.organisation)
    policies.require(colleague_role(invitation.role).can_invite(by, organisation, invitation.about))
    found = Invitation.objects.select_for_update().filter(pk=invitation.pk).first()
    if found is not None:
        record(found, "take_back", by=by, scope=organisation.key, role=found.role)
        found.delete()


def is_for(invitation: Invitation, user: User) -> bool:
    """Whether it went to an address that this account proved to be hers: a mail that is passed on opens nothing."""
    return invitation.address_digest in marks_of(user)


@transaction.atomic
def accept_invitation(invitation: Invitation, *, by: User, at: datetime | None = None) -> ColleagueRole:
    """She has the role from now on. Refused when it is gone meanwhile, or when it is somebody else's."""
    organisation = lock_organisation(invitation.organisation)
    found = Invitation.objects.open(at).select_for_update().filter(pk=invitation.pk).first()
    if found is None:
        raise Refused(_("Deze uitnodiging geldt niet meer. Vraag om een nieuwe."))
    if not is_for(found, by):
        raise Refused(_("Deze uitnodiging ging naar een ander e-mailadres. Log in met dat adres."))
    role = colleague_role(found.role)
    role.take_on(by, organisation, found.about)
    record(found, "accept", by=by, scope=organisation.key, at=at, role=found.role)
    found.delete()
    return role
