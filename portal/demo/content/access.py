"""What a few invented people need to take part, and what the organiser arranged for it, through the actions."""

import datetime as dt

from portal.demo.people import person
from programmes.access.actions import say_need
from programmes.access.arranging import make_arrangements, tick_off
from programmes.models import Participation, Provision

# wishes, words, days ago; the first of them before anything was arranged
SAID = [
    ([Provision.WRITING], "Graag een plek vooraan. Dan zie ik de tekst goed.", 12),
    ([Provision.LARGE_PRINT], "Letters van 16 punten zijn groot genoeg.", 11),
    ([Provision.QUIET], "", 1),
]


def lay_access(now: dt.datetime) -> None:
    organiser = person("organiser")
    own = Participation.objects.of(person("participant")).under_way().order_by("pk").first()
    if own is None:
        return
    edition, day = own.edition, dt.timedelta(days=1)
    others = Participation.objects.at_the_desk_of(organiser).under_way().filter(edition=edition).exclude(pk=own.pk)
    for participation, (wishes, words, days) in zip([own, *others.order_by("pk")[:2]], SAID, strict=False):
        say_need(participation, by=participation.user, wishes=wishes, words=words, at=now - days * day)
    _text, prints = make_arrangements(
        edition,
        {Provision.WRITING: 1, Provision.LARGE_PRINT: 1},
        by=organiser,
        owner=organiser,
        due_on=(now + 5 * day).date(),
        words="De schrijftolk zit naast de spreker.",
        at=now - 9 * day,
    )
    tick_off(prints, done=True, by=organiser, at=now - 2 * day)
