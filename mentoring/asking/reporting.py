"""Who was proposed or can be chosen, as what can be reported and blocked by (settings.REPORTABLE).

Before both have said yes: nobody learns a name here that her own page does not show.
"""

from django.urls import reverse
from django.utils import timezone

from mentoring.asking.suggesting import STAYS
from mentoring.asking.terms import own_to_choose_for
from mentoring.models import Match, Suggestion
from mentoring.pseudonyms import told_to
from mentoring.states import Side
from people.keyed import key_in
from people.models import User
from programmes.safety.reporting import Reportable, Reported

_RELATED = ("participation__edition__programme", "participation__user__mentee_profile", "mentor__user__mentor_profile")


def _other_of(match: Match, side: Side, there: str) -> Reported:
    name = told_to(side, match).name
    return Reported(match.participation.edition.programme, match.user_at(side.other), name, name, there)


def _proposed(user: User, key: str) -> Reported | None:
    """The other one of a proposal, by its key: also after a no, and still by the name that stood there."""
    match = Match.objects.of(user).select_related(*_RELATED).filter(key=key_in(key)).first()
    if match is None:
        return None
    return _other_of(match, Side(match.side_of(user) or ""), reverse("mentoring:proposal", kwargs={"key": match.key}))


def _suggested(user: User, key: str) -> Reported | None:
    """A mentor whom she can choose this week."""
    own = Suggestion.objects.filter(participation__in=own_to_choose_for(user), made_at__gt=timezone.now() - STAYS)
    one = own.select_related(*_RELATED).filter(key=key_in(key)).first()
    if one is None:
        return None
    both = Match(participation=one.participation, mentor=one.mentor)
    return _other_of(both, Side.MENTEE, reverse("mentoring:choose_mentor"))


PROPOSED = Reportable("proposal", _proposed)
SUGGESTED = Reportable("suggestion", _suggested)
