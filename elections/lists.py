"""The door to the official lists for the floors above: search in one body, name an entry, ask what became of it.

An entry is named by a reference, "GR2022_WestMaasenWaal/geen/3/12": election, contest, list, place. It stays with the
person when a corrected file moves her. It names a party too: who keeps one, keeps it encrypted and with consent.
"""

from enum import StrEnum

from django.db.models.functions import Coalesce

from elections.models import Body, BodyElection, ElectedCandidate, ListEntry
from elections.names import searching
from elections.names.normalising import Person, person

MOST_FOUND = searching.MOST_FOUND


class Outcome(StrEnum):
    """At the day of the result. Who follows somebody later stands in no official file."""

    ELECTED = "elected"
    NOT_ELECTED = "not_elected"
    UNKNOWN = "unknown"


def search(body_election: BodyElection, words: str) -> list[ListEntry]:
    """The entries that these words can mean, best first, at most 20; somebody in several kieskringen once.

    One query. Each entry has its list and body at hand.
    """
    if not searching.typed(words).words:
        return []
    entries = (
        ListEntry.objects.filter(candidate_list__body_election=body_election)
        .select_related("candidate_list__body_election")
        .order_by("last_name", "first_name", "candidate_list__contest", "candidate_list__number", "number")
    )
    found: dict[tuple[int, Person], ListEntry] = {}
    for entry in searching.rank(words, ((person_of(entry), entry) for entry in entries)):
        found.setdefault((entry.candidate_list.number, person_of(entry)), entry)
        if len(found) == MOST_FOUND:
            break
    return [*found.values()]


def elected(body: Body, words: str, *, since: int, until: int | None = None) -> list[ElectedCandidate]:
    """Who was elected to this body in these years and can be called this, likest first, the latest election first.

    One query. Each has its election at hand.
    """
    named = ElectedCandidate.objects.filter(
        body_election__body=body, body_election__result_at__isnull=False, body_election__election_day__year__gte=since
    )
    if until is not None:
        named = named.filter(body_election__election_day__year__lte=until)
    found = named.select_related("body_election").order_by("-body_election__election_day", "last_name", "pk")
    ranked = searching.rank(words, ((person_of(one), one) for one in found))
    return [one for one in ranked if searching.resembles(words, person_of(one))]


def reference(entry: ListEntry) -> str:
    """Its name for keeping; `entry_of` leads back."""
    its_list = entry.candidate_list
    return f"{its_list.body_election.identifier}/{its_list.contest}/{its_list.number}/{entry.reference_number}"


def entry_of(reference: str) -> ListEntry | None:
    """None when there is no such entry (any more)."""
    identifier, contest, list_number, number = (*reference.split("/"), "", "", "", "")[:4]
    if reference.count("/") != 3 or not _whole(list_number) or not _whole(number):
        return None
    return (
        ListEntry.objects.alias(place=Coalesce("known_as", "number"))
        .filter(
            candidate_list__body_election__identifier=identifier,
            candidate_list__contest=contest,
            candidate_list__number=int(list_number),
            place=int(number),
        )
        .select_related("candidate_list__body_election")
        .first()
    )


def _whole(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 4


def resembles(entry: ListEntry, words: str) -> bool:
    """Whether somebody with this name can be this candidate."""
    return searching.resembles(words, person_of(entry))


def outcome(reference: str) -> Outcome:
    """What became of this entry; unknown without a result of the body, or when the result can mean several."""
    entry = entry_of(reference)
    if entry is None or entry.candidate_list.body_election.result_at is None or entry.in_doubt:
        return Outcome.UNKNOWN
    return Outcome.ELECTED if entry.elected else Outcome.NOT_ELECTED


def person_of(entry: ListEntry | ElectedCandidate) -> Person:
    """The name to compare by."""
    return person(entry.initials, entry.first_name, entry.prefix, entry.last_name, entry.locality)
