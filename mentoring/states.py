"""What a mentor, a round, a match, a meeting and a candidacy can be, and what leads from one to the other.

Each is drawn in docs/states/; a test holds drawing and code together.
"""

from collections.abc import Callable

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from lifecycle.machine import Facts, Machine, Move


class Side(TextChoices):
    """The two people of a match."""

    MENTEE = "mentee", _("deelnemer")
    MENTOR = "mentor", _("mentor")

    @property
    def other(self) -> "Side":
        return Side.MENTOR if self == Side.MENTEE else Side.MENTEE


def _by(side: Side) -> Callable[[Facts], bool]:
    def says(facts: Facts) -> bool:
        return facts.get("side") == side

    return says


def _by_a_mentor_with_room(facts: Facts) -> bool:
    room = facts.get("room")
    return facts.get("side") == Side.MENTOR and isinstance(room, int) and room > 0


class MentorState(TextChoices):
    APPLIED = "applied", _("aangemeld")
    ADMITTED = "admitted", _("doet mee")
    REFUSED = "refused", _("niet toegelaten")
    STOPPED = "stopped", _("gestopt")


_M = MentorState

MENTOR = Machine(
    "mentor",
    [
        Move("admit", {_M.APPLIED}, _M.ADMITTED),
        Move("refuse", {_M.APPLIED}, _M.REFUSED),
        Move("stop", {_M.APPLIED, _M.ADMITTED}, _M.STOPPED),
        Move("apply_again", {_M.STOPPED}, _M.APPLIED),
    ],
)


class RoundState(TextChoices):
    PREPARING = "preparing", _("in voorbereiding")
    READY = "ready", _("klaar om te bekijken")
    SENT = "sent", _("verstuurd")
    CLOSED = "closed", _("afgesloten")
    DROPPED = "dropped", _("gaat niet door")


_R = RoundState

ROUND = Machine(
    "round",
    [
        Move("compute", {_R.PREPARING, _R.READY}, _R.READY),
        Move("send", {_R.READY}, _R.SENT),
        Move("close", {_R.SENT}, _R.CLOSED),
        Move("drop", {_R.PREPARING, _R.READY}, _R.DROPPED),
    ],
)


class MatchState(TextChoices):
    PREPARED = "prepared", _("klaargezet")
    PROPOSED = "proposed", _("voorgesteld")
    MENTEE_YES = "mentee_yes", _("deelnemer zegt ja")
    MENTOR_YES = "mentor_yes", _("mentor zegt ja")
    ACTIVE = "active", _("gekoppeld")
    DECLINED = "declined", _("nee gezegd")
    EXPIRED = "expired", _("verlopen")
    TAKEN_BACK = "taken_back", _("teruggenomen")
    ENDED = "ended", _("afgesloten")


_X = MatchState

# Someone has this before her, and has not said the last word.
UNANSWERED = frozenset({_X.PROPOSED, _X.MENTEE_YES, _X.MENTOR_YES})
# A mentor's yes holds one of her places from that press on.
TAKES_A_MENTORS_PLACE = frozenset({_X.MENTOR_YES, _X.ACTIVE})
# For a mentee there is something going on.
GOING_ON = UNANSWERED | {_X.ACTIVE}

MATCH = Machine(
    "match",
    [
        Move("propose", {_X.PREPARED}, _X.PROPOSED),
        Move("ask", {_X.PREPARED}, _X.MENTEE_YES, _by(Side.MENTEE)),
        Move("accept", {_X.PROPOSED}, _X.MENTEE_YES, _by(Side.MENTEE)),
        Move("accept", {_X.MENTOR_YES}, _X.ACTIVE, _by(Side.MENTEE)),
        Move("accept", {_X.PROPOSED}, _X.MENTOR_YES, _by_a_mentor_with_room),
        Move("accept", {_X.MENTEE_YES}, _X.ACTIVE, _by_a_mentor_with_room),
        Move("decline", UNANSWERED, _X.DECLINED),
        Move("expire", UNANSWERED, _X.EXPIRED),
        Move("take_back", {_X.PREPARED, *UNANSWERED}, _X.TAKEN_BACK),
        Move("end", {_X.ACTIVE}, _X.ENDED),
    ],
)


class MeetingState(TextChoices):
    PROPOSED = "proposed", _("voorgesteld")
    AGREED = "agreed", _("afgesproken")
    HELD = "held", _("geweest")
    CANCELLED = "cancelled", _("gaat niet door")


_G = MeetingState

MEETING = Machine(
    "meeting",
    [
        Move("agree", {_G.PROPOSED}, _G.AGREED),
        Move("move", {_G.PROPOSED, _G.AGREED}, _G.PROPOSED),
        Move("cancel", {_G.PROPOSED, _G.AGREED}, _G.CANCELLED),
        Move("hold", {_G.AGREED}, _G.HELD),
    ],
)


class CandidacyState(TextChoices):
    TOLD = "told", _("verteld")
    LISTED = "listed", _("op de lijst")
    ELECTED = "elected", _("gekozen")
    NOT_ELECTED = "not_elected", _("niet gekozen")


_C = CandidacyState

CANDIDACY = Machine(
    "candidacy",
    [
        Move("claim", {_C.TOLD}, _C.LISTED),
        Move("let_go", {_C.LISTED, _C.ELECTED, _C.NOT_ELECTED}, _C.TOLD),
        Move("elect", {_C.LISTED, _C.NOT_ELECTED}, _C.ELECTED),
        Move("pass_by", {_C.LISTED, _C.ELECTED}, _C.NOT_ELECTED),
    ],
)
