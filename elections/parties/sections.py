"""What of the cards waits on the first page of the desk."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from elections.models import PartyCard
from elections.policies import can_moderate_cards
from people.desk_sections import MOST_TASKS, DeskSection, DeskTask, Door


def waiting_cards(request: HttpRequest) -> DeskSection | None:
    """Cards of parties that an administrator has to look at, the oldest first."""
    if not can_moderate_cards(request.user):
        return None
    waiting = PartyCard.objects.waiting().select_related("party__body")[: MOST_TASKS + 1]
    tasks = tuple(
        DeskTask(
            title=_("%(party)s, %(place)s") % {"party": card.party.name, "place": card.party.body.title},
            url=reverse("admin_party_cards:inspect", args=[card.pk]),
            text=_("Kijk of deze kaart van de partij komt."),
        )
        for card in waiting
    )
    door = Door(_("Bekijk alle kaarten"), reverse("admin_party_cards:index"))
    return DeskSection(_("Kaarten van partijen"), tasks, doors=(door,), more=door)
