"""The parts of a pair's place about meeting: what to confirm, what is planned, what was."""

from datetime import datetime
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils import timezone

from mentoring import policies
from mentoring.kept_out import blocked_since
from mentoring.models import Match, Meeting
from mentoring.pace.models import pace_of
from mentoring.room_parts import RoomPart
from mentoring.states import Side

HELD_ON_A_PAGE = 10


def to_confirm(request: HttpRequest, match: Match, side: Side) -> RoomPart | None:
    """What was agreed and has begun asks whether it took place."""
    rows = [row for row in _planned(match, side) if row["is_over"]]
    return RoomPart("mentoring/meeting_part_confirm.html", {"rows": rows}, asks=True) if rows else None


def planned(request: HttpRequest, match: Match, side: Side) -> RoomPart | None:
    """Who speaks elsewhere is not asked for a time: mentoring.pace.parts.outside says how they go on."""
    rows = _planned(match, side)
    if not rows and pace_of(match).is_outside and match.is_active:
        return None
    coming = [row for row in rows if not row["is_over"]]
    alone = [row for row in coming if not row["is_gone"] and row["meeting"].offered_in is None or row["is_agreed"]]
    offered = [row for row in coming if not row["is_gone"] and row["meeting"].offered_in and not row["is_agreed"]]
    over = any(row["is_over"] for row in rows)
    context = {
        "rows": alone,
        "offers": _by_offer(offered),
        "gone": [row["meeting"] for row in coming if row["is_gone"]],
        "met_before": over or match.meetings.held().exists(),
        "proposes_here": not pace_of(match).is_outside,
    }
    return RoomPart("mentoring/meeting_part_planned.html", context)


def _by_offer(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Times of which one is picked stand together."""
    offers: dict[Any, dict[str, Any]] = {}
    for row in rows:
        offer = offers.setdefault(row["meeting"].offered_in, {"asks_you": row["asks_you"], "meetings": []})
        offer["meetings"].append(row["meeting"])
    return list(offers.values())


def held(request: HttpRequest, match: Match, side: Side) -> RoomPart | None:
    page = Paginator(match.meetings.held().order_by("-starts_at", "-pk"), HELD_ON_A_PAGE)
    shown = page.get_page(request.GET.get("pagina"))
    return RoomPart("mentoring/meeting_part_held.html", {"held": shown}) if shown.object_list else None


def _planned(match: Match, side: Side) -> list[dict[str, Any]]:
    """Asked once for the parts of one page: they share the match."""
    if not hasattr(match, "planned_rows"):
        now = timezone.now()
        rows = [_planned_row(meeting, match, side, now) for meeting in match.meetings.to_show(now)]
        match.planned_rows = [row for row in rows if row]  # type: ignore[attr-defined]
    return match.planned_rows  # type: ignore[no-any-return,attr-defined]


def _planned_row(meeting: Meeting, match: Match, side: Side, now: datetime) -> dict[str, Any] | None:
    """Left out: a proposal that was never answered, and what is asked by whom this one blocked.

    What nobody can move any more is not offered to be.
    """
    meeting.match = match
    is_over = meeting.starts_at <= now
    asks_you = policies.shows_meeting_move(match.user_at(side), meeting, "agree")
    if (is_over and not meeting.is_agreed) or (asks_you and blocked_since(match, side)):
        return None
    return {
        "meeting": meeting,
        "is_over": is_over,
        "is_agreed": meeting.is_agreed,
        "is_gone": meeting.is_cancelled,
        "can_move": policies.shows_meeting_move(match.user_at(side), meeting, "move") and match.is_active,
        "asks_you": asks_you,
    }
