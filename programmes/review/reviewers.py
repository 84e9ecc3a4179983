"""A reviewer: invited for one edition by mail, also from another organisation (settings.COLLEAGUE_ROLES)."""

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lifecycle.errors import Refused
from lifecycle.journal import record
from people.colleagues.roles import ColleagueRole
from people.models import Invitation, Organisation, User
from people.policies import require_no_ministry
from programmes.actions.turns import lock_edition
from programmes.models import Application, Edition, EditionReviewer
from programmes.policies import can_invite_for_edition

if TYPE_CHECKING:
    from django.db.models import QuerySet

REVIEWER_ROLE = "reviewer"


def take_on_reviewer(user: User, organisation: Organisation, about: UUID | None) -> None:
    """Refused for who applies herself: she would read the others."""
    require_no_ministry(user)
    found = Edition.objects.filter(key=about, programme__carriers__organisation=organisation).first()
    if found is None:
        raise Refused(_("Deze editie is er niet meer."))
    edition = lock_edition(found)
    if Application.objects.filter(edition=edition, user=user).exists():
        raise Refused(_("Je meldt je zelf aan voor deze editie. Dan kan iemand anders beter lezen."))
    link, is_new = EditionReviewer.objects.get_or_create(edition=edition, user=user)
    if is_new:
        record(link, "add_reviewer", by=user, scope=organisation.key, edition=edition.key)


def invited_reviewers(edition: Edition, at: datetime | None = None) -> "QuerySet[Invitation]":
    """Who did not say yes yet."""
    return Invitation.objects.open(at).filter(role=REVIEWER_ROLE, about=edition.key)


REVIEWER = ColleagueRole(
    REVIEWER_ROLE,
    gettext_lazy("beoordelaar"),
    gettext_lazy("Je leest wat mensen schreven, zonder hun naam. En je zegt per criterium wat je vindt."),
    can_invite_for_edition,
    take_on_reviewer,
    lands_on="programmes:reviews",
)
