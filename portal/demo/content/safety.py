"""What came in at the demo's safeguarding contact: a report that is answered, of its participant, and a new one."""

import datetime as dt

from people.models import User
from portal.demo.people import person
from programmes.models import Participation, Programme, Report
from programmes.safety import actions

ANSWERED = (
    "Iemand uit mijn groep stuurt mij ’s avonds laat berichten. Ik heb gezegd dat ik dat niet wil. "
    "Ik wil er graag met iemand over praten voor de volgende bijeenkomst."
)
ANSWER = (
    "Dank je dat je dit vertelt. Ik bel je donderdag na zes uur, als dat goed is. "
    "Wil je dat ik met de ander praat? Dat doe ik alleen als jij ja zegt."
)
NEW = "Een deelnemer kreeg op straat nare opmerkingen over haar plannen. Zij durft het zelf niet te melden."


def lay_safety(now: dt.datetime) -> None:
    contact, own = person("safeguarding"), Participation.objects.of(person("participant")).under_way().order_by("pk")
    first = own.select_related("edition__programme").first()
    if first is None:
        return
    programme, at = first.edition.programme, now
    told = _send(programme, ANSWERED, first.user, at - dt.timedelta(days=5))
    actions.answer(told, ANSWER, by=contact, at=at - dt.timedelta(days=4))
    mates = Participation.objects.under_way().filter(edition=first.edition).exclude(user=first.user)
    if mate := mates.select_related("user").order_by("pk").first():
        _send(programme, NEW, mate.user, at - dt.timedelta(hours=3), for_another=True)


def _send(programme: Programme, words: str, by: User, at: dt.datetime, *, for_another: bool = False) -> Report:
    """Who tells of another is not named."""
    return actions.send_report(
        words, by=by, programme=programme, at=at, for_another=for_another, is_named=not for_another
    )
