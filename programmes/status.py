"""How an application or a participation stands, in words for the one who applied."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from programmes.models import Application, Conversation, Participation
from programmes.states import ApplicationState, ParticipationState

TO_BE_ANSWERED = frozenset({ApplicationState.SUBMITTED, ApplicationState.WAITING})


@dataclass(frozen=True)
class Status:
    kind: Literal["now", "done", "later", "full", "place"]
    label: str
    text: str


def status_of(application: Application, participation: Participation | None = None) -> Status:
    """`participation` is what followed from it, where something did."""
    if application.asks_consent:
        text = _("Meedoen laat nu meer over je zien. Vind je dat goed?")
        return Status("place", _("Wij vragen je toestemming"), text)
    if participation is not None and application.state != ApplicationState.DRAFT:
        return status_of_participation(participation)
    state = ApplicationState.EXPIRED if application.has_lapsed() else ApplicationState(application.state)
    return _STATUS[state](application)


def status_of_participation(participation: Participation) -> Status:
    return {
        ParticipationState.ADMITTED: Status("done", _("Je doet mee"), _begins(participation)),
        ParticipationState.STARTED: Status("done", _("Je doet mee"), _lasts(participation)),
        ParticipationState.COMPLETED: Status("done", _("Je hebt meegedaan"), _("Je was erbij tot het einde.")),
        ParticipationState.LEFT: Status(
            "later", _("Je doet niet meer mee"), _("Je plek is vrij voor iemand anders. Een volgende keer kan altijd.")
        ),
    }[ParticipationState(participation.state)]


def last_day(application: Application) -> date | None:
    """Until and including which day a place is kept."""
    return timezone.localdate(application.answer_until) if application.answer_until else None


def _begins(participation: Participation) -> str:
    starts_on = participation.edition.starts_on
    if starts_on is None:
        return _("Je krijgt bericht voor het begint.")
    return _("Het begint op %(day)s.") % {"day": _day(starts_on)}


def _lasts(participation: Participation) -> str:
    ends_on = participation.edition.ends_on
    return _("Het duurt tot en met %(day)s.") % {"day": _day(ends_on)} if ends_on else _("Het is begonnen.")


def coming_talk(application: Application) -> Conversation | None:
    """The talk before an answer, while it is still to be held; who waits for a place can have one too."""
    if application.state not in TO_BE_ANSWERED or application.asks_consent:
        return None
    talk: Conversation | None = getattr(application, "conversation", None)
    return talk if talk and talk.is_to_come and not talk.has_begun() else None


def _submitted(application: Application) -> Status:
    if talk := coming_talk(application):
        return Status("now", _("Jullie hebben een gesprek"), _talks(talk))
    answer_by = application.edition.answer_by
    when = (
        _("Je hoort het uiterlijk op %(day)s.") % {"day": _day(answer_by)}
        if answer_by
        else _("Je krijgt altijd antwoord.")
    )
    return Status("now", _("Wij lezen je aanmelding"), _("Je hoeft nu niets te doen. %(when)s") % {"when": when})


def _talks(talk: Conversation) -> str:
    begins = timezone.localtime(talk.starts_at)
    said = {"day": date_format(begins, "l j F"), "time": date_format(begins, _("H.i"))}
    return _("Het is op %(day)s, om %(time)s uur. Daarna hoor je of je meedoet.") % said


def _offered(application: Application) -> Status:
    day = last_day(application)
    text = _("Zeg ja of nee, uiterlijk op %(day)s.") % {"day": _day(day)} if day else _("Laat weten of je meedoet.")
    return Status("place", _("Er is een plek voor je"), text)


def _refused(application: Application) -> Status:
    """The reason stands beside it; not where an organisation answered before reasons were kept here."""
    text = _("De organisatie schreef waarom.") if application.decision_words else ""
    return Status("later", _("Je doet deze keer niet mee"), text)


def _day(day: date) -> str:
    return date_format(day, "j F Y")


_STATUS: dict[ApplicationState, Callable[[Application], Status]] = {
    ApplicationState.DRAFT: lambda application: Status(
        "later", _("Nog niet verstuurd"), _("Je kunt verder waar je was.")
    ),
    ApplicationState.SUBMITTED: _submitted,
    ApplicationState.WAITING: lambda application: Status(
        "full", _("Je staat op de wachtlijst"), _("Komt er een plek vrij, dan hoor je het meteen.")
    ),
    ApplicationState.OFFERED: _offered,
    ApplicationState.ADMITTED: lambda application: Status(
        "done", _("Je doet mee"), _("Je krijgt bericht voor het begint.")
    ),
    ApplicationState.REFUSED: _refused,
    ApplicationState.EXPIRED: lambda application: Status(
        "later", _("Het aanbod is verlopen"), _("Wij hoorden op tijd geen ja. Een volgende keer kan altijd.")
    ),
    ApplicationState.WITHDRAWN: lambda application: Status(
        "later", _("Je hebt je aanmelding ingetrokken"), _("Wij bewaren je aanmelding nog drie maanden.")
    ),
}
