"""A participant asks a mentor herself. She may take that back, and the organiser may stop it for three days."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lifecycle.errors import Refused
from mentoring import emails
from mentoring.actions.matches.ending import end_pair, end_unanswered
from mentoring.actions.matches.locking import lock_both, lock_match, lock_profile, note, tell
from mentoring.actions.matches.proposing import answer_term, why_not_together
from mentoring.asking import policies
from mentoring.asking.organisers import tell_of_choice
from mentoring.asking.suggesting import fits_now, why_not_now
from mentoring.asking.terms import stops_until
from mentoring.models import Match, Suggestion
from mentoring.models.pairing_rules import rules_of
from mentoring.pool import reasons_of
from mentoring.states import MATCH, MatchState, Side
from people.models import User

MOST_OPEN = 3


class AskedEnough(Refused):
    """Three requests stand open: first one of those is answered or taken back."""


class NotNow(Refused):
    """This mentor cannot be asked any more: no room, a pause, or something that is not told."""


@transaction.atomic
def ask_mentor(suggestion: Suggestion, *, by: User, at: datetime | None = None) -> Match:
    """Her choice, and her yes at once; the mentor gets it as any other proposal.

    The participation is locked first, which owns how many requests stand open, then what owns the mentor's places.
    """
    at = at or timezone.now()
    participation, mentor = lock_both(suggestion.participation, suggestion.mentor)
    lock_profile(mentor)
    policies.require(policies.can_choose(by, participation))
    if reason := why_not_now(participation):
        raise Refused(reason)
    if Match.objects.active().filter(participation=participation).exists():
        raise Refused(_("Je hebt al een mentor."))
    if Match.objects.going_on().filter(participation=participation, mentor=mentor).exists():
        raise Refused(_("Je hebt deze mentor al gevraagd."))
    if Match.objects.unanswered().asked().filter(participation=participation).count() >= MOST_OPEN:
        text = ngettext("Je hebt al %(count)s vraag openstaan.", "Je hebt al %(count)s vragen openstaan.", MOST_OPEN)
        more = _("Wacht op een antwoord, of neem een vraag terug.")
        raise AskedEnough(f"{text % {'count': MOST_OPEN}} {more}")
    score = fits_now(participation, mentor, at)
    if score is None or why_not_together(participation, mentor):
        raise NotNow(_("Deze mentor kan nu niet. Kies een andere mentor."))
    match = Match(participation=participation, mentor=mentor, score=score.total, reasons=reasons_of(score))
    match.state = MATCH.target("ask", MatchState.PREPARED, side=Side.MENTEE)
    match.made_at = match.proposed_at = match.asked_at = match.mentee_yes_at = at
    match.answer_until = answer_term(at, rules_of(participation.edition.programme).answer_days)
    try:
        with transaction.atomic():
            match.save()
    except IntegrityError:  # a round laid them ready since we looked
        raise NotNow(_("Deze mentor kan nu niet. Kies een andere mentor.")) from None
    note(match, "ask", by=by, was=MatchState.PREPARED, at=at)
    tell(emails.proposed_to_mentor, match, Side.MENTOR)
    tell_of_choice(match, at)
    return match


@transaction.atomic
def take_back_request(match: Match, *, by: User, at: datetime | None = None) -> Match:
    """The participant's own second thought, before the mentor answered."""
    match = lock_match(match).match
    policies.require(policies.can_take_back_request(by, match))
    return end_unanswered(match, "take_back", by=by, at=at, told=[Side.MENTOR])


@transaction.atomic
def stop_request(match: Match, *, by: User, at: datetime | None = None) -> Match:
    """The organiser's no, within three days of the asking, also when both said yes; both hear."""
    at = at or timezone.now()
    match = lock_match(match).match
    policies.require(policies.can_stop_request(by, match))
    until = stops_until(match)
    if until is None or until <= at:
        raise Refused(_("Drie dagen na de vraag kun je dit niet meer stoppen. Sluit een koppel dan samen met hen af."))
    if match.is_active:
        return end_pair(match, by=by, at=at)
    return end_unanswered(match, "take_back", by=by, at=at, told=list(Side))
