"""Who may do what with people and what is written about them."""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lifecycle.errors import Refused
from people.models import Organisation, RoleProposal, User
from people.roles import Visitor, is_administrator, is_ministry, is_organiser, organises_for

NO_MINISTRY = gettext_lazy("Dit account is van het ministerie. Dat werkt niet mee in een organisatie. Neem een ander.")


def require(allowed: bool) -> None:
    """PermissionDenied unless allowed: the same page as for what does not exist, when it is someone's."""
    if not allowed:
        raise PermissionDenied


def can_give_roles(user: Visitor) -> bool:
    return is_administrator(user)


def can_write_consent_texts(user: Visitor) -> bool:
    return is_administrator(user)


def can_see_letters(user: Visitor) -> bool:
    """That they failed, not what is in them or to whom they went."""
    return is_administrator(user)


def can_see_periods(user: Visitor) -> bool:
    return is_administrator(user)


def can_run_colleagues(user: Visitor, organisation: Organisation) -> bool:
    """Who works for an organisation is for its organisers, and for an administrator."""
    return is_administrator(user) or organises_for(user, organisation)


def can_give_portal_roles(user: Visitor) -> bool:
    """One administrator proposes; whether this one may confirm is a matter of who proposed."""
    return is_administrator(user)


def can_confirm_proposal(user: Visitor, proposal: RoleProposal) -> bool:
    """Never alone: another than who proposed it, and never about oneself."""
    return is_administrator(user) and user.pk not in (proposal.proposed_by_id, proposal.user_id)


def require_no_ministry(user: User) -> None:
    """Refused for an account of the ministry: it reads published figures, and never comes near a person.

    Call in a transaction, before an edition is locked: of two roles that are given at once, one is refused.
    """
    _take_turns(user)
    if is_ministry(user):
        raise Refused(str(NO_MINISTRY))


def require_nobodys_data(user: User) -> None:
    """The other way round: who sees data of others reads no figures for the ministry with the same account."""
    _take_turns(user)
    others = [path for path in settings.SEES_OTHERS if path != "people.roles.is_ministry"]
    if any(import_string(path)(user) for path in others):
        raise Refused(_("Dit account ziet gegevens van mensen. Voor het ministerie is een ander account nodig."))


def _take_turns(user: User) -> None:
    list(User.objects.select_for_update(no_key=True).filter(pk=user.pk))


def can_read_journal(user: Visitor) -> bool:
    """An organiser of the own organisation, an administrator of all; which lines is asked by `readable_by`."""
    return is_organiser(user) or is_administrator(user)
