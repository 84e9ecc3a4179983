"""The plan of a pair, in versions: one makes it, the other says yes, and from then on it holds instead of the last."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from lifecycle.errors import IllegalMove, Refused
from mentoring.kept_out import blocked_since
from mentoring.models import Agreement, Match
from mentoring.pace import emails, policies
from mentoring.pace.actions.locking import hold_pair, need_active, note, tell
from mentoring.pace.states import AGREEMENT, AgreementState
from mentoring.states import Side
from people.models import User
from people.policies import require

LONGEST_WORDS = 500
PROPOSED_A_DAY = 5


@transaction.atomic
def propose_agreement(
    match: Match,
    *,
    by: User,
    often: str,
    way: str,
    minutes: int,
    until: date | None = None,
    words: str = "",
    at: datetime | None = None,
) -> Agreement:
    """One's own proposal that waits is replaced; Refused while the other one's waits for an answer."""
    at = at or timezone.now()
    match = hold_pair(match)
    require(policies.can_keep_pace(by, match))
    need_active(match)
    side = Side(match.side_of(by) or "")
    _withdraw_own(match, side, by=by, at=at)
    about: dict[str, Any] = {"often": often, "way": way, "minutes": minutes, "until": until, "words": words}
    if _says_the_same(match, about):
        raise Refused(_("Dit plan hebben jullie al. Verander iets, of ga terug."))
    today = match.agreements.filter(proposed_by=side, proposed_at__gt=at - timedelta(days=1))
    if today.count() >= PROPOSED_A_DAY:  # each is a mail to the other
        raise Refused(_("Je veranderde het plan vandaag al vaak. Probeer het morgen opnieuw."))
    last = match.agreements.aggregate(last=Max("version"))["last"] or 0
    made = Agreement.objects.create(match=match, version=last + 1, proposed_by=side, proposed_at=at, **about)
    note(made, "propose", match, by=by, at=at, now=made.state)
    tell(emails.agreement_proposed, match, side.other, str(made.key), agreement=made.key)
    return made


def _withdraw_own(match: Match, side: Side, *, by: User, at: datetime) -> None:
    waiting = match.agreements.proposed().first()
    if waiting is None:
        return
    if waiting.proposed_by != side and blocked_since(match, side):
        raise Refused(_("Je hebt deze persoon geblokkeerd. Haal dat eerst weg. Wat je typte, staat er nog."))
    if waiting.proposed_by != side:
        raise Refused(_("Er ligt al een plan van de ander. Zeg daar eerst ja of nee op."))
    waiting.match = match
    _move(waiting, "withdraw", by=by, at=at)


def _says_the_same(match: Match, about: dict[str, Any]) -> bool:
    now = match.agreements.agreed().first()
    return now is not None and all(getattr(now, name) == value for name, value in about.items())


@transaction.atomic
def agree_agreement(agreement: Agreement, *, by: User, at: datetime | None = None) -> Agreement:
    """The other one's yes: this version holds, the one before is replaced."""
    at = at or timezone.now()
    agreement = _held(agreement)
    match = agreement.match
    require(policies.can_agree(by, agreement))
    AGREEMENT.target("agree", agreement.state)
    need_active(match)
    for before in match.agreements.agreed():
        before.match = match
        _move(before, "replace", by=by, at=at)
    agreement.agreed_at = at
    _move(agreement, "agree", by=by, at=at)
    tell(emails.agreement_agreed, match, Side(agreement.proposed_by), str(agreement.key), agreement=agreement.key)
    return agreement


@transaction.atomic
def withdraw_agreement(agreement: Agreement, *, by: User, at: datetime | None = None) -> Agreement:
    """Taken back, or rather not: what was agreed before goes on to hold."""
    agreement = _held(agreement)
    require(policies.can_withdraw(by, agreement))
    return _move(agreement, "withdraw", by=by, at=at or timezone.now())


def _held(agreement: Agreement) -> Agreement:
    match = hold_pair(agreement.match)
    found = Agreement.objects.filter(pk=agreement.pk).first()
    if found is None:
        raise IllegalMove(AGREEMENT.name, "lock", "gone")
    found.match = match
    return found


def _move(agreement: Agreement, verb: str, *, by: User, at: datetime) -> Agreement:
    was, agreement.state = agreement.state, AGREEMENT.target(verb, agreement.state)
    agreement.save(update_fields=["state", "agreed_at"])
    note(agreement, verb, agreement.match, by=by, at=at, was=was, now=agreement.state)
    return agreement


def in_force(match: Match) -> tuple[Agreement | None, Agreement | None]:
    """(what holds, what waits for a yes), in one question."""
    now = waiting = None
    for one in match.agreements.filter(state__in=[AgreementState.AGREED, AgreementState.PROPOSED]):
        one.match = match
        if one.state == AgreementState.AGREED:
            now = one
        else:
            waiting = one
    return now, waiting
