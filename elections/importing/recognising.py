"""Which of our bodies and elections a file is about."""

import datetime as dt
from typing import Protocol

from elections.models import Body, BodyElection, Election, Kind, SeparateVote
from elections.names.normalising import fold
from elections.parties.listing import keep_listed
from home.page_cache import purge

KINDS: dict[str, Kind] = {"GR": Kind.COUNCIL, "PS": Kind.PROVINCE, "AB": Kind.WATER_BOARD}
NEAR = dt.timedelta(days=60)
"""An ordinary election day can be moved by some weeks; one further away is another election."""


class Told(Protocol):
    """What a file says of an election, and what we keep of it."""

    @property
    def identifier(self) -> str: ...
    @property
    def election_day(self) -> dt.date: ...
    @property
    def nomination_day(self) -> dt.date | None: ...


def body_of(category: str, domain: str, domain_name: str = "") -> tuple[Body | None, str]:
    """The body, and its number as our lists have it; None for a kind or a number that they lack.

    A file without a number names the body, and then the name has to be ours to the letter.
    """
    kind = KINDS.get(category)
    if kind is None:
        return None, domain
    of_kind = Body.objects.filter(kind=kind)
    if domain:
        ours = _as_ours(kind, domain)
        return of_kind.filter(domain=ours).first(), ours
    wanted = fold(domain_name)
    named = [body for body in of_kind if wanted and wanted in (fold(body.name), fold(body.alias))]
    return (named[0], named[0].domain) if len(named) == 1 else (None, "")


def _as_ours(kind: Kind, domain: str) -> str:
    """Four digits for a municipality, no leading noughts for the others."""
    if not (domain.isascii() and domain.isdigit()):
        return domain
    return domain.zfill(4) if kind == Kind.COUNCIL else str(int(domain))


def ordinary_election(body: Body, told: Told) -> Election | None:
    """The nation-wide day that this is part of; None for a body that votes on a day of its own.

    The first official file of an ordinary day puts its dates in the place of those that were expected.
    """
    of_kind = Election.objects.filter(kind=body.kind)
    election = of_kind.filter(identifier=told.identifier.partition("_")[0]).first()
    if election is None:
        return of_kind.filter(election_day=told.election_day).first()
    if SeparateVote.objects.filter(election=election, body=body).exists():
        return None
    if election.is_expected and told.nomination_day and abs(election.election_day - told.election_day) <= NEAR:
        election.election_day, election.nomination_day = told.election_day, told.nomination_day
        election.is_expected = False
        election.save(update_fields=["election_day", "nomination_day", "is_expected"])
        purge()
    return election if election.election_day == told.election_day else None


def recognise_marked() -> int:
    """Bodies that were unknown when their files were read, and are on our lists now. Returns how many."""
    found = 0
    for marked in BodyElection.objects.filter(is_marked=True, category__in=KINDS):
        body, domain = body_of(marked.category, marked.domain)
        if body:
            marked.body, marked.domain, marked.is_marked = body, domain, False
            marked.election = ordinary_election(body, marked)
            marked.save(update_fields=["body", "domain", "is_marked", "election"])
            keep_listed(marked, {*marked.lists.values_list("contest", flat=True)})
            found += 1
    return found
