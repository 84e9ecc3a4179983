"""What every act on a round holds and asks first.

The row of the edition is locked before that of the round, so two organisers who press at once come one after the
other, and the second finds what the first has done.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from lifecycle.errors import IllegalMove, Refused
from lifecycle.journal import record
from mentoring import policies
from mentoring.matching import NotAllowed, Weights, load_weights
from mentoring.models import Computation, Match, Mentor, Round
from mentoring.pool import Ids, Pool, room_of
from mentoring.states import MATCH, ROUND, MatchState, RoundState
from people.models import User
from programmes.actions.editions import lock_edition
from programmes.models import Participation


def lock_round(round: Round, by: User) -> Round:
    """Refused to who does not see everybody in it: that would be deciding about strangers."""
    edition = lock_edition(round.edition)
    round = Round.objects.select_for_update(of=("self",)).get(pk=round.pk)
    round.edition = edition
    policies.require(policies.can_run_rounds(by, edition))
    seen = Participation.objects.at_the_desk_of(by).filter(edition=edition)
    known = Mentor.objects.at_the_desk_of(by).filter(programme=edition.programme)
    if Match.objects.prepared().filter(round=round).exclude(participation__in=seen, mentor__in=known).exists():
        raise Refused(_("In deze ronde staan mensen die jij niet ziet. Vraag de organisatie die hen toeliet."))
    return round


def lock_to_change(round: Round, by: User) -> Round:
    """Refused while its pairs are being computed: the result would not be about what stands there."""
    round = lock_round(round, by)
    if computation_of(round):
        raise Refused(_("De koppels worden nu berekend. Wacht tot dat klaar is."))
    return round


def lock_in_preview(match: Match, by: User) -> tuple[Round, Match]:
    """IllegalMove once the round is sent, or when a colleague's press removed the pair."""
    round = lock_to_change(round_of(match), by)
    ROUND.target("send", round.state)
    held = Match.objects.select_for_update(of=("self",)).filter(pk=match.pk).first()
    if held is None:
        raise IllegalMove(MATCH.name, "lock", "gone")
    return round, held


def computation_of(round: Round) -> Computation | None:
    """The one that is asked for and not there yet."""
    return Computation.objects.waiting().filter(round=round).first()


def round_of(match: Match) -> Round:
    if match.round is None:
        raise IllegalMove(ROUND.name, "change", "none")  # made by hand
    return match.round


def weights_of(round: Round) -> Weights:
    """The file's, with what was changed for this round."""
    try:
        return load_weights().tuned(**round.tuned)
    except NotAllowed:  # the file has other bounds by now
        raise Refused(_("De regels zijn intussen veranderd. Kies de gewichten opnieuw.")) from None


def laid_ready(round: Round) -> list[Match]:
    """In one order, so that two rounds at once lock people alike."""
    found = Match.objects.prepared().filter(round=round).select_related("participation", "mentor")
    return list(found.order_by("participation_id", "pk"))


def ids_of(match: Match) -> Ids:
    return str(match.participation.key), str(match.mentor.key)


def possible(pool: Pool, pairs: Iterable[Ids]) -> list[Ids]:
    """Both are still in the pool, and the mentor has a place for each."""
    taken: Counter[str] = Counter()
    kept = []
    for mentee, mentor in pairs:
        if mentee in pool.participations and mentor in pool.mentors and taken[mentor] < room_of(pool.mentors[mentor]):
            taken[mentor] += 1
            kept.append((mentee, mentor))
    return kept


def forget_unsent(round: Round) -> None:
    """What nobody heard of, whether it was laid ready or taken out."""
    unsent = [MatchState.PREPARED, MatchState.TAKEN_BACK]
    Match.objects.filter(round=round, state__in=unsent, proposed_at=None).delete()


def move_round(
    round: Round, verb: str, target: str, *, by: User, at: datetime | None, also: Iterable[str] = ()
) -> Round:
    was, round.state = round.state, RoundState(target)
    round.save(update_fields=["state", *also])
    note(round, verb, by=by, was=was, at=at)
    return round


def note(round: Round, verb: str, *, by: User | None, was: str = "", at: datetime | None = None) -> None:
    edition = round.edition
    record(round, verb, by=by, was=was, now=round.state, scope=scope_of(round), at=at, edition=edition.key)


def scope_of(round: Round) -> UUID | None:
    return round.edition.programme.lead_key
