"""An executing partner: invited by the organisation whose edition she carries out (settings.COLLEAGUE_ROLES)."""

from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lifecycle.errors import Refused
from lifecycle.journal import record
from people.colleagues.roles import ColleagueRole
from people.models import Organisation, User
from people.policies import require_no_ministry
from people.roles import Visitor
from programmes.access.arranging import PARTNER_ROLE
from programmes.models import Carrier, Edition, EditionPartner, Participation


def _editions_of(organisation: Organisation, about: UUID | None) -> Edition | None:
    return Edition.objects.filter(key=about, programme__carriers__organisation=organisation).first()


def can_invite_partner(user: Visitor, organisation: Organisation, about: UUID | None) -> bool:
    """An organiser of this organisation, for an edition that it carries."""
    own = Carrier.objects.organised_by(user).filter(organisation=organisation)
    return user.is_authenticated and own.filter(programme__editions__key=about).exists()


def take_on_partner(user: User, organisation: Organisation, about: UUID | None) -> None:
    """Refused for who takes part herself: she would read what others need."""
    require_no_ministry(user)
    edition = _editions_of(organisation, about)
    if edition is None:
        raise Refused(_("Deze editie is er niet meer."))
    if Participation.objects.of(user).filter(edition=edition).exists():
        raise Refused(_("Je doet zelf mee aan deze editie. Dan kan iemand anders beter de uitvoerder zijn."))
    given = {"organisation": organisation}
    partner, is_new = EditionPartner.objects.get_or_create(edition=edition, user=user, defaults=given)
    if is_new:
        record(partner, "become_partner", by=user, scope=organisation.key, edition=edition.key)


PARTNER = ColleagueRole(
    PARTNER_ROLE,
    gettext_lazy("uitvoerder"),
    gettext_lazy("Je ziet wat er te regelen is, en vinkt af wat klaar is. Namen van deelnemers zie je niet."),
    can_invite_partner,
    take_on_partner,
    lands_on="programmes:arranging",
)
