"""To which groups of an edition one can write: settings.MAIL_AUDIENCES names them, those of higher floors too."""

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils.functional import Promise
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from people.models import User
from programmes.models import Application, Edition, GroupMessage, Participation
from programmes.states import ApplicationState, ParticipationState

Rows = Callable[[Edition, User | None], QuerySet]


@dataclass(frozen=True)
class MailAudience:
    """`rows(edition, by)` are rows with a `user`, those at the desk of `by` (None: everybody's).

    `sees_programme` is False for who must not read in a sensitive edition what it is called.
    """

    name: str
    label: str | Promise
    rows: Rows
    sees_programme: bool = True

    def people(self, edition: Edition, by: User | None = None) -> "QuerySet[User]":
        """Never who is still to agree to what taking part reveals."""
        return User.objects.filter(is_active=True, pk__in=self.rows(edition, by).values("user"))


def _applied(*states: str) -> Rows:
    def rows(edition: Edition, by: User | None) -> QuerySet:
        every = Application.objects.all() if by is None else Application.objects.at_the_desk_of(by)
        asked = every.with_consent_asked().filter(consent_is_asked=False)
        return asked.filter(edition=edition, state__in=states)

    return rows


def _takes_part(*states: str) -> Rows:
    def rows(edition: Edition, by: User | None) -> QuerySet:
        every = Participation.objects.all() if by is None else Participation.objects.at_the_desk_of(by)
        asked = every.with_consent_asked().filter(consent_is_asked=False)
        return asked.filter(edition=edition, state__in=states)

    return rows


_A, _P = ApplicationState, ParticipationState
APPLICANTS = MailAudience(
    "applicants", _("wie zich aanmeldde en nog niet meedoet"), _applied(_A.SUBMITTED, _A.WAITING, _A.OFFERED)
)
WAITING = MailAudience("waiting", _("wie op de wachtlijst staat"), _applied(_A.WAITING))
ADMITTED = MailAudience("admitted", _("wie is toegelaten en nog begint"), _takes_part(_P.ADMITTED))
PARTICIPANTS = MailAudience("participants", _("wie meedoet of nog begint"), _takes_part(_P.ADMITTED, _P.STARTED))
COMPLETED = MailAudience("completed", _("wie heeft afgerond"), _takes_part(_P.COMPLETED))


def audiences() -> dict[str, MailAudience]:
    return {audience.name: audience for audience in map(import_string, settings.MAIL_AUDIENCES)}


def label_of(message: GroupMessage) -> str:
    return str(audiences()[message.audience].label)


def belongs(edition: Edition, user: User, first: str = "") -> bool:
    """Whether she is in any group of this edition now; `first` names the one that is most likely."""
    every = audiences()
    names = sorted(every, key=lambda name: name != first)
    return any(every[name].people(edition).filter(pk=user.pk).exists() for name in names)


def recipients(message: GroupMessage, by: User) -> "QuerySet[User]":
    """Who gets it now, in a fixed order: the group, without who got the same words of this edition before."""
    group = audiences()[message.audience].people(message.edition, by)
    before = Q(group_letters__message__edition=message.edition, group_letters__message__sent_words=message.fingerprint)
    had = User.objects.filter(before).values("pk")
    return group.exclude(pk__in=had).order_by("pk")
