"""What taking part in an edition reveals: a stricter word holds at once, a looser one waits.

Who applied before the stricter word is asked for consent; until there is a yes the desk hides who it is.
"""

from django.db import transaction
from django.utils import timezone

from home.page_cache import purge
from lifecycle.journal import record
from people import letters
from people.models import User
from programmes import policies
from programmes.actions.turns import lock_edition
from programmes.choices import Reveals
from programmes.emails import consent_asked
from programmes.models import Application, Edition


@transaction.atomic
def choose_reveals(edition: Edition, wanted: Reveals, *, by: User) -> Edition:
    """Say what taking part reveals. What is not stricter waits, unless an administrator says it."""
    edition = lock_edition(edition)
    policies.require(policies.can_manage_edition(by, edition))
    was, asked = Reveals(edition.reveals), edition.reveals_asked
    if wanted == was:
        edition.reveals_asked = ""
    elif wanted.weight > was.weight or policies.can_allow_reveals(by, edition):
        edition.reveals, edition.reveals_asked = wanted, ""
    else:
        edition.reveals_asked = wanted
    if (edition.reveals, edition.reveals_asked) == (was, asked):
        return edition
    return _save(edition, "choose_reveals", was, by)


@transaction.atomic
def allow_reveals(edition: Edition, *, by: User) -> Edition:
    """The administrator agrees with the looser value that waits; a second press finds nothing to agree with."""
    edition = lock_edition(edition)
    policies.require(policies.can_allow_reveals(by, edition))
    if not edition.reveals_asked:
        return edition
    was = Reveals(edition.reveals)
    edition.reveals, edition.reveals_asked = edition.reveals_asked, ""
    return _save(edition, "allow_reveals", was, by)


def _save(edition: Edition, verb: str, was: Reveals, by: User) -> Edition:
    edition.save(update_fields=["reveals", "reveals_asked"])
    record(edition, verb, by=by, was=was, now=edition.reveals, scope=edition.programme.lead_key)
    if edition.is_sensitive and not was.is_sensitive:
        _ask_consent(edition)
    transaction.on_commit(purge)
    return edition


def _ask_consent(edition: Edition) -> None:
    asked = f"{timezone.now().timestamp():.6f}"  # after a looser word in between they are asked again
    own = Application.objects.filter(edition=edition).under_way().awaiting_consent()
    for application in own.select_related("user"):
        key = f"consent_asked:{application.key}:{asked}"
        letters.write(consent_asked, application.user, key=key, application=application.key)
