"""What waits on the first page of the desk about roles."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from people.desk_sections import MOST_TASKS, DeskSection, DeskTask, Door
from people.models import RoleProposal
from people.models.invitation import STANDS_FOR
from people.policies import can_confirm_proposal, can_give_portal_roles
from people.roles import is_organiser


def proposals(request: HttpRequest) -> DeskSection | None:
    """Roles of the portal that another administrator proposed."""
    if not can_give_portal_roles(request.user):
        return None
    index = reverse("admin_portal_roles:index")
    open_ones = RoleProposal.objects.filter(proposed_at__gt=timezone.now() - STANDS_FOR).select_related("user")
    tasks = [
        DeskTask(
            title=_("Nieuwe rol: %(role)s") % {"role": proposal.get_role_display()},
            url=index,
            text=_("Een collega stelt dit voor. Kijk wie het is, en zeg ja of nee."),
        )
        for proposal in open_ones[: MOST_TASKS + 1]
        if can_confirm_proposal(request.user, proposal)
    ]
    return DeskSection(_("Rollen die op jouw ja wachten"), tuple(tasks), more=Door(_("Bekijk alle rollen"), index))


def colleagues(request: HttpRequest) -> DeskSection | None:
    """Nothing waits here; it is something one can do."""
    if not is_organiser(request.user):
        return None
    return DeskSection(_("Collega’s"), doors=(Door(_("Nodig een collega uit"), reverse("desk_colleagues:index")),))
