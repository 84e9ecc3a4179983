"""Every council, Provincial Council and water board by its name, for search. Never who stands on a list."""

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from elections.models import Body
from people.findable import Findable, Kind, Offer, Standing, standing


def _body(place: Body) -> Findable:
    lead = _("Wanneer de verkiezingen zijn, welke partijen er zijn en wat jij wanneer doet.")
    return Findable(
        Kind.ELECTION, place.title, place.get_absolute_url(), lead, place.where, known_by=f"{place.name} {place.alias}"
    )


BODIES = Offer(Body, lambda language: Body.objects.valid(timezone.localdate()), _body)
STANDING = standing(
    "elections.standing",
    Standing(
        1,
        Kind.ELECTION,
        "elections:index",
        gettext_lazy("Verkiezingen"),
        gettext_lazy("Zoek jouw gemeente, provincie of waterschap. Je ziet wanneer jij moet beginnen."),
    ),
)
