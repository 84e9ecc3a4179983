"""Taking turns, and writing down what was done.

Locked are always, in this order, the person (where the act touches her account or a consent), the edition, and the
application or the participation: so that closing and applying, or two presses on the same button, come one after
the other.
"""

from datetime import datetime

from lifecycle.errors import IllegalMove
from lifecycle.journal import record
from people.models import User
from programmes.models import Application, Edition, Participation
from programmes.states import APPLICATION, PARTICIPATION


def lock_person(user: User) -> None:
    """Where a consent is given or taken back: taking it back at /mijn/gegevens/ locks the person first too."""
    User.objects.select_for_update(no_key=True).get(pk=user.pk)


def lock_edition(edition: Edition) -> Edition:
    """The row that owns the limits (places, term). Always locked before an application of it."""
    return Edition.objects.select_for_update(of=("self",)).select_related("programme").get(pk=edition.pk)


def lock_application(application: Application) -> Application:
    edition = lock_edition(application.edition)
    own = Application.objects.select_for_update(of=("self",)).select_related("user").filter(pk=application.pk)
    if (locked := own.first()) is None:
        raise IllegalMove(APPLICATION.name, "lock", "gone")  # thrown away in another window
    locked.edition = edition
    return locked


def lock_participation(participation: Participation) -> Participation:
    edition = lock_edition(participation.edition)
    own = Participation.objects.select_for_update(of=("self",)).select_related("user").filter(pk=participation.pk)
    if (locked := own.first()) is None:
        raise IllegalMove(PARTICIPATION.name, "lock", "gone")
    locked.edition = edition
    return locked


def note(
    thing: Application | Participation, verb: str, by: User | None, was: str = "", at: datetime | None = None
) -> None:
    edition = thing.edition
    scope = edition.programme.lead_key
    record(thing, verb, by=by, was=was, now=thing.state, scope=scope, at=at, edition=edition.key)
