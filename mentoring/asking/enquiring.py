"""Ask the organiser something first, and read the answer. Asking gives both some days more, once.

An answer that comes late leaves both two days at least: nobody has to choose on the day she reads it.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lifecycle.errors import IllegalMove, Refused
from mentoring.actions.matches import TooLate, answer_term, lock_match
from mentoring.actions.matches.locking import note
from mentoring.asking import emails, policies
from mentoring.asking.organisers import tell_of_question
from mentoring.models import Enquiry, Match
from mentoring.states import MATCH, UNANSWERED, Side
from people import letters
from people.models import User

DAYS_MORE = 5
DAYS_AFTER_AN_ANSWER = 2
MOST_OF_ONE = 3


@transaction.atomic
def ask_first(match: Match, words: str, *, by: User, at: datetime | None = None) -> Enquiry:
    """A question before yes or no. The first one about a proposal moves the term on for both; they do not hear why."""
    at = at or timezone.now()
    match = lock_match(match).match
    policies.require(policies.can_ask_first(by, match))
    side = Side(match.side_of(by) or "")
    if not MATCH.allows("accept", match.state, side=side, room=1):
        raise IllegalMove(MATCH.name, "ask_first", match.state)
    if match.answer_until and match.answer_until <= at:
        raise TooLate(_("De tijd om te kiezen is voorbij. Je hoeft niets te doen."))
    own = match.enquiries.filter(side=side)
    if own.open().exists():
        raise Refused(_("Je hebt al iets gevraagd. Je krijgt een mail als er antwoord is."))
    if own.count() >= MOST_OF_ONE:
        raise Refused(_("Je hebt hier al drie keer iets gevraagd. Zeg nu ja of nee."))
    enquiry = Enquiry.objects.create(match=match, side=side, words=words, asked_at=at)
    if match.extended_at is None and match.answer_until:
        match.extended_at = at
        match.answer_until = answer_term(match.answer_until - timedelta(microseconds=1), DAYS_MORE)
        match.save(update_fields=["extended_at", "answer_until"])
    note(match, "ask_first", by=by, was=match.state, at=at)
    tell_of_question(enquiry, match)
    return enquiry


@transaction.atomic
def answer_enquiry(enquiry: Enquiry, words: str, *, by: User, at: datetime | None = None) -> Enquiry:
    """In words, to the one who asked; the other hears nothing of it."""
    at = at or timezone.now()
    match = lock_match(enquiry.match).match
    enquiry = Enquiry.objects.select_for_update(of=("self",)).get(pk=enquiry.pk)
    enquiry.match = match
    policies.require(policies.can_answer_enquiry(by, enquiry))
    if enquiry.answered_at is not None:
        raise Refused(_("Deze vraag is al beantwoord, misschien door een collega."))
    if enquiry.is_closed:
        raise Refused(_("Dit voorstel is voorbij. Een antwoord is niet meer nodig."))
    enquiry.answer, enquiry.answered_at = words, at
    enquiry.save(update_fields=["answer", "answered_at"])
    _leave_time(match, at)
    note(match, "answer_first", by=by, was=match.state, at=at)
    to = match.user_at(Side(enquiry.side))
    letters.write(emails.enquiry_answered, to, key=f"enquiry_answered:{enquiry.key}", enquiry=enquiry.key)
    return enquiry


def _leave_time(match: Match, at: datetime) -> None:
    least = answer_term(at, DAYS_AFTER_AN_ANSWER)
    if match.state in UNANSWERED and match.answer_until and at < match.answer_until < least:
        match.answer_until = least
        match.save(update_fields=["answer_until"])
