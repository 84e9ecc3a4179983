"""From a place to the end of an edition.

Locked are, in this order, the person, the edition, and the application or participation: as in applications.
"""

from uuid import UUID

from django.db import transaction

from lifecycle.journal import record
from people.models import User
from programmes.actions.editions import lock_edition
from programmes.models import Edition, Participation


@transaction.atomic
def forget_participations(user: User, about: UUID | None) -> None:
    """What it rested on was taken back: it goes at once."""
    for edition in Edition.objects.filter(key=about, participations__user=user):
        lock_edition(edition)
        for participation in Participation.objects.select_for_update(of=("self",)).filter(edition=edition, user=user):
            note(participation, "forget", by=user, was=participation.state)
            participation.delete()


@transaction.atomic
def forget_followed_up(user: User, about: UUID | None) -> None:
    """The yes to one question after the election was taken back, and with it that she took part."""
    forget_participations(user, about)


def note(participation: Participation, verb: str, *, by: User | None, was: str = "", at=None) -> None:
    edition = participation.edition
    scope = edition.programme.lead_key
    record(participation, verb, by=by, was=was, now=participation.state, scope=scope, at=at, edition=edition.key)
