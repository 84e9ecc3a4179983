"""The door to the lists: search in one body, name an entry for keeping, ask what became of it."""

import pytest
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from elections import lists
from elections.lists import Outcome
from elections.models import BodyElection
from tests.factories.elections import BodyElectionFactory, CandidateListFactory, ListEntryFactory

pytestmark = pytest.mark.django_db


def test_search_stays_within_one_body() -> None:
    ours = ListEntryFactory(last_name="Proefvlier")
    ListEntryFactory(last_name="Proefvlier")
    assert lists.search(ours.candidate_list.body_election, "Fenna Proefvlier") == [ours]


@pytest.mark.parametrize("words", ["", "  ", "Niemandsland", "F.A."])
def test_words_that_say_nothing_find_nobody(words: str) -> None:
    entry = ListEntryFactory(last_name="Proefvlier")
    assert lists.search(entry.candidate_list.body_election, words) == []


def test_at_most_twenty_in_one_question() -> None:
    its_list = CandidateListFactory()
    ListEntryFactory.create_batch(30, candidate_list=its_list, last_name="Proefvlier", first_name="", initials="A.")
    ListEntryFactory(candidate_list=its_list, last_name="Proefvlier", first_name="Zoë")
    for number in range(30):
        ListEntryFactory(candidate_list=its_list, last_name="Proefvlier", locality=f"Plaats {number}")
    with CaptureQueriesContext(connection) as captured:
        found = lists.search(its_list.body_election, "Zoë Proefvlier")
        assert [lists.reference(one).count("/") for one in found] == [3] * 20
    assert len(captured) == 1
    assert found[0].first_name == "Zoë"


def test_somebody_in_several_kieskringen_is_found_once() -> None:
    body_election = BodyElectionFactory()
    for contest in ("10", "6"):
        its_list = CandidateListFactory(body_election=body_election, contest=contest, number=2)
        ListEntryFactory(candidate_list=its_list, last_name="Proefvlier")
    assert [one.candidate_list.contest for one in lists.search(body_election, "Proefvlier")] == ["10"]


def test_a_reference_leads_back() -> None:
    entry = ListEntryFactory(candidate_list__contest="10", candidate_list__number=3, number=12)
    reference = lists.reference(entry)
    assert reference == f"{entry.candidate_list.body_election.identifier}/10/3/12"
    assert lists.entry_of(reference) == entry


@pytest.mark.parametrize(
    "reference", ["", "x", "a/b/c/d", "a/geen/1/1", "a/geen/1/1/1", "a/geen/²/1", "a/geen/1/" + "9" * 50, "///"]
)
def test_a_reference_to_nothing_is_no_fault(reference: str) -> None:
    ListEntryFactory()
    assert lists.entry_of(reference) is None
    assert lists.outcome(reference) == Outcome.UNKNOWN


def test_what_became_of_an_entry() -> None:
    waiting = ListEntryFactory()
    chosen, other = ListEntryFactory(with_result=True, elected=True), ListEntryFactory(with_result=True)
    doubted = ListEntryFactory(with_result=True, in_doubt=True)
    outcomes = [lists.outcome(lists.reference(entry)) for entry in (waiting, chosen, other, doubted)]
    assert outcomes == [Outcome.UNKNOWN, Outcome.ELECTED, Outcome.NOT_ELECTED, Outcome.UNKNOWN]


def test_a_name_resembles_an_entry() -> None:
    entry = ListEntryFactory(last_name="Proefvlier")
    assert lists.resembles(entry, "Fenna van der Proefvlier")
    assert not lists.resembles(entry, "Bo Proefvlier")


def test_which_bodies_have_lists_and_which_a_result() -> None:
    empty, decided = BodyElectionFactory(), BodyElectionFactory(result_at=timezone.now())
    its_list = CandidateListFactory()
    assert [*BodyElection.objects.with_lists()] == [its_list.body_election]
    assert [*BodyElection.objects.with_result()] == [decided]
    assert empty in BodyElection.objects.all()


def test_the_database_holds_what_may_not_be() -> None:
    entry = ListEntryFactory()
    for broken in (
        lambda: ListEntryFactory(candidate_list=entry.candidate_list, number=entry.number),
        lambda: ListEntryFactory(elected=True, in_doubt=True),
        lambda: CandidateListFactory(number=0),
        lambda: BodyElectionFactory(body=None, is_marked=False),
    ):
        from django.db import transaction

        with pytest.raises(IntegrityError), transaction.atomic():
            broken()
