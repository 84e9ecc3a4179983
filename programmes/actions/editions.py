from contextlib import suppress
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from home.page_cache import purge
from lifecycle.errors import IllegalMove, Refused
from lifecycle.journal import record
from people.models import User
from programmes import policies
from programmes.actions.participations import complete_all, start_all
from programmes.actions.turns import lock_edition
from programmes.models import Application, Edition
from programmes.models.safeguarding_contact import enough_contacts
from programmes.opening import why_not_as_it_stands, why_not_under_18
from programmes.safety.contacts import lock_contacts
from programmes.states import EDITION

# What a press of a button changes, and a form may not turn back.
MOVED = ("state", "reveals", "reveals_asked")

SWEPT_LATE = timedelta(minutes=3)  # the sweep comes each minute, and may miss one


def take_over_moves(edition: Edition) -> None:
    """Before a form saves the whole row: locks it, and takes over what was pressed since the form read it."""
    current = lock_edition(edition)
    for name in MOVED:
        setattr(edition, name, getattr(current, name))
    if reason := why_not_as_it_stands(edition):
        raise Refused(reason)


@transaction.atomic
def open_edition(edition: Edition, *, by: User, at: datetime | None = None) -> Edition:
    """From now on people can apply, or from `opens_at` on when that is later."""
    edition = lock_edition(edition)
    policies.require(policies.can_manage_edition(by, edition))
    target = EDITION.target("open", edition.state)
    lock_contacts(edition.programme)
    if not enough_contacts(edition.programme):
        raise Refused(
            _("Zet eerst twee vertrouwenspersonen bij het programma. Eén van hen werkt niet voor de organisatie.")
        )
    if reason := why_not_under_18(edition):
        raise Refused(reason)
    if edition.closes_at and edition.closes_at <= (at or timezone.now()):
        raise Refused(_("De laatste dag om je aan te melden is al voorbij. Kies eerst een nieuwe dag."))
    return _move(edition, "open", target, by=by, at=at)


@transaction.atomic
def close_edition(edition: Edition, *, by: User | None, at: datetime | None = None) -> Edition:
    """`by` is None when the last day has gone by and the portal closes it."""
    edition = lock_edition(edition)
    policies.require(by is None or policies.can_manage_edition(by, edition))
    return _move(edition, "close", EDITION.target("close", edition.state), by=by, at=at)


@transaction.atomic
def start_edition(edition: Edition, *, by: User, at: datetime | None = None) -> Edition:
    """And with it everyone who was admitted."""
    edition = lock_edition(edition)
    policies.require(policies.can_manage_edition(by, edition))
    edition = _move(edition, "start", EDITION.target("start", edition.state), by=by, at=at)
    start_all(edition, by=by, at=at)
    return edition


@transaction.atomic
def finish_edition(edition: Edition, *, by: User, at: datetime | None = None) -> Edition:
    """And with it everyone who is still there: who left was said to have left before."""
    edition = lock_edition(edition)
    policies.require(policies.can_manage_edition(by, edition))
    edition = _move(edition, "finish", EDITION.target("finish", edition.state), by=by, at=at)
    complete_all(edition, by=by, at=at)
    return edition


@transaction.atomic
def cancel_edition(edition: Edition, *, by: User) -> Edition:
    """Only while nobody waits for an answer: people are told first, one by one."""
    edition = lock_edition(edition)
    policies.require(policies.can_manage_edition(by, edition))
    target = EDITION.target("cancel", edition.state)
    if Application.objects.filter(edition=edition).under_way().exists():
        raise Refused(_("Er zijn aanmeldingen of deelnemers. Geef hun eerst antwoord. Zet wie meedoet op gestopt."))
    return _move(edition, "cancel", target, by=by)


def _move(edition: Edition, verb: str, target: str, *, by: User | None, at: datetime | None = None) -> Edition:
    was, edition.state = edition.state, target
    edition.save(update_fields=["state"])
    record(edition, verb, by=by, was=was, now=target, scope=edition.programme.lead_key, at=at)
    transaction.on_commit(purge)
    return edition


def close_past_editions(at: datetime | None = None) -> int:
    """The sweep of each minute: what says "open" though its last day has gone by."""
    past = list(Edition.objects.past_closing(at))
    for edition in past:
        with suppress(IllegalMove):  # someone closed it meanwhile
            close_edition(edition, by=None, at=at)
    return len(past)


def tell_of_opened_editions(at: datetime | None = None) -> int:
    """The same sweep: kept pages say "opens later", and nobody presses a button when the moment comes."""
    at = at or timezone.now()
    opened = Edition.objects.open(at).filter(opens_at__gt=at - SWEPT_LATE).count()
    if opened:
        purge()
    return opened
