"""The parts of a pair's place about how it goes on (mentoring.views.room.PARTS)."""

from django.http import HttpRequest
from django.utils import timezone

from mentoring.kept_out import blocked_since, came_since
from mentoring.models import Goal, Match, Nudge
from mentoring.pace import policies
from mentoring.pace.actions import check_ins
from mentoring.pace.actions.agreeing import in_force
from mentoring.pace.choices import Moment, NudgeKind
from mentoring.pace.links import ANSWERS_FOR
from mentoring.pace.models import pace_of
from mentoring.pace.states import CHECK_IN, NUDGE
from mentoring.room_parts import RoomPart
from mentoring.states import Side


def asked(request: HttpRequest, match: Match, side: Side) -> RoomPart | None:
    """How it goes, at a set moment: hers alone."""
    found = match.check_ins.asked().filter(side=side).first()
    if found is None or not CHECK_IN.allows("answer", found.state):
        return None
    looks_back = found.moment == Moment.END
    return RoomPart("mentoring/room_part_check_in.html", {"check_in": found, "looks_back": looks_back}, asks=True)


def spoken(request: HttpRequest, match: Match, side: Side) -> RoomPart | None:
    """Did you speak? What was asked by mail; and who speaks elsewhere says it once a month, asked or not.

    What is asked after a meeting stands with that meeting (mentoring.views.room_meetings.to_confirm).
    """
    if not policies.shows_pace(request.user, match) or pace_of(match).is_paused():
        return None
    month = timezone.localdate().replace(day=1)
    recent = _recent(match)
    open_ = [one for one in recent if NUDGE.allows("deny", one.state) and one.kind != NudgeKind.MEETING]
    if open_:
        return RoomPart("mentoring/room_part_nudge.html", {"nudge": open_[0]}, asks=True)
    said = any(one.was_yes and timezone.localdate(one.answered_at) >= month for one in recent)
    if pace_of(match).is_outside and not said and not match.meetings.held().filter(starts_at__date__gte=month).exists():
        return RoomPart("mentoring/room_part_month.html", asks=True)
    return None


def _recent(match: Match) -> list[Nudge]:
    """Asked once for the parts of one page."""
    if not hasattr(match, "recent_nudges"):
        since = timezone.now() - ANSWERS_FOR
        match.recent_nudges = list(match.nudges.filter(asked_at__gt=since))  # type: ignore[attr-defined]
    return match.recent_nudges  # type: ignore[attr-defined]


def outside(request: HttpRequest, match: Match, side: Side) -> RoomPart | None:
    """Between two words of a month: that nothing is asked of them now, and the way back."""
    if not policies.shows_pace(request.user, match) or not pace_of(match).is_outside or pace_of(match).is_paused():
        return None
    if spoken(request, match, side) is not None:
        return None
    return RoomPart("mentoring/room_part_outside.html")


def plan_to_agree(request: HttpRequest, match: Match, side: Side) -> RoomPart | None:
    """The other one made a plan: read it, and say yes."""
    _now, waiting = _plans(match)
    if waiting is None or not policies.shows_agreement_move(request.user, waiting, "agree"):
        return None
    if blocked_since(match, side):
        return None
    return RoomPart("mentoring/room_part_agree.html", {"plan": waiting}, asks=True)


def plan(request: HttpRequest, match: Match, side: Side) -> RoomPart | None:
    now, waiting = _plans(match)
    goals = goals_shown(match, side)
    changes = policies.shows_pace(request.user, match)
    if not (now or goals or changes):
        return None
    context = {
        "plan": now,
        "waits": waiting if waiting and waiting.proposed_by == side else None,
        "reached": [one for one in goals if one.reached_at],
        "to_do": [one for one in goals if not one.reached_at],
        "changes": changes,
    }
    return RoomPart("mentoring/room_part_plan.html", context, aside=True)


def goals_shown(match: Match, side: Side) -> list[Goal]:
    """To this side: not what the other one wrote since she was blocked."""
    return [one for one in match.goals.all() if not came_since(match, side, one.made_by, one.made_at)]


def _plans(match: Match):
    """Asked once for the parts of one page."""
    if not hasattr(match, "plans_in_force"):
        match.plans_in_force = in_force(match)  # type: ignore[attr-defined]
    return match.plans_in_force  # type: ignore[attr-defined]


def paused(request: HttpRequest, match: Match, side: Side) -> RoomPart | None:
    pace = pace_of(match)
    if not policies.shows_pace(request.user, match) or not pace.is_paused():
        return None
    return RoomPart("mentoring/room_part_paused.html", {"until": pace.paused_until})


def look_back(request: HttpRequest, match: Match, side: Side) -> RoomPart | None:
    """The pair is over: how was it? Until it is asked or answered."""
    if policies.shows_pace(request.user, match) or not check_ins.looks_back(match):
        return None
    if match.check_ins.filter(side=side, moment=Moment.END).exists():
        return None
    return RoomPart("mentoring/room_part_look_back.html", asks=True)


def otherwise(request: HttpRequest, match: Match, side: Side) -> RoomPart | None:
    """What to do when it does not go well, and how to go on differently."""
    if not policies.shows_pace(request.user, match):
        return None
    pace = pace_of(match)
    wishes = policies.can_wish(request.user, match)
    context = {
        "wishes": wishes,
        "wish": match.mentor_wishes.open().first() if wishes else None,  # the mentor never reads of it
        "goes_outside": policies.shows_pace_move(request.user, match, "go_outside"),
        "paused": pace.is_paused(),
    }
    return RoomPart("mentoring/room_otherwise.html", context, aside=True)
