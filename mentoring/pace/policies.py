"""Who may do what about the pace of a pair: asked by actions, views and buttons alike."""

from mentoring.models import Agreement, CheckIn, Match, MentorWish, Nudge
from mentoring.pace.models import pace_of
from mentoring.pace.states import AGREEMENT, CHECK_IN, NUDGE, PACE, WISH
from mentoring.policies import can_propose, is_of_the_two
from mentoring.states import MatchState, Side
from people.roles import Visitor
from programmes.policies import can_read_participation


def can_keep_pace(user: Visitor, match: Match) -> bool:
    """Their plan, their goals, a pause, and where they speak: either of the two."""
    return is_of_the_two(user, match)


def shows_pace(user: Visitor, match: Match) -> bool:
    """While the pair goes on."""
    return can_keep_pace(user, match) and match.state == MatchState.ACTIVE


def can_agree(user: Visitor, agreement: Agreement) -> bool:
    """The other one: who made it has agreed already."""
    side = agreement.match.side_of(user)
    return side is not None and side != agreement.proposed_by


def can_withdraw(user: Visitor, agreement: Agreement) -> bool:
    """Who made it takes it back; the other says that she would rather not."""
    return is_of_the_two(user, agreement.match)


def shows_agreement_move(user: Visitor, agreement: Agreement, verb: str) -> bool:
    may = can_agree if verb == "agree" else can_withdraw
    return AGREEMENT.allows(verb, agreement.state) and may(user, agreement) and shows_pace(user, agreement.match)


def shows_pace_move(user: Visitor, match: Match, verb: str) -> bool:
    return shows_pace(user, match) and PACE.allows(verb, pace_of(match).state)


def can_answer_nudge(user: Visitor, nudge: Nudge) -> bool:
    return is_of_the_two(user, nudge.match)


def shows_nudge(user: Visitor, nudge: Nudge) -> bool:
    """Nobody has said yet that they spoke."""
    return NUDGE.allows("confirm", nudge.state) and can_answer_nudge(user, nudge) and shows_pace(user, nudge.match)


def can_nudge_by_hand(user: Visitor, match: Match) -> bool:
    """Whoever has this pair at the desk."""
    return can_propose(user, match.participation) and not is_of_the_two(user, match)


def shows_nudge_by_hand(user: Visitor, match: Match) -> bool:
    """Not while the two pause."""
    goes_on = match.state == MatchState.ACTIVE and not pace_of(match).is_paused()
    return goes_on and can_nudge_by_hand(user, match)


def can_answer_check_in(user: Visitor, check_in: CheckIn) -> bool:
    """The one it was asked of: never the other."""
    return check_in.match.side_of(user) == check_in.side


def shows_check_in(user: Visitor, check_in: CheckIn) -> bool:
    return CHECK_IN.allows("answer", check_in.state) and can_answer_check_in(user, check_in)


def can_respond(user: Visitor, check_in: CheckIn) -> bool:
    """Whoever has this pair at the desk, and is neither of the two."""
    match = check_in.match
    return can_read_participation(user, match.participation) and not is_of_the_two(user, match)


def shows_respond(user: Visitor, check_in: CheckIn) -> bool:
    return check_in.waits_for_help and can_respond(user, check_in)


def can_wish(user: Visitor, match: Match) -> bool:
    """Another mentor: the one who is helped."""
    return match.side_of(user) == Side.MENTEE


def shows_wish(user: Visitor, match: Match) -> bool:
    return can_wish(user, match) and match.state == MatchState.ACTIVE


def shows_wish_back(user: Visitor, wish: MentorWish) -> bool:
    return WISH.allows("take_back", wish.state) and can_wish(user, wish.match)
