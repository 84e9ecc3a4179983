"""Yes and no, of the two who were proposed to each other."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lifecycle.errors import IllegalMove, Refused
from mentoring import emails, policies
from mentoring.actions.matches.ending import end_by_a_no, make_way_for, take_back_others
from mentoring.actions.matches.locking import Locked, lock_match, note, tell
from mentoring.actions.matches.proposing import kept_apart
from mentoring.models import Match
from mentoring.states import MATCH, MatchState, Side
from people.models import User
from programmes.safety.blocking import own_blocks
from programmes.safety.hiding import is_hidden


class NoRoom(Refused):
    """Her places are taken, or she pauses: this mentor cannot say yes now."""


class TooLate(Refused):
    """The term to answer has gone by, though nobody has looked yet."""


class AlreadyAnswered(Refused):
    """This person said yes before, perhaps in another window."""


@transaction.atomic
def accept_match(match: Match, *, by: User, at: datetime | None = None, signed_in: bool = False) -> Match:
    """One's yes. A mentor's holds a place from this press on; the second yes makes the pair.

    Whoever did not sign in, and may only read her mailbox, hears nothing of whom she blocked.
    """
    at = at or timezone.now()
    locked = lock_match(match)
    match = locked.match
    policies.require(policies.can_answer(by, match))
    side = Side(match.side_of(by) or "")
    _need_an_answer(match, side, at, signed_in=signed_in)
    room = _need_room(locked, at) if side == Side.MENTOR else 0
    was, match.state = match.state, MATCH.target("accept", match.state, side=side, room=room)
    setattr(match, f"{side}_yes_at", at)
    if match.state == MatchState.ACTIVE:
        match.active_at = at
        make_way_for(match, at=at)
    match.save(update_fields=["state", "mentee_yes_at", "mentor_yes_at", "active_at"])
    note(match, "accept", by=by, was=was, at=at)
    if match.state == MatchState.ACTIVE:
        for one in Side:
            tell(emails.pair_made, match, one)
        take_back_others(match, at=at)
    return match


@transaction.atomic
def decline_match(match: Match, *, by: User, reason: str, explained: str = "", at: datetime | None = None) -> Match:
    """One's no, with a reason that the organiser reads, and words about it if she likes.

    The other hears that it does not go on, and no more.
    """
    match = lock_match(match).match
    policies.require(policies.can_answer(by, match))
    side = Side(match.side_of(by) or "")
    return end_by_a_no(match, side, reason=reason, explained=explained, at=at)


def _need_an_answer(match: Match, side: Side, at: datetime, *, signed_in: bool) -> None:
    """Said in words where that helps more than "this cannot be done any more"."""
    if not MATCH.allows("accept", match.state, side=side, room=1):
        if policies.said_yes(match, side) and MATCH.allows("decline", match.state):
            raise AlreadyAnswered(_("Je hebt al ja gezegd. Je hoeft niets meer te doen."))
        raise IllegalMove(MATCH.name, "accept", match.state)
    if match.answer_until and match.answer_until <= at:
        raise TooLate(_("De tijd om te kiezen is voorbij. Je hoeft niets te doen."))
    own, other = match.user_at(side), match.user_at(side.other)
    if is_hidden(own):
        raise Refused(_("Je bent nu verborgen. Zet dat eerst uit. Dan kun je ja zeggen."))
    has_blocked = own_blocks(own).filter(blocked=other).exists()
    if has_blocked and signed_in:
        raise Refused(_("Je hebt deze persoon geblokkeerd. Haal dat eerst weg. Dan kun je ja zeggen."))
    if has_blocked or not _can_become_a_pair(match, side):
        raise Refused(_("Dit voorstel kan nu niet doorgaan. Je hoeft niets te doen."))


def _can_become_a_pair(match: Match, side: Side) -> bool:
    """By one sentence for whatever stands in the way: it must not tell who stopped, hides or blocked somebody.

    As long as this yes makes no pair yet, it is taken as any other where the other one hides or blocks: the sweep ends
    it then, or the term.
    """
    if not match.participation.is_under_way or not policies.is_admitted(match.mentor):
        return False
    makes_a_pair = policies.said_yes(match, side.other)
    return not (makes_a_pair and kept_apart(match.participation.user, match.mentor.user))


def _need_room(locked: Locked, at: datetime) -> int:
    if locked.profile and locked.profile.is_paused(timezone.localdate(at)):
        raise NoRoom(_("Je hebt pauze. Zet eerst je pauze uit bij “Mijn profiel als mentor”. Dan kun je ja zeggen."))
    if not (room := locked.room()):
        raise NoRoom(
            _("Je plekken zijn bezet. Zeg nee, of maak eerst meer plek bij “Mijn profiel als mentor”."),
        )
    return room
