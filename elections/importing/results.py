"""A result, kept as it was read and joined to the lists; again whenever one of the two is renewed."""

from collections import defaultdict
from collections.abc import Iterable

from elections import eml
from elections.lists import person_of
from elections.models import BodyElection, ElectedCandidate, ListEntry
from elections.names.joining import Joined, Named, join


def replace_result(body_election: BodyElection, elected: Iterable[eml.Elected]) -> None:
    elected = list(elected)
    body_election.elected.filter(contest__in={one.contest for one in elected}).delete()
    ElectedCandidate.objects.bulk_create(
        ElectedCandidate(
            body_election=body_election,
            contest=one.contest,
            list_number=one.list_number,
            number=one.candidate.number,
            initials=one.candidate.initials,
            first_name=one.candidate.first_name,
            prefix=one.candidate.prefix,
            last_name=one.candidate.last_name,
            locality=one.candidate.locality,
            country=one.candidate.country,
        )
        for one in elected
    )


def join_result(body_election: BodyElection) -> None:
    """Says of each entry whether it was elected, and of each elected which entry is meant. A handful of queries."""
    elected = list(body_election.elected.all())
    entries = ListEntry.objects.filter(candidate_list__body_election=body_election)
    if not elected:
        return
    theirs = entries.filter(candidate_list__number__in={one.list_number for one in elected})
    found = join(
        [Named(one.pk, one.contest, one.list_number, person_of(one)) for one in elected],
        [
            Named(entry.pk, entry.candidate_list.contest, entry.candidate_list.number, person_of(entry))
            for entry in theirs.select_related("candidate_list")
        ],
        has_lists=body_election.lists.exists(),
    )
    entries.filter(elected=True).exclude(pk__in=found.elected).update(elected=False)
    entries.filter(in_doubt=True).exclude(pk__in=found.in_doubt).update(in_doubt=False)
    entries.filter(pk__in=found.elected).update(elected=True, in_doubt=False)
    entries.filter(pk__in=found.in_doubt).update(in_doubt=True, elected=False)
    by_outcome: dict[Joined, list[int]] = defaultdict(list)
    for pk, joined in found.joined.items():
        by_outcome[joined].append(pk)
    for joined, keys in by_outcome.items():
        body_election.elected.filter(pk__in=keys).update(joined=joined)
