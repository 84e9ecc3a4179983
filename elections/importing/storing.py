"""Puts one message into the database: whose it is, its lists or its result. Runs inside the file's transaction."""

import datetime as dt
from datetime import timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from elections import eml
from elections.importing.entries import replace_lists
from elections.importing.results import join_result, replace_result
from elections.models import Body, BodyElection, Election, ElectionFile, Kind, SeparateVote
from elections.names.normalising import fold
from home.page_cache import purge
from lifecycle.journal import record
from people.models import User

KINDS: dict[str, Kind] = {"GR": Kind.COUNCIL, "PS": Kind.PROVINCE, "AB": Kind.WATER_BOARD}
NEAR = timedelta(days=60)
"""An ordinary election day can be moved by some weeks; one further away is another election."""


def store(message: eml.Message, *, sha256: str, name: str, by: User | None, at: dt.datetime) -> ElectionFile:
    body_election = _body_election(message.head)
    contests = message.contests
    if message.lists:
        replace_lists(body_election, message.lists)
    if message.elected:
        replace_result(body_election, message.elected)
        body_election.result_at = at
        body_election.save(update_fields=["result_at"])
    if message.lists or message.elected:
        join_result(body_election)
    contest = contests[0] if len(contests) == 1 else ""
    body_election.files.filter(
        message=message.head.message, contest__in={contest, "", *contests}, is_current=True
    ).update(is_current=False)
    file = ElectionFile.objects.create(
        sha256=sha256,
        name=name[-200:],
        message=message.head.message,
        body_election=body_election,
        contest=contest,
        made_at=timezone.make_aware(made) if (made := message.head.made_at) else None,
        imported_at=at,
        lists=len(message.lists),
        candidates=message.candidates,
        elected=len(message.elected),
    )
    record(file, "import", by=by, at=at)
    return file


def _body_election(head: eml.Head) -> BodyElection:
    """Made or renewed, and locked. A result says less than the other messages: it renews nothing."""
    kind = KINDS.get(head.category)
    body = _body(kind, head) if kind else None
    domain = body.domain if body else head.domain
    said: dict[str, Any] = {
        "category": head.category,
        "domain": domain,
        "name": head.name,
        "election_day": head.election_day,
        "body": body,
        "is_marked": body is None,
    }
    if head.nomination_day:
        said["nomination_day"] = head.nomination_day
    found, is_new = BodyElection.objects.select_for_update().get_or_create(identifier=head.identifier, defaults=said)
    if found.category != head.category or (found.domain and domain and found.domain != domain):
        raise eml.Refused(_("Dit kenmerk hoort al bij een ander bestuur."))
    if not is_new and head.message == ElectionFile.Message.RESULT:
        said = {"body": body or found.body, "is_marked": (body or found.body) is None}
    for name, value in said.items():
        setattr(found, name, value)
    found.election = _ordinary_election(kind, body, head) if kind and body else None
    found.save()
    return found


def _body(kind: Kind, head: eml.Head) -> Body | None:
    """By the Kiesraad's number; a file without one names it, and then the name has to be ours to the letter."""
    of_kind = Body.objects.filter(kind=kind)
    if head.domain:
        return of_kind.filter(domain=_as_ours(kind, head.domain)).first()
    named = [
        body for body in of_kind if head.domain_name and fold(head.domain_name) in (fold(body.name), fold(body.alias))
    ]
    return named[0] if len(named) == 1 else None


def _as_ours(kind: Kind, domain: str) -> str:
    """Four digits for a municipality, no leading noughts for the others."""
    if not (domain.isascii() and domain.isdigit()):
        return domain
    return domain.zfill(4) if kind == Kind.COUNCIL else str(int(domain))


def _ordinary_election(kind: Kind, body: Body, head: eml.Head) -> Election | None:
    """The nation-wide day that this is part of; None for a body that votes on a day of its own.

    The first official file of an ordinary day puts its dates in the place of those that were expected.
    """
    of_kind = Election.objects.filter(kind=kind)
    election = of_kind.filter(identifier=head.identifier.partition("_")[0]).first()
    if election is None:
        return of_kind.filter(election_day=head.election_day).first()
    if SeparateVote.objects.filter(election=election, body=body).exists():
        return None
    if election.is_expected and head.nomination_day and abs(election.election_day - head.election_day) <= NEAR:
        election.election_day, election.nomination_day = head.election_day, head.nomination_day
        election.is_expected = False
        election.save(update_fields=["election_day", "nomination_day", "is_expected"])
        purge()
    return election if election.election_day == head.election_day else None
