"""The roles within an organisation, as one is invited to them."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from lifecycle.journal import record
from people.colleagues.roles import ColleagueRole
from people.models import Membership, Organisation, User
from people.policies import can_run_colleagues, require_no_ministry
from people.roles import Visitor


def _can_invite(user: Visitor, organisation: Organisation, about: UUID | None) -> bool:
    return about is None and can_run_colleagues(user, organisation)


def _take_on(role: Membership.Role, user: User, organisation: Organisation) -> None:
    require_no_ministry(user)
    membership, is_new = Membership.objects.get_or_create(user=user, organisation=organisation, role=role)
    if is_new:
        record(membership, "give_role", by=user, scope=organisation.key, person=user.key, role=role)


def take_on_organiser(user: User, organisation: Organisation, about: UUID | None) -> None:
    _take_on(Membership.Role.ORGANISER, user, organisation)


def take_on_publisher(user: User, organisation: Organisation, about: UUID | None) -> None:
    _take_on(Membership.Role.PUBLISHER, user, organisation)


ORGANISER = ColleagueRole(
    Membership.Role.ORGANISER,
    _("organisator"),
    _("Je werkt aan programma’s, leest aanmeldingen en ziet wie meedoet."),
    _can_invite,
    take_on_organiser,
    lands_on="wagtailadmin_home",
)
PUBLISHER = ColleagueRole(
    Membership.Role.PUBLISHER,
    _("redacteur"),
    _("Je schrijft de pagina’s. Wie meedoet, zie je niet."),
    _can_invite,
    take_on_publisher,
    lands_on="wagtailadmin_home",
)
