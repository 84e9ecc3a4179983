"""The same answer to several people at once, to each in words of her own: all of them, or none."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lifecycle.errors import Refused
from people.models import User
from programmes import emails, policies
from programmes.actions.decisions import need_places, offer
from programmes.actions.turns import lock_edition
from programmes.actions.waiting import settle
from programmes.decision_words import why_no_reason
from programmes.models import Application, Edition
from programmes.states import APPLICATION

MOST_TOGETHER = 50
VERBS: dict[str, Callable[..., Application]] = {
    "offer": offer,
    "put_on_waiting_list": partial(settle, verb="put_on_waiting_list", message=emails.put_on_waiting_list),
    "refuse": partial(settle, verb="refuse", message=emails.application_answered),
}


class NotTogether(Refused):
    """Nothing was sent: `faults` says of each person what is in the way."""

    def __init__(self, faults: Mapping[Application, str]) -> None:
        super().__init__(_("Er is niets verstuurd. Bij deze mensen kan het zo niet."))
        self.faults = faults


@transaction.atomic
def decide_together(
    edition: Edition,
    verb: str,
    words: Mapping[Application, str],
    *,
    by: User,
    until: datetime | None = None,
    at: datetime | None = None,
) -> list[Application]:
    """`words` gives each application its own sentence; on a waiting list they come to stand in that order.

    NotTogether names whom it stops; Full when there are too few places for all of them.
    """
    at = at or timezone.now()
    edition = lock_edition(edition)
    if not words or len(words) > MOST_TOGETHER:
        raise Refused(_("Kies minstens één en hoogstens %(most)s mensen.") % {"most": MOST_TOGETHER})
    said = {application.pk: text.strip() for application, text in words.items()}
    applications = _locked(edition, list(said))
    policies.require(len(applications) == len(said) and policies.can_decide_applications(by, applications))
    faults = {one: why for one in applications if (why := _why_not(one, verb, said[one.pk]))}
    if faults:
        raise NotTogether(faults)
    if verb == "offer":
        need_places(edition, len(applications))
    extra: dict[str, Any] = {"until": until} if verb == "offer" else {}
    return [
        VERBS[verb](one, words=said[one.pk], by=by, at=at + timedelta(microseconds=number), **extra)
        for number, one in enumerate(applications)
    ]


def _locked(edition: Edition, wanted: list[int]) -> list[Application]:
    """In the order asked for; locked by their own."""
    rows = Application.objects.select_for_update(of=("self",)).select_related("user").filter(edition=edition)
    found = {one.pk: one for one in rows.filter(pk__in=wanted).order_by("pk")}
    for one in found.values():
        one.edition = edition
    return [found[pk] for pk in wanted if pk in found]


def _why_not(application: Application, verb: str, words: str) -> str:
    if not APPLICATION.allows(verb, application.state):
        return _("Hierover is intussen al besloten. De stand is nu: %(state)s.") % {
            "state": application.get_state_display()
        }
    if application.awaits_consent:
        return _("Deze persoon moet eerst toestemming geven.")
    if not words:
        return _("Schrijf een zin voor deze persoon.")
    return why_no_reason(words) if verb == "refuse" else ""
