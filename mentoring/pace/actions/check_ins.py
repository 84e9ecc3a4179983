"""How it goes, asked of each of the two at set moments, and once more when the pair is over.

What someone answers is read by the organiser of the programme; the other one is never told.
"""

from collections.abc import Iterable
from contextlib import suppress
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Prefetch
from django.utils import timezone
from django.utils.translation import gettext as _

from lifecycle.errors import IllegalMove, Refused
from mentoring.models import Agreement, CheckIn, Match
from mentoring.organisers import organisers_of
from mentoring.pace import emails, policies
from mentoring.pace.actions.locking import hold_pair, note, tell
from mentoring.pace.choices import Going, Helped, Moment, Need
from mentoring.pace.models import pace_of
from mentoring.pace.states import CHECK_IN, CheckInState
from mentoring.states import MatchState, Side
from people import letters
from people.models import User
from people.policies import require

LONGEST_NOTE = 280
ASKS_FOR = timedelta(days=14)
"""So long after its moment a question is still asked: what is older is past."""
LAPSES_AFTER = timedelta(days=28)
APART = timedelta(weeks=6)


class AlreadyAnswered(Refused):
    """Perhaps in another window."""


def moments_of(since: date, until: date | None) -> dict[Moment, date]:
    """On which day which question is asked: those that would come close upon another fall away.

    moments_of(date(2026, 1, 1), date(2026, 12, 31))   # 29 January, 2 July, 10 December
    """
    days = {Moment.FOUR_WEEKS: since + timedelta(weeks=4)}
    if until is None or until <= since:
        return days
    half, near = since + (until - since) / 2, until - timedelta(weeks=3)
    if half - days[Moment.FOUR_WEEKS] >= APART and near - half >= APART:
        days[Moment.HALFWAY] = half
    if near - max(days.values()) >= APART:
        days[Moment.NEAR_END] = near
    return days


def keep_check_ins(at: datetime | None = None) -> int:
    """Sweep, once a day: ask what is due, also of pairs that ended, and close what stays without an answer."""
    at = at or timezone.now()
    late = CheckIn.objects.asked().filter(asked_at__lte=at - LAPSES_AFTER).select_related("match")
    done = 0
    for one in late:
        with suppress(IllegalMove):  # gone with its pair
            done += _lapse(one, at)
    for match, moment in _due(at):
        with suppress(IllegalMove):  # over, or asked meanwhile
            done += ask_check_in(match, moment, at=at)
    return done


def _due(at: datetime) -> Iterable[tuple[Match, Moment]]:
    on = timezone.localdate(at)
    asked = Prefetch("check_ins", to_attr="asked_before")
    plans = Prefetch("agreements", Agreement.objects.agreed(), to_attr="plans")
    pairs = Match.objects.pairs().select_related("participation__edition", "pace").prefetch_related(asked, plans)
    for match in pairs.filter(state=MatchState.ACTIVE).order_by("pk").iterator(chunk_size=500):
        if pace_of(match).is_paused(on):
            continue
        before = {one.moment for one in match.asked_before}
        for moment, day in moments_of(timezone.localdate(match.active_at), _until(match)).items():
            if moment not in before and day <= on < day + ASKS_FOR:
                yield match, moment
    for match in pairs.filter(state=MatchState.ENDED, ended_at__gt=at - ASKS_FOR).order_by("pk"):
        if not any(one.moment == Moment.END for one in match.asked_before) and looks_back(match):
            yield match, Moment.END


def _until(match: Match) -> date | None:
    plan = next(iter(match.plans), None)  # type: ignore[attr-defined]
    return (plan and plan.until) or match.participation.edition.ends_on


def looks_back(match: Match) -> bool:
    """A pair of a few days has nothing to look back on."""
    return bool(match.active_at and match.ended_at and match.ended_at - match.active_at >= timedelta(days=14))


@transaction.atomic
def ask_check_in(match: Match, moment: Moment, *, at: datetime | None = None) -> bool:
    """Of both. False when it was asked before, or the pair is no longer so far."""
    at = at or timezone.now()
    match = hold_pair(match)
    if match.is_active == (moment == Moment.END) or match.check_ins.filter(moment=moment).exists():
        return False
    for side in Side:
        check_in = CheckIn.objects.create(match=match, side=side, moment=moment, asked_at=at)
        note(check_in, "ask_how_it_goes", match, by=None, at=at, now=check_in.state)
        message = emails.look_back_asked if moment == Moment.END else emails.check_in_asked
        tell(message, match, side, str(check_in.key), check_in=check_in.key)
    return True


def begin_look_back(match: Match, *, at: datetime | None = None) -> None:
    """Who opens it before the sweep came by need not wait for it."""
    ask_check_in(match, Moment.END, at=at)


@transaction.atomic
def answer_check_in(
    check_in: CheckIn,
    *,
    by: User,
    going: str,
    need: str = "",
    helped: Iterable[str] = (),
    words: str = "",
    at: datetime | None = None,
) -> CheckIn:
    """AlreadyAnswered for a second answer: the organiser may have acted upon the first."""
    at = at or timezone.now()
    found = _held(check_in)
    require(policies.can_answer_check_in(by, found))
    if found.state == CheckInState.ANSWERED:
        raise AlreadyAnswered(_("Je hebt dit al beantwoord. Je hoeft niets te doen."))
    was, found.state = found.state, CHECK_IN.target("answer", found.state)
    found.going, found.need = Going(going), Need(need) if need else ""
    found.helped, found.words, found.answered_at = [Helped(one) for one in helped], words, at
    found.save(update_fields=["state", "going", "need", "helped", "words", "answered_at"])
    note(found, "answer", found.match, by=by, at=at, was=was, now=found.state)
    _tell_who_helps(found)
    return found


def _held(check_in: CheckIn) -> CheckIn:
    """As it stands now, its pair held."""
    match = hold_pair(check_in.match)
    found = CheckIn.objects.filter(pk=check_in.pk).first()
    if found is None:
        raise IllegalMove(CHECK_IN.name, "lock", "gone")
    found.match = match
    return found


def _tell_who_helps(check_in: CheckIn) -> None:
    """Each organiser, when somebody asks for more than a reader."""
    if not check_in.waits_for_help:
        return
    for organiser in organisers_of(check_in.match):
        key = f"help_asked:{check_in.key}:{organiser.pk}"
        letters.write(emails.help_asked, organiser, key=key, check_in=check_in.key)


@transaction.atomic
def _lapse(check_in: CheckIn, at: datetime) -> bool:
    match = hold_pair(check_in.match)
    found = match.check_ins.filter(pk=check_in.pk).first()
    if found is None or not CHECK_IN.allows("lapse", found.state):
        return False  # answered while we waited for the pair
    was, found.state = found.state, CHECK_IN.target("lapse", found.state)
    found.save(update_fields=["state"])
    note(found, "lapse", match, by=None, at=at, was=was, now=found.state)
    return True


@transaction.atomic
def respond_to_help(check_in: CheckIn, *, by: User, at: datetime | None = None) -> CheckIn:
    """An organiser called or mailed who asked for help. A second time changes nothing: a colleague was first."""
    at = at or timezone.now()
    found = _held(check_in)
    require(policies.can_respond(by, found))
    if found.waits_for_help:
        found.responded_at = at
        found.save(update_fields=["responded_at"])
        note(found, "respond", found.match, by=by, at=at, was=found.state, now=found.state)
    return found
