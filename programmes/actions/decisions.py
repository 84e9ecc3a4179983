"""What an organisation answers to an application, and what the person says to a place.

An organiser decides, one application at a time. Nothing here computes, orders or compares people.
"""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from lifecycle.errors import Refused
from people import letters
from people.messages import Message
from people.models import User
from programmes import emails, policies
from programmes.actions.participations import begin
from programmes.actions.turns import lock_application, lock_person, note
from programmes.decision_words import why_no_reason
from programmes.models import Application, Edition, Participation
from programmes.states import APPLICATION, TAKES_A_PLACE, ApplicationState, EditionState

# While people may still come in; with one that is running as well, for who comes later.
TAKES_PEOPLE = frozenset({EditionState.OPEN, EditionState.CLOSED, EditionState.RUNNING})


class Full(Refused):
    """Every place is taken or offered."""


class TooLate(Refused):
    """The offer held until a day that has gone by."""


class NoReason(Refused):
    """A no without a reason, or with one that may not be a reason."""


def default_deadline(edition: Edition, at: datetime | None = None) -> datetime:
    """The end of the last day to say yes: as the edition says, and before it starts when that is sooner."""
    today = timezone.localdate(at)
    last = today + timedelta(days=edition.offer_days)
    if edition.starts_on and today < edition.starts_on <= last:
        last = edition.starts_on - timedelta(days=1)
    return end_of(last)


def end_of(day: date) -> datetime:
    """The last moment of a day, as we live it."""
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), datetime.min.time())) - timedelta(seconds=1)


def free_places(edition: Edition) -> int:
    """How many are neither taken nor offered; of a locked edition it stays true until the end."""
    taken = Application.objects.filter(edition=edition, state__in=TAKES_A_PLACE).count()
    return max(edition.capacity - taken, 0)


@transaction.atomic
def offer_place(
    application: Application, *, by: User, words: str = "", until: datetime | None = None, at: datetime | None = None
) -> Application:
    """A place that is kept until `until`; the person says yes or no."""
    at = at or timezone.now()
    application = _to_decide(application, by)
    target = APPLICATION.target("offer", application.state)
    edition = application.edition
    _need_people_to_come(edition)
    if free_places(edition) < 1:
        raise Full(
            _("Alle plekken zijn vergeven of aangeboden: %(number)s. Zet het aantal plekken hoger, of kies wachtlijst.")
            % {"number": edition.capacity}
        )
    application.answer_until = until or default_deadline(edition, at)
    if application.answer_until <= at:
        raise Refused(_("Kies een dag die nog komt. Tot dan kan deze persoon ja zeggen."))
    return _decide(application, "offer", target, emails.place_offered, words=words, by=by, at=at)


@transaction.atomic
def put_on_waiting_list(
    application: Application, *, by: User, words: str = "", at: datetime | None = None
) -> Application:
    application = _to_decide(application, by)
    target = APPLICATION.target("put_on_waiting_list", application.state)
    return _decide(application, "put_on_waiting_list", target, emails.put_on_waiting_list, words=words, by=by, at=at)


@transaction.atomic
def refuse_application(application: Application, *, by: User, words: str, at: datetime | None = None) -> Application:
    """A no, with the reason in the organiser's own words: NoReason when they are no reason."""
    application = _to_decide(application, by)
    target = APPLICATION.target("refuse", application.state)
    if why_not := why_no_reason(words):
        raise NoReason(why_not)
    return _decide(application, "refuse", target, emails.application_answered, words=words, by=by, at=at)


@transaction.atomic
def accept_offer(application: Application, *, by: User, at: datetime | None = None) -> Participation:
    """The person says yes. A second press finds the participation that the first one made."""
    at = at or timezone.now()
    lock_person(by)
    application = lock_application(application)
    policies.require(policies.can_accept_offer(by, application))
    own = Participation.objects.under_way().filter(edition=application.edition, user=by)
    if application.state == ApplicationState.ADMITTED and (already := own.first()):
        return already
    target = APPLICATION.target("accept", application.state)
    if application.answer_until and application.answer_until < at:
        day = date_format(timezone.localtime(application.answer_until), "j F Y")
        raise TooLate(_("Het aanbod gold tot en met %(day)s. Mail de organisatie als je nog wilt.") % {"day": day})
    if application.asks_consent:
        raise Refused(_("Lees eerst wat meedoen over je laat zien, en kies."))
    _need_people_to_come(application.edition)
    was, application.state = application.state, target
    application.decided_at = at
    application.save(update_fields=["state", "decided_at"])
    note(application, "accept", by, was=was, at=at)
    participation = begin(application, by=by, at=at)
    _tell(emails.admission_confirmed, application, at)
    return participation


def expire_offers(at: datetime | None = None) -> int:
    """The sweep of each minute: offers that nobody answered in time. How many."""
    at = at or timezone.now()
    return sum(_expire(application, at) for application in list(Application.objects.lapsed(at)))


@transaction.atomic
def _expire(application: Application, at: datetime) -> bool:
    application = lock_application(application)
    if not application.has_lapsed(at):
        return False  # answered meanwhile
    was, application.state = application.state, APPLICATION.target("expire", application.state)
    application.decided_at = at
    application.save(update_fields=["state", "decided_at"])
    note(application, "expire", None, was=was, at=at)
    _tell(emails.offer_expired, application, at)
    return True


def _to_decide(application: Application, by: User) -> Application:
    application = lock_application(application)
    policies.require(policies.can_decide_application(by, application))
    return application


def _need_people_to_come(edition: Edition) -> None:
    if edition.state not in TAKES_PEOPLE:
        raise Refused(_("Deze editie neemt niemand meer aan. Een plek kan nu niet."))


def _decide(
    application: Application,
    verb: str,
    target: str,
    message: Message,
    *,
    words: str,
    by: User,
    at: datetime | None,
) -> Application:
    at = at or timezone.now()
    was, application.state = application.state, target
    application.decided_at, application.decision_words = at, words.strip()
    application.save(update_fields=["state", "decided_at", "decision_words", "answer_until"])
    note(application, verb, by, was=was, at=at)
    _tell(message, application, at)
    return application


def _tell(message: Message, application: Application, at: datetime) -> None:
    name = message.name.partition(".")[2]
    key = f"{name}:{application.key}:{int(at.timestamp() * 1_000_000)}"  # who applies again is told again
    letters.write(message, application.user, key=key, application=application.key)
