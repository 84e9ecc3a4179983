"""Puts one message into the database: whose it is, its lists or its result. Runs inside the file's transaction."""

import datetime as dt
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from elections import eml
from elections.importing.entries import replace_lists
from elections.importing.recognising import body_of, ordinary_election
from elections.importing.results import join_result, replace_result
from elections.models import BodyElection, ElectionFile
from elections.parties.listing import keep_listed
from lifecycle.journal import record
from people.models import User


def store(message: eml.Message, *, sha256: str, name: str, by: User | None, at: dt.datetime) -> ElectionFile:
    body_election = _body_election(message.head)
    contests = message.contests
    if message.lists:
        replace_lists(body_election, message.lists)
        keep_listed(body_election, contests)
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
    body, domain = body_of(head.category, head.domain, head.domain_name)
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
    if not domain:  # this file does not say it; an earlier one may have
        said |= {"domain": found.domain, "body": found.body, "is_marked": found.body is None}
    for name, value in said.items():
        setattr(found, name, value)
    found.election = ordinary_election(found.body, head) if found.body else None
    found.save()
    return found
