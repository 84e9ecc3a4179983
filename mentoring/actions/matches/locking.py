"""What an act on a match holds, in one order: the participation (it owns "one pair at a time"), the mentor's profile
(it owns her places, over all her programmes), the match. Without the second, two matches of one mentor would both
find her last place free.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from lifecycle.errors import IllegalMove
from lifecycle.journal import record
from mentoring.models import Match, Mentor, MentorProfile
from mentoring.states import MATCH, Side
from people import letters
from people.models import User
from programmes.models import Participation


@dataclass(frozen=True)
class Locked:
    """A match, and what owns its limits, held until the transaction ends."""

    match: Match
    profile: MentorProfile | None

    def room(self) -> int:
        """Places left of this mentor, over all her programmes."""
        if self.profile is None:
            return 0
        taken = Match.objects.taking_a_place().filter(mentor__user=self.profile.user_id).count()
        return max(self.profile.capacity - taken, 0)


def lock_match(match: Match) -> Locked:
    """The limits' owners first. IllegalMove when the match is gone."""
    Participation.objects.select_for_update(of=("self",)).filter(pk=match.participation_id).first()
    own = MentorProfile.objects.select_for_update(of=("self",)).filter(user__mentorships=match.mentor_id)
    profile = own.first()
    found = Match.objects.select_for_update(of=("self",)).filter(pk=match.pk)
    locked = found.select_related("participation__edition__programme", "participation__user", "mentor__user").first()
    if locked is None:
        raise IllegalMove(MATCH.name, "lock", "gone")
    return Locked(locked, profile)


def lock_owners(matches: Iterable[Match]) -> None:
    """For an act on several, before the first of them: two who take theirs one by one would wait for each other."""
    matches = list(matches)
    participations = {match.participation_id for match in matches}
    mentors = Mentor.objects.filter(pk__in={match.mentor_id for match in matches})
    list(Participation.objects.select_for_update(of=("self",)).filter(pk__in=participations).order_by("pk"))
    list(MentorProfile.objects.select_for_update(of=("self",)).filter(user__in=mentors.values("user")).order_by("pk"))


def lock_both(participation: Participation, mentor: Mentor) -> tuple[Participation, Mentor]:
    """IllegalMove when one of them is gone."""
    held = Participation.objects.select_for_update(of=("self",)).select_related("edition__programme", "user")
    asks = held.filter(pk=participation.pk).first()
    helps = Mentor.objects.select_for_update(of=("self",)).select_related("user").filter(pk=mentor.pk).first()
    if asks is None or helps is None:
        raise IllegalMove(MATCH.name, "lock", "gone")
    return asks, helps


def lock_profile(mentor: Mentor) -> MentorProfile | None:
    """What owns her places, for an act that comes before there is a match."""
    return MentorProfile.objects.select_for_update(of=("self",)).filter(user=mentor.user_id).first()


def tell(message: letters.Message, match: Match, side: Side) -> None:
    name = message.name.rpartition(".")[2]
    letters.write(message, match.user_at(side), key=f"{name}:{match.key}:{side}", match=match.key)


def note(match: Match, verb: str, *, by: User | None, was: str, at: datetime | None) -> None:
    edition = match.participation.edition
    scope = edition.programme.lead_key
    record(match, verb, by=by, was=was, now=match.state, scope=scope, at=at, edition=edition.key)
