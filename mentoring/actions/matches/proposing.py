"""Bringing two people in contact: by hand, or as a round laid it ready."""

from collections.abc import Iterable, Mapping
from datetime import datetime, time, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lifecycle.errors import Refused
from mentoring import emails, policies
from mentoring.actions.matches.locking import lock_both, lock_match, note, tell
from mentoring.models import Match, Mentor, MentorProfile, MentorWish, Round
from mentoring.models.pairing_rules import rules_of
from mentoring.states import MATCH, MatchState, Side
from people.models import User
from programmes.models import Hidden, Participation
from programmes.safety.blocking import blocked_between

ANSWER_DAYS = 10


def answer_term(at: datetime, days: int = ANSWER_DAYS) -> datetime:
    """To the end of a day in Amsterdam."""
    last = timezone.localdate(at) + timedelta(days=days)
    return timezone.make_aware(datetime.combine(last + timedelta(days=1), time.min))


@transaction.atomic
def propose_match(
    participation: Participation,
    mentor: Mentor,
    *,
    by: User | None,
    round: Round | None = None,
    score: int | None = None,
    reasons: Iterable[Mapping[str, Any]] = (),
    until: datetime | None = None,
    at: datetime | None = None,
) -> Match:
    """Ask both at once. Without a round: by hand. `by` is None where the portal goes on to a next proposal."""
    at = at or timezone.now()
    participation, mentor = lock_both(participation, mentor)
    policies.require(by is None or policies.can_propose(by, participation))
    if reason := why_not_together(participation, mentor):
        raise Refused(reason)
    facts = {"round": round, "score": score, "reasons": list(reasons), "made_at": at}
    try:
        with transaction.atomic():
            match = Match.objects.create(participation=participation, mentor=mentor, **facts)
    except IntegrityError:  # a round laid them ready since we looked
        raise Refused(_("Deze twee staan al klaar in een koppelronde.")) from None
    return _propose(match, by=by, until=until, at=at)


@transaction.atomic
def propose_prepared(
    match: Match, *, by: User | None, until: datetime | None = None, at: datetime | None = None
) -> Match:
    """Send what a round has laid ready."""
    at = at or timezone.now()
    match = lock_match(match).match
    policies.require(by is None or policies.can_propose(by, match.participation))
    MATCH.target("propose", match.state)
    if reason := why_not_together(match.participation, match.mentor, but=match):
        raise Refused(reason)
    return _propose(match, by=by, until=until, at=at)


def why_not_together(participation: Participation, mentor: Mentor, *, but: Match | None = None) -> str:
    """Why these two cannot be proposed to each other, or "". `but` is the match in which they stand ready."""
    going_on = Match.objects.going_on()
    if mentor.user_id == participation.user_id:
        return _("Dit is dezelfde persoon. Kies iemand anders.")
    if mentor.programme_id != participation.edition.programme_id:
        return _("Deze mentor hoort bij een ander programma.")
    if not participation.is_under_way:
        return _("Deze deelnemer doet niet meer mee.")
    if not policies.is_admitted(mentor):
        return _("Deze mentor is niet toegelaten. Rond eerst de toelating af.")
    if not MentorProfile.objects.filter(user=mentor.user_id).exists():
        return _("Deze mentor heeft nog geen profiel. Vraag haar of hem dat in te vullen.")
    active = Match.objects.active().filter(participation=participation)
    if active.exclude(pk__in=MentorWish.objects.keeping().values("match")).exists():
        return _("Deze deelnemer heeft al een mentor.")
    if going_on.filter(participation=participation, mentor=mentor).exists():
        return _("Deze twee hebben al een voorstel.")
    ready = Match.objects.filter(participation=participation, mentor=mentor, state=MatchState.PREPARED)
    if ready.exclude(pk=but and but.pk).exists():
        return _("Deze twee staan al klaar in een koppelronde.")
    return not_now() if kept_apart(participation.user, mentor.user) else ""


def not_now() -> str:
    """For whatever stands between two that is nobody else's business, and for who has no room: by one sentence."""
    return _("Deze twee kun je nu niet aan elkaar voorstellen. Kies iemand anders.")


def kept_apart(mentee: User, mentor: User) -> bool:
    """By one of them, who need not say so: the words do not tell which of the two, or why."""
    return Hidden.objects.filter(user__in=[mentee, mentor]).exists() or blocked_between(mentee, mentor)


def _propose(match: Match, *, by: User | None, until: datetime | None, at: datetime) -> Match:
    was, match.state = match.state, MATCH.target("propose", match.state)
    days = rules_of(match.participation.edition.programme).answer_days if until is None else ANSWER_DAYS
    match.proposed_at, match.answer_until = at, until or answer_term(at, days)
    match.save(update_fields=["state", "proposed_at", "answer_until"])
    note(match, "propose", by=by, was=was, at=at)
    tell(emails.proposed_to_mentee, match, Side.MENTEE)
    tell(emails.proposed_to_mentor, match, Side.MENTOR)
    return match
