"""What an organiser sees of a participant's mentoring in the list of participants: that there is a pair, since when."""

from collections.abc import Sequence

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mentoring.models import Match
from programmes.desk.columns import ParticipantColumn
from programmes.models import Participation


def texts(rows: Sequence[Participation]) -> dict[int, str]:
    """By participation; the names of the two stand at the pairs. A pair comes before a proposal beside it."""
    going_on = Match.objects.going_on().filter(participation__in=[row.pk for row in rows])
    pairs_last = sorted(going_on.order_by("pk"), key=lambda match: match.is_active)
    return {match.participation_id: _said(match) for match in pairs_last}


def _said(match: Match) -> str:
    if match.active_at is None:
        return _("voorstel gedaan")
    return _("sinds %(day)s") % {"day": date_format(timezone.localtime(match.active_at), "j F Y")}


MENTOR = ParticipantColumn("mentor", gettext_lazy("Mentor"), texts)
