"""An executing partner: invited by the organisation whose edition she carries out (settings.COLLEAGUE_ROLES)."""

from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lifecycle.errors import Refused
from lifecycle.journal import record
from people.colleagues.roles import ColleagueRole
from people.models import Organisation, User
from people.policies import require_no_ministry
from programmes.access.arranging import PARTNER_ROLE
from programmes.actions.turns import lock_edition
from programmes.models import Edition, EditionPartner, Participation
from programmes.policies import can_invite_for_edition


def take_on_partner(user: User, organisation: Organisation, about: UUID | None) -> None:
    """Refused for who takes part herself: she would read what others need."""
    require_no_ministry(user)
    found = Edition.objects.filter(key=about, programme__carriers__organisation=organisation).first()
    if found is None:
        raise Refused(_("Deze editie is er niet meer."))
    edition = lock_edition(found)
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
    can_invite_for_edition,
    take_on_partner,
    lands_on="programmes:arranging",
)
