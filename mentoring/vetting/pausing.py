"""A pause that ends is told the day before; and what the year of a councillor looks like, for choosing its end."""

from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from elections.models import Election
from mentoring.models import Mentor, MentorProfile
from mentoring.talking.busy_months import CAMPAIGN
from mentoring.vetting.emails import pause_ends
from people import letters
from people.models import Letter

LOOKS_AHEAD = timedelta(days=366)


def tell_of_ends(at: datetime | None = None) -> int:
    """Sweep: a letter to each mentor whose pause ends tomorrow; twice is once."""
    tomorrow = timezone.localdate(at) + timedelta(days=1)
    mentors = Mentor.objects.admitted().values("user")
    due = MentorProfile.objects.filter(paused_until=tomorrow, user__in=mentors, user__is_active=True)
    to = {f"pause_ends:{one.pk}:{tomorrow:%Y%m%d}": one.user for one in due.select_related("user")}
    known = set(Letter.objects.filter(key__in=to).values_list("key", flat=True))
    new = {key: user for key, user in to.items() if key not in known}
    if new:
        letters.write_each(pause_ends, new)
    return len(new)


def busy_times(on: date | None = None) -> list[str]:
    """When councillors have little time, in the year to come: a hint beside the field, never a rule."""
    on = on or timezone.localdate()
    hints = []
    for election in Election.objects.coming(on).filter(election_day__lte=on + LOOKS_AHEAD):
        begins = max(on, election.election_day - CAMPAIGN)
        hints.append(
            _("%(election)s: campagne van %(begin)s tot %(end)s.")
            % {
                "election": election.name,
                "begin": date_format(begins, "j F"),
                "end": date_format(election.election_day, "j F Y"),
            }
        )
    hints.append(_("Reces: in juli en augustus en rond kerst vergaderen veel raden niet."))
    return hints
