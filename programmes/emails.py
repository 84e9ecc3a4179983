"""The mails of this floor, one function each."""

from django.utils import timezone

from people.letters import Context, MailClass, address, message
from people.models import User
from programmes.models import Application, Participation
from programmes.states import ApplicationState


@message(MailClass.NEUTRAL)
def application_received(recipient: User, *, application: str) -> Context | None:
    """To the one who applied: it came in, and by when there is an answer. Names no programme."""
    found = Application.objects.sent().filter(key=application, user=recipient).select_related("edition").first()
    if found is None:
        return None
    return {"link": address("programmes:application", key=found.key), "answer_by": found.edition.answer_by}


@message(MailClass.NEUTRAL)
def consent_asked(recipient: User, *, application: str) -> Context | None:
    """To the one who applied before taking part revealed more: a yes or no is needed. Names no programme."""
    found = Application.objects.under_way().awaiting_consent().filter(key=application, user=recipient).first()
    return {"link": address("programmes:application_consent", key=found.key)} if found else None


@message(MailClass.NEUTRAL)
def place_offered(recipient: User, *, application: str) -> Context | None:
    """There is a place, and until when to say yes. Names no programme."""
    found = _own(recipient, application, ApplicationState.OFFERED)
    if found is None:
        return None
    until = timezone.localdate(found.answer_until) if found.answer_until else None
    return {"link": address("programmes:application_offer", key=found.key), "until": until, "minutes": 2}


@message(MailClass.NEUTRAL)
def put_on_waiting_list(recipient: User, *, application: str) -> Context | None:
    """No place yet. Names no programme, and never says that someone is "on the list"."""
    return _about(_own(recipient, application, ApplicationState.WAITING))


@message(MailClass.NEUTRAL)
def application_answered(recipient: User, *, application: str) -> Context | None:
    """There is an answer, which stands behind sign-in with its reason."""
    return _about(_own(recipient, application, ApplicationState.REFUSED))


@message(MailClass.NEUTRAL)
def offer_expired(recipient: User, *, application: str) -> Context | None:
    """The day to say yes went by."""
    return _about(_own(recipient, application, ApplicationState.EXPIRED))


@message(MailClass.NEUTRAL)
def admission_confirmed(recipient: User, *, application: str) -> Context | None:
    """The yes came in: since when the place is certain, and when it begins."""
    found = _own(recipient, application, ApplicationState.ADMITTED)
    return {**(_about(found) or {}), "starts_on": found.edition.starts_on} if found else None


@message(MailClass.NEUTRAL)
def participation_completed(recipient: User, *, participation: str) -> Context | None:
    """It is over, and one question is left."""
    found = Participation.objects.asking_follow_up().filter(key=participation, user=recipient).first()
    return {"link": address("programmes:participation", key=found.key), "minutes": 1} if found else None


def _own(recipient: User, key: str, state: str) -> Application | None:
    """Only while it still stands so: a letter that was overtaken is not sent."""
    return Application.objects.filter(key=key, user=recipient, state=state).select_related("edition").first()


def _about(found: Application | None) -> Context | None:
    return {"link": address("programmes:application", key=found.key)} if found else None
