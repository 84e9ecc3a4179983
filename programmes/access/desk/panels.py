"""Where the desk leads to this room: from a participant's page, and from the page of an edition."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from people.seen import What
from programmes.access import policies
from programmes.desk.edition_overview import Tile
from programmes.desk.looking import note_list
from programmes.desk.participant_panels import Panel
from programmes.models import AccessNeed, Edition, Participation


def needs(request: HttpRequest, participation: Participation) -> Panel | None:
    """Nothing stands there for who said nothing: that tells nothing either. The look is told as one at needs."""
    said = AccessNeed.objects.at_the_desk_of(request.user).filter(participation=participation).select_related("meeting")
    found = list(said)
    if not found:
        return None
    note_list([participation], request.user, What.NEEDS)
    return Panel(_("Wat deze persoon nodig heeft"), "programmes/access/desk_panel.html", {"needs": found})


def tile(request: HttpRequest, edition: Edition) -> Tile | None:
    """How many things are still to be done: things, never people."""
    if not policies.can_arrange(request.user, edition):
        return None
    open_still = edition.arrangements.to_do().count()
    words = ngettext("nog %(count)s ding te regelen", "nog %(count)s dingen te regelen", open_still)
    return Tile(
        _("Wat nodig is"),
        _("Wat mensen nodig hebben om mee te doen, wat je regelt, en wie het uitvoert."),
        reverse("desk_access", args=[edition.key]),
        words % {"count": open_still} if open_still else "",
    )
