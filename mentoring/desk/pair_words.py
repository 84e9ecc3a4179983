"""What the desk reads of one pair: days, and what each of the two wrote to the organiser. Never what they say."""

from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from mentoring.models import Match
from mentoring.pace.choices import Helped
from mentoring.pace.days import days_of
from mentoring.pace.models import CheckIn, pace_of
from mentoring.pace.policies import shows_respond
from people.roles import Visitor


def _on(moment: Any) -> str:
    return date_format(timezone.localdate(moment), "j F Y")


def days_in_words(match: Match) -> list[dict[str, str]]:
    """When they began, spoke, and will speak; a pause; and whether they do so elsewhere."""
    if match.active_at is None:
        return []
    days, pace = days_of(match), pace_of(match)
    rows = [
        (_("Koppel sinds"), _on(match.active_at)),
        (_("Afgesloten"), _on(match.ended_at) if match.ended_at else ""),
        (
            _("Laatst gesproken"),
            date_format(days.spoke, "j F Y") if days.spoke else _("Nog niet, voor zover wij weten"),
        ),
        (_("Volgende afspraak"), date_format(days.next_on, "j F Y") if days.next_on else ""),
        (_("Pauze tot en met"), date_format(pace.paused_until, "j F Y") if pace.is_paused() else ""),
        (_("Waar zij spreken"), _("Buiten het portaal") if pace.is_outside else ""),
    ]
    return [{"label": label, "value": value} for label, value in rows if value]


def wish_in_words(match: Match) -> str:
    """The reason of who asks for another mentor, and since when."""
    wish = match.mentor_wishes.open().first()
    if wish is None:
        return ""
    words = {"reason": wish.get_reason_display(), "day": _on(wish.asked_at)}
    return _("De deelnemer vroeg op %(day)s om een andere mentor: “%(reason)s”") % words


def check_ins_in_words(match: Match, reader: Visitor) -> list[dict[str, Any]]:
    """What each answered, the newest first; who did not answer is not pressed."""
    return [
        {
            "title": f"{one.get_side_display()}, {one.get_moment_display()}".capitalize(),
            "day": _on(one.answered_at),
            "answers": _answers(one),
            "words": one.words,
            "respond_to": one.key if shows_respond(reader, one) else None,
            "responded": _("De organisatie reageerde op %(day)s.") % {"day": _on(one.responded_at)}
            if one.responded_at
            else "",
        }
        for one in match.check_ins.answered().order_by("-answered_at", "-pk")
    ]


def _answers(one: CheckIn) -> list[dict[str, str]]:
    """What was asked in front, and what was answered behind it."""
    helped = dict(Helped.choices)
    rows = [
        (_("Hoe het gaat"), one.get_going_display()),
        (_("Wat nu helpt"), one.get_need_display()),
        (_("Wat het gaf"), " ".join(str(helped[key]) for key in one.helped)),
    ]
    return [{"label": label, "value": value} for label, value in rows if value]


def nudges_in_words(match: Match) -> list[str]:
    """On which days they were asked whether they spoke, and what came of it."""
    said = _("%(day)s, %(why)s: %(answer)s")
    return [
        said % {"day": _on(one.asked_at), "why": one.get_kind_display(), "answer": one.get_state_display()}
        for one in match.nudges.all()[:12]
    ]
