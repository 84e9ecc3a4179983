"""What an organisation answers to an application, and what the person says to a place.

An organiser decides about one; about several at once in programmes/actions/together.py. Nothing here computes or
compares people. A place that comes free is offered to who is next on the waiting list (programmes/actions/waiting.py).
"""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from lifecycle.errors import Refused
from people.models import User
from programmes import emails, policies
from programmes.actions.participations import begin
from programmes.actions.turns import lock_application, lock_person, note
from programmes.actions.waiting import TAKES_PEOPLE, default_deadline, free_places, move_up, settle, tell
from programmes.decision_words import why_no_reason
from programmes.models import Application, Edition, Participation
from programmes.states import APPLICATION, ApplicationState


class Full(Refused):
    """Every place is taken or offered."""


class TooLate(Refused):
    """The offer held until a day that has gone by."""


class NoReason(Refused):
    """A no without a reason, or with one that may not be a reason."""


@transaction.atomic
def offer_place(
    application: Application, *, by: User, words: str = "", until: datetime | None = None, at: datetime | None = None
) -> Application:
    """A place that is kept until `until`; the person says yes or no."""
    at = at or timezone.now()
    application = _to_decide(application, by)
    APPLICATION.target("offer", application.state)
    need_places(application.edition, 1)
    return offer(application, by=by, words=words, until=until, at=at)


def need_places(edition: Edition, number: int) -> None:
    """So many are free of this edition, which is locked, and people may still come in."""
    _need_people_to_come(edition)
    if free_places(edition) < number:
        raise Full(
            _("Alle plekken zijn vergeven of aangeboden: %(number)s. Zet het aantal plekken hoger, of kies wachtlijst.")
            % {"number": edition.capacity}
        )


def offer(application: Application, *, by: User, words: str, until: datetime | None, at: datetime) -> Application:
    """With the application locked, and a place free for it."""
    application.answer_until = until or default_deadline(application.edition, at)
    if application.answer_until <= at:
        raise Refused(_("Kies een dag die nog komt. Tot dan kan deze persoon ja zeggen."))
    return settle(application, "offer", emails.place_offered, words=words, by=by, at=at)


@transaction.atomic
def put_on_waiting_list(
    application: Application, *, by: User, words: str = "", at: datetime | None = None
) -> Application:
    application = _to_decide(application, by)
    return settle(application, "put_on_waiting_list", emails.put_on_waiting_list, words=words, by=by, at=at)


@transaction.atomic
def refuse_application(application: Application, *, by: User, words: str, at: datetime | None = None) -> Application:
    """A no, with the reason in the organiser's own words: NoReason when they are no reason."""
    application = _to_decide(application, by)
    APPLICATION.target("refuse", application.state)
    if why_not := why_no_reason(words):
        raise NoReason(why_not)
    return settle(application, "refuse", emails.application_answered, words=words, by=by, at=at)


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
    tell(emails.admission_confirmed, application, at)
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
    tell(emails.offer_expired, application, at)
    move_up(application.edition, at)
    return True


def _to_decide(application: Application, by: User) -> Application:
    application = lock_application(application)
    policies.require(policies.can_decide_application(by, application))
    return application


def _need_people_to_come(edition: Edition) -> None:
    if edition.state not in TAKES_PEOPLE:
        raise Refused(_("Deze editie neemt niemand meer aan. Een plek kan nu niet."))
