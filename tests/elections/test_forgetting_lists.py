"""Names on lists go three months after the result was read; whose election it was stays."""

from datetime import timedelta

import pytest
from django.utils import timezone

from elections.models import BodyElection, CandidateList, ElectedCandidate, ElectionFile, ListEntry
from people.privacy import keep_until_table, purge_expired
from tests.factories.elections import BodyElectionFactory, CandidateListFactory, ListEntryFactory

pytestmark = pytest.mark.django_db
NAMES = ("official_lists", "official_lists_without_result")


def read(**changes: object) -> BodyElection:
    """A body with one list of one candidate, somebody elected, and the files of both."""
    body_election = BodyElectionFactory(**changes)
    ListEntryFactory(candidate_list=CandidateListFactory(body_election=body_election))
    body_election.elected.create(contest="geen", list_number=1, number=1, last_name="Proefvlier")
    for message in ElectionFile.Message.values:
        body_election.files.create(
            sha256=f"{body_election.pk}{message}", name="x.xml", message=message, imported_at=timezone.now()
        )
    return body_election


def names_left(body_election: BodyElection) -> list[int]:
    return [
        CandidateList.objects.filter(body_election=body_election).count(),
        ListEntry.objects.filter(candidate_list__body_election=body_election).count(),
        ElectedCandidate.objects.filter(body_election=body_election).count(),
    ]


def purged(days: int) -> dict[str, int]:
    done = purge_expired(timezone.now() + timedelta(days=days))
    return {name: done[name] for name in NAMES}


def test_names_stay_for_three_months_after_the_result_and_then_go() -> None:
    body_election, other = read(result_at=timezone.now()), read()
    assert purged(90) == dict.fromkeys(NAMES, 0)
    assert names_left(body_election) == [1, 1, 1]
    assert purged(92) == {NAMES[0]: 1, NAMES[1]: 0}
    assert (names_left(body_election), names_left(other)) == ([0, 0, 0], [1, 1, 1])
    assert purged(92) == dict.fromkeys(NAMES, 0)


def test_what_stays_holds_no_name() -> None:
    body_election = read(result_at=timezone.now())
    purged(92)
    body_election.refresh_from_db()
    assert body_election.result_at
    assert [*body_election.files.values_list("message", flat=True)] == ["110a"]


def test_lists_whose_result_never_comes_do_not_wait_for_ever() -> None:
    body_election = read(election_day=timezone.localdate(), nomination_day=None)
    assert purged(364) == dict.fromkeys(NAMES, 0)
    assert purged(367) == {NAMES[0]: 0, NAMES[1]: 1}
    assert names_left(body_election) == [0, 0, 0]


def test_an_old_election_that_is_read_today_stays_a_while() -> None:
    body_election = read(election_day=timezone.localdate() - timedelta(days=1000), nomination_day=None)
    assert purged(300) == dict.fromkeys(NAMES, 0)
    assert names_left(body_election) == [1, 1, 1]


def test_a_dry_run_tells_and_takes_nothing() -> None:
    body_election = read(result_at=timezone.now())
    assert purge_expired(timezone.now() + timedelta(days=92), dry_run=True)[NAMES[0]] == 1
    assert names_left(body_election) == [1, 1, 1]


def test_both_periods_stand_on_the_privacy_page() -> None:
    assert {*NAMES} <= {keep.name for keep in keep_until_table()}
