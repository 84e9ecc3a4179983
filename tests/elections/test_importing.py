"""Official files become lists: again without change, corrected, in any order, and each file by itself."""

import datetime as dt
from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from elections import lists
from elections.models import Body, BodyElection, ElectedCandidate, Election, ElectionFile, ListEntry
from lifecycle.models import JournalLine
from portal.demo.elections.making import candidate_lists, definition, result, seated
from tests.factories.elections import candidate, head, party_list

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("bodies")]

LISTS = (
    party_list(1, candidate(1), candidate(2, "Wit", prefix="de"), candidate(3, "Groen")),
    party_list(3, candidate(1, "Blauw"), candidate(4, "Rood"), name=""),
)


def entry(last_name: str) -> ListEntry:
    return ListEntry.objects.get(last_name=last_name)


def rows() -> dict[str, tuple[int, int]]:
    """Surname: key of the row, and place."""
    return {one.last_name: (one.pk, one.number) for one in ListEntry.objects.all()}


def test_lists_and_result_of_a_body(take) -> None:
    report = take(candidate_lists(head(), LISTS), result(head(), seated(LISTS, {1: [3, 1], 3: [4]})))
    assert (report.files, report.imported, report.candidates, report.elected) == (2, 2, 5, 3)
    losser = BodyElection.objects.get()
    assert (losser.body, losser.election) == (
        Body.objects.get(code="GM0168"),
        Election.objects.get(identifier="GR2030"),
    )
    assert not losser.is_marked and losser.result_at
    assert {one.last_name for one in ListEntry.objects.filter(elected=True)} == {"Groen", "Proefvlier", "Rood"}
    assert {*ElectedCandidate.objects.values_list("joined", flat=True)} == {"one"}
    assert [one.title for one in losser.lists.all()] == ["Proeflijst", "Blanco lijst"]


def test_the_first_seat_is_not_the_first_place(take) -> None:
    take(candidate_lists(head(), LISTS), result(head(), seated(LISTS, {1: [3]})))
    assert (entry("Groen").elected, entry("Proefvlier").elected) == (True, False)


def test_the_same_bytes_are_not_read_twice(take) -> None:
    files = [definition(head(message="110a")), candidate_lists(head(), LISTS), result(head(), seated(LISTS, {1: [1]}))]
    take(*files)
    before, lines = rows(), JournalLine.objects.count()
    report = take(*files)
    assert (report.imported, report.unchanged, report.candidates, report.elected) == (0, 3, 0, 0)
    assert (rows(), JournalLine.objects.count(), ElectionFile.objects.count()) == (before, lines, 3)


def test_the_same_file_twice_in_one_run_is_read_once(take) -> None:
    data = candidate_lists(head(), LISTS)
    report = take(data, data)
    assert (report.imported, report.unchanged, ListEntry.objects.count()) == (1, 1, 5)


# Corrected files ------------------------------------------------------------------------------------------


def test_a_corrected_file_keeps_the_rows_that_did_not_change(take) -> None:
    take(candidate_lists(head(), LISTS))
    before = rows()
    first, second, third = LISTS[0].candidates
    mended = replace(LISTS[0], candidates=(first, replace(second, last_name="Witt"), third, candidate(4, "Nieuw")))
    report = take(candidate_lists(head(), (mended, LISTS[1])))
    after = rows()
    assert report.imported == 1
    assert {name: after[name] for name in ("Proefvlier", "Groen", "Blauw", "Rood")} == {
        name: before[name] for name in ("Proefvlier", "Groen", "Blauw", "Rood")
    }
    assert after["Witt"] == before["Wit"] and "Nieuw" in after
    assert [*ElectionFile.objects.order_by("pk").values_list("is_current", flat=True)] == [False, True]


def test_who_moves_up_because_somebody_was_struck_keeps_her_row(take) -> None:
    take(candidate_lists(head(), LISTS))
    before = rows()
    _struck, second, third = LISTS[0].candidates
    moved = replace(LISTS[0], candidates=(replace(second, number=1), replace(third, number=2)))
    take(candidate_lists(head(), (moved, LISTS[1])))
    after = rows()
    assert "Proefvlier" not in after
    assert (after["Wit"], after["Groen"]) == ((before["Wit"][0], 1), (before["Groen"][0], 2))


def test_two_who_swap_places_keep_their_rows(take) -> None:
    take(candidate_lists(head(), LISTS))
    before = rows()
    first, second, third = LISTS[0].candidates
    swapped = replace(LISTS[0], candidates=(replace(second, number=1), replace(first, number=2), third))
    take(candidate_lists(head(), (swapped, LISTS[1])))
    assert rows()["Wit"] == (before["Wit"][0], 1) and rows()["Proefvlier"] == (before["Proefvlier"][0], 2)


def test_somebody_else_on_a_place_is_a_new_row(take) -> None:
    take(candidate_lists(head(), LISTS))
    before = rows()
    other = replace(LISTS[0], candidates=(candidate(1, "Heelanders", initials="Z.", first_name="Zoë"),))
    take(candidate_lists(head(), (other, LISTS[1])))
    assert rows()["Heelanders"][0] not in {pk for pk, _number in before.values()}
    assert set(rows()) == {"Heelanders", "Blauw", "Rood"}


def test_a_reference_stays_with_the_person_whatever_place_she_gets(take) -> None:
    """A kept reference must never come to mean somebody else: it tells what became of her."""
    take(candidate_lists(head(), LISTS))
    kept = {one.last_name: lists.reference(one) for one in ListEntry.objects.select_related("candidate_list")}
    _struck, second, third = LISTS[0].candidates
    moved = replace(
        LISTS[0], candidates=(replace(third, number=1), replace(second, number=2), candidate(3, "Nieuw", initials="Z."))
    )
    take(candidate_lists(head(), (moved, LISTS[1])), result(head(), seated((moved,), {1: [3, 2]})))
    assert lists.entry_of(kept["Proefvlier"]) is None
    for name in ("Wit", "Groen", "Blauw", "Rood"):
        assert lists.entry_of(kept[name]).last_name == name
    assert [lists.outcome(kept[name]) for name in ("Wit", "Groen")] == ["elected", "not_elected"]
    new = entry("Nieuw")
    assert lists.reference(new) not in kept.values() and lists.entry_of(lists.reference(new)) == new
    take(candidate_lists(head(), LISTS))  # the first file again: its bytes were read
    take(candidate_lists(head(made_at=dt.datetime(2030, 2, 13)), LISTS))
    assert lists.entry_of(kept["Wit"]).number == 2 and lists.entry_of(kept["Proefvlier"]) is None


def test_a_list_that_was_withdrawn_goes_and_a_result_is_joined_anew(take) -> None:
    take(candidate_lists(head(), LISTS), result(head(), seated(LISTS, {3: [4]})))
    take(candidate_lists(head(made_at=dt.datetime(2030, 2, 9)), LISTS[:1]))
    assert not BodyElection.objects.get().lists.filter(number=3).exists()
    assert ElectedCandidate.objects.get().joined == "none"


def test_a_corrected_result_takes_the_place_of_the_first(take) -> None:
    take(candidate_lists(head(), LISTS), result(head(), seated(LISTS, {1: [1]})))
    take(result(head(), seated(LISTS, {1: [2]})))
    assert (entry("Wit").elected, entry("Proefvlier").elected) == (True, False)
    assert ElectedCandidate.objects.count() == 1


def test_of_two_files_in_one_run_the_one_made_last_stands(take) -> None:
    later = head(made_at=dt.datetime(2030, 2, 12))
    take(candidate_lists(later, LISTS[:1]), candidate_lists(head(), LISTS))
    assert BodyElection.objects.get().lists.count() == 1


# Order ----------------------------------------------------------------------------------------------------


def test_a_result_that_comes_first_waits_for_its_lists(take) -> None:
    take(result(head(), seated(LISTS, {1: [2], 3: [1]})))
    assert {*ElectedCandidate.objects.values_list("joined", flat=True)} == {"waiting"}
    take(candidate_lists(head(), LISTS))
    assert {one.last_name for one in ListEntry.objects.filter(elected=True)} == {"Wit", "Blauw"}
    assert {*ElectedCandidate.objects.values_list("joined", flat=True)} == {"one"}


def test_kieskringen_come_in_files_of_their_own(take) -> None:
    """One person on two lists is elected on both; a file of one kieskring leaves the other alone."""
    province = head(identifier="PS2030_Drenthe", category="PS", domain="3", domain_name="Drenthe")
    one, two = party_list(2, candidate(1), contest="6"), party_list(2, candidate(9), candidate(1, "Kei"), contest="10")
    everywhere = replace(seated([one], {2: [1]})[0], contest="alle")
    take(candidate_lists(province, [one]), result(province, [everywhere]))
    take(candidate_lists(province, [two]))
    assert BodyElection.objects.get().lists.count() == 2
    assert [*ListEntry.objects.filter(elected=True).values_list("last_name", flat=True)] == ["Proefvlier"] * 2
    assert ElectionFile.objects.filter(is_current=True).count() == 3


def test_who_cannot_be_told_apart_is_left_named(take) -> None:
    twins = party_list(1, candidate(1), candidate(2), candidate(3, "Groen"))
    take(candidate_lists(head(), [twins]), result(head(), seated([twins], {1: [2, 3]})))
    assert ElectedCandidate.objects.get(last_name="Proefvlier").joined == "several"
    assert {*ListEntry.objects.filter(last_name="Proefvlier").values_list("elected", "in_doubt")} == {(False, True)}
    assert entry("Groen").elected
    told_apart = replace(twins, candidates=(candidate(1, locality="Glane"), candidate(2), candidate(3, "Groen")))
    take(candidate_lists(head(), [told_apart]))
    assert ListEntry.objects.get(last_name="Proefvlier", number=2).elected
    assert not ListEntry.objects.filter(in_doubt=True).exists()


# Each file by itself --------------------------------------------------------------------------------------


def test_a_broken_file_is_named_and_the_others_are_there(take) -> None:
    report = take(b"<EML", candidate_lists(head(), LISTS), b"")
    assert (report.files, report.imported, [one.file for one in report.refused]) == (3, 1, ["0.eml.xml", "2.eml.xml"])
    assert ListEntry.objects.count() == 5


def test_a_file_that_fails_half_way_leaves_nothing(take, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: object) -> None:
        from django.db import DataError

        raise DataError("Fenna Proefvlier")

    monkeypatch.setattr("elections.importing.storing.join_result", fail)
    report = take(candidate_lists(head(), LISTS))
    assert not BodyElection.objects.exists() and not ElectionFile.objects.exists()
    assert "Proefvlier" not in report.refused[0].reason


def test_another_message_is_passed_over(take) -> None:
    report = take(candidate_lists(head(), LISTS).replace(b'Id="230b"', b'Id="510b"'))
    assert (report.files, report.skipped, report.refused, BodyElection.objects.count()) == (1, 1, [], 0)


def test_a_hundred_candidates_more_take_no_question_more(take) -> None:
    def questions(identifier: str, people: int) -> int:
        big = party_list(1, *(candidate(number + 1, f"Proef{number}") for number in range(people)))
        with CaptureQueriesContext(connection) as captured:
            take(
                candidate_lists(head(identifier=identifier), [big]),
                result(head(identifier=identifier), seated([big], {1: [2]})),
            )
        return len(captured)

    questions("GR2030_First", 2)  # the expected days give way once
    assert questions("GR2030_A", 50) == questions("GR2030_B", 5) <= 45


def test_reading_is_a_line_in_the_journal_without_a_name(take) -> None:
    take(candidate_lists(head(), LISTS))
    line = JournalLine.objects.get(thing_kind="elections.ElectionFile")
    assert (line.verb, line.actor, line.ids) == ("import", None, {})
