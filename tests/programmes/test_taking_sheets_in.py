"""A sheet taken in as one: good rows in, faulty ones named, twice the same changes nothing, killed leaves nothing."""

from collections import Counter
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from lifecycle.errors import IllegalMove, Refused
from lifecycle.models import JournalLine
from people import letters, privacy
from people.models import Letter
from programmes.actions.waiting import free_places
from programmes.importing import actions, running
from programmes.importing.reading import read
from programmes.models import Becomes, Edition, Imported, ImportRun, ImportSheet, Programme
from programmes.states import EditionState, ImportedState, ImportState
from tests.factories.people import AdministratorFactory
from tests.factories.programmes import EditionFactory, OpenEditionFactory, QuestionFactory, admitted, organiser_of
from tests.people.test_privacy import whole_database

pytestmark = pytest.mark.django_db

HEAD = "Naam;E-mail;Locatie;Datum\n"


def sheet(*rows: str, head: str = HEAD):
    return read((head + "\n".join(rows)).encode(), "lijst.csv")


@pytest.fixture
def edition() -> Edition:
    return OpenEditionFactory(name="voorjaar", town="Gouda", capacity=20)


def handed_in(edition: Edition, *rows: str, by=None, makes: bool = False, becomes=Becomes.PARTICIPANT) -> ImportRun:
    by = by or organiser_of(edition.programme)
    run = actions.hand_in(sheet(*rows), edition, file_name="kanarielijst.csv", by=by)
    return actions.match(run, run.columns, becomes=becomes, makes_editions=makes, by=by)


def taken_in(edition: Edition, *rows: str, **how) -> ImportRun:
    run = handed_in(edition, *rows, **how)
    actions.start(run, by=run.by)
    running.run_due()
    run.refresh_from_db()
    return run


def test_the_good_rows_are_in_and_the_others_named_by_row_and_reason(edition: Edition) -> None:
    run = taken_in(
        edition,
        "Ann Gevonden;ann@example.org;;12-3-2026",
        ";bo@example.org;;",
        "Cas;geen adres;;",
        "Dag;;;",
        "Eva;ANN@example.org;;",
        "Fay;fay@example.org;Nergens;",
        "Gus;gus@example.org;;ooit",
        "Han;han@example.org;;12-3-2199",
        f"{'x' * 61};x@example.org;;",
    )
    assert run.state == ImportState.DONE and (run.rows, run.rows_new, run.rows_known) == (9, 1, 0)
    assert run.faults == [
        [3, "no_name"], [4, "wrong_address"], [5, "no_address"], [6, "twice"], [7, "no_edition"], [8, "wrong_day"],
        [9, "day_to_come"], [10, "long_name"],
    ]  # fmt: skip
    person = Imported.objects.get()
    assert (person.name, person.address, person.admitted_on) == ("Ann Gevonden", "ann@example.org", date(2026, 3, 12))
    assert not ImportSheet.objects.exists() and run.percent == 100


def test_nothing_readable_stays_and_the_journal_holds_keys_alone(edition: Edition) -> None:
    run = handed_in(edition, "Ann Kanariegeel;kanarie@example.org;;")
    assert "kanarie" not in whole_database().lower()
    actions.start(run, by=run.by)
    running.run_due()
    assert Letter.objects.filter(done_at=None).count() == 1
    assert "kanarie" not in whole_database().lower()
    assert {"hand_in", "match", "start", "finish"} <= set(JournalLine.objects.values_list("verb", flat=True))


def test_one_neutral_mail_to_each_and_never_a_second(edition: Edition, mailoutbox) -> None:
    rows = [f"Mens {number};mens{number}@example.org;;" for number in range(3)]
    taken_in(edition, *rows)
    again = taken_in(edition, *rows, "Nieuw;nieuw@example.org;;")
    assert (again.rows_new, again.rows_known) == (1, 3)
    letters.send_due()
    assert Counter(mail.to[0] for mail in mailoutbox) == {
        **{f"mens{number}@example.org": 1 for number in range(3)},
        "nieuw@example.org": 1,
    }
    for mail in mailoutbox:
        assert edition.programme.name not in mail.subject + mail.body and "Mens" not in mail.subject + mail.body
        assert f"/uitnodiging/{Imported.objects.get(address_digest=_mark(mail.to[0])).token}/" in mail.body


def _mark(address: str) -> str:
    from people.addresses import keyed

    return keyed(address)


def test_who_takes_part_already_is_left_as_she_is(edition: Edition) -> None:
    there = admitted(edition)
    run = taken_in(edition, f"Anders geschreven;{there.user.email.upper()};;")
    assert (run.rows_new, run.rows_known, run.faults) == (0, 1, [])


def test_a_location_is_an_edition(edition: Edition) -> None:
    ede = OpenEditionFactory(programme=edition.programme, name="ede-groep", town="Ede")
    foreign = OpenEditionFactory(town="Breda")
    rows = ("A;a@example.org;GOUDA;", "B;b@example.org; ede ;", "C;c@example.org;ede-groep;", "D;d@example.org;Breda;")
    run = taken_in(edition, *rows)
    assert run.faults == [[5, "no_edition"]] and not foreign.imported.exists()
    assert [Imported.objects.filter(edition=one).count() for one in (edition, ede)] == [1, 2]
    assert taken_in(edition, "F;f@example.org;Ede;", "F;f@example.org;Gouda;").rows_new == 2, "in each group once"
    OpenEditionFactory(programme=edition.programme, town="Ede")
    assert taken_in(edition, "E;e@example.org;Ede;").faults == [[2, "more_editions"]]


def test_missing_editions_are_made_as_the_chosen_one(edition: Edition) -> None:
    Edition.objects.filter(pk=edition.pk).update(reviewers_each=3)
    edition.refresh_from_db()
    first = QuestionFactory(edition=edition, label="Waar kom je voor?")
    QuestionFactory(edition=edition, label="En daarna?", step=2, shown_if=first, shown_if_answer="ja")
    rows = [f"Mens {number};m{number}@example.org;{town};" for number, town in enumerate(["Ede", "ede", "Zeist"] * 9)]
    run = taken_in(edition, *rows, makes=True)
    assert (run.rows_new, run.faults) == (27, [])
    ede, zeist = (edition.programme.editions.get(town=town) for town in ("Ede", "Zeist"))
    assert ede.name == "voorjaar, Ede" and ede.starts_on == edition.starts_on and ede.reviewers_each == 3
    assert ede.state == EditionState.CLOSED, "nobody was asked whether one can apply there"
    assert ede.capacity == 20 and ede.imported.count() == 18 and zeist.imported.count() == 9
    copies = list(ede.questions.order_by("step"))
    assert [question.label for question in copies] == ["Waar kom je voor?", "En daarna?"]
    assert copies[1].shown_if == copies[0]
    assert taken_in(edition, *rows, makes=True).rows_known == 27


def test_an_edition_holds_those_who_are_in_it(edition: Edition) -> None:
    Edition.objects.filter(pk=edition.pk).update(capacity=2)
    admitted(edition)
    rows = [f"Mens {number};m{number}@example.org;;" for number in range(3)]
    taken_in(edition, *rows, becomes=Becomes.APPLICANT)
    edition.refresh_from_db()
    assert edition.capacity == 2, "who applies has no place yet"
    taken_in(edition, *(row.replace("m", "n") for row in rows))
    edition.refresh_from_db()
    assert edition.capacity == 4 and free_places(edition) == 0, "a place that was promised is offered to nobody else"


# Faults along the way -------------------------------------------------------------------------------


@pytest.mark.parametrize("at", ["bulk_create", "write_to_each", "finish"])
def test_a_fall_in_the_middle_leaves_nothing_half(edition: Edition, monkeypatch, at: str) -> None:
    run = handed_in(edition, "Ann;ann@example.org;Ede;", "Bo;bo@example.org;;", makes=True)
    actions.start(run, by=run.by)

    def fall(*args, **kwargs):
        raise RuntimeError("killed")

    with monkeypatch.context() as broken:
        if at == "bulk_create":
            broken.setattr(type(Imported.objects.all()), "bulk_create", fall)
        elif at == "write_to_each":
            broken.setattr(letters, "write_to_each", fall)
        else:
            broken.setattr(ImportRun, "finish", fall)
        assert running.run_due() == 0
    assert not Imported.objects.exists() and not Letter.objects.exists() and Edition.objects.count() == 1
    run.refresh_from_db()
    assert run.is_at_work and run.fault == "RuntimeError" and ImportSheet.objects.exists()
    assert running.run_due() == 0, "not before its time"
    assert running.run_due(timezone.now() + timedelta(minutes=5)) == 1
    assert Imported.objects.count() == 2


def test_a_worker_that_was_overtaken_takes_its_work_back(edition: Edition) -> None:
    run = handed_in(edition, "Ann;ann@example.org;;")
    actions.start(run, by=run.by)
    slow = ImportRun.objects.claim(run.pk, seconds=1, at=timezone.now() - timedelta(hours=1))
    assert running.run_due() == 1
    with pytest.raises(running.Overtaken):
        running.take_in(slow)
    assert Imported.objects.count() == 1 and Letter.objects.count() == 1


def test_an_edition_that_ended_while_the_sheet_waited_takes_nobody_in(edition: Edition) -> None:
    run = handed_in(edition, "Ann;ann@example.org;;")
    actions.start(run, by=run.by)
    Edition.objects.filter(pk=edition.pk).update(state=EditionState.CANCELLED)
    assert running.run_due() == 0 and not Imported.objects.exists() and not Letter.objects.exists()
    run.refresh_from_db()
    assert run.fault == "NotTaken" and not run.is_over


def test_after_three_attempts_somebody_must_press_again(edition: Edition, monkeypatch) -> None:
    run = handed_in(edition, "Ann;ann@example.org;;")
    actions.start(run, by=run.by)
    with monkeypatch.context() as broken:
        broken.setattr(running, "check", lambda *args, **kwargs: 1 / 0)
        for number in range(3):
            running.run_due(timezone.now() + timedelta(days=number))
    run.refresh_from_db()
    assert run.has_failed
    actions.start(run, by=run.by)
    assert running.run_due() == 1 and Imported.objects.count() == 1


def test_it_is_not_started_twice_and_not_thrown_away_at_work(edition: Edition) -> None:
    run = handed_in(edition, "Ann;ann@example.org;;")
    actions.start(run, by=run.by)
    for press in (actions.start, actions.throw_away):
        with pytest.raises(IllegalMove):
            press(run, by=run.by)
    running.run_due()
    actions.throw_away(run, by=run.by)
    assert not ImportRun.objects.exists() and Imported.objects.get().run is None


def test_it_takes_a_name_an_address_and_each_column_once(edition: Edition) -> None:
    by = organiser_of(edition.programme)
    run = actions.hand_in(sheet("Ann;ann@example.org;;"), edition, file_name="x", by=by)
    for columns, said in (
        ({"name": 0}, "e-mailadres"),
        ({"address": 1}, "naam"),
        ({"address": 1, "name": 1}, "twee keer"),
    ):
        with pytest.raises(Refused, match=said):
            actions.match(run, columns, becomes="participant", makes_editions=False, by=by)


def test_only_who_organises_it_brings_people_in(edition: Edition) -> None:
    run = handed_in(edition, "Ann;ann@example.org;;")
    for stranger in (organiser_of(OpenEditionFactory().programme), AdministratorFactory()):
        with pytest.raises(PermissionDenied):
            actions.hand_in(sheet("Bo;bo@example.org;;"), edition, file_name="x", by=stranger)
        for press in (actions.start, actions.throw_away):
            with pytest.raises(PermissionDenied):
                press(run, by=stranger)
    ended = EditionFactory(programme=edition.programme, state=EditionState.FINISHED)
    with pytest.raises(Refused):
        actions.hand_in(sheet("Bo;bo@example.org;;"), ended, file_name="x", by=organiser_of(edition.programme))


# Keeping --------------------------------------------------------------------------------------------


def test_it_is_all_gone_in_time(edition: Edition) -> None:
    taken_in(edition, "Ann;ann@example.org;;")
    left = handed_in(edition, "Bo;bo@example.org;;")
    now = timezone.now()
    privacy.purge_expired(now + timedelta(days=1, hours=1))
    assert (
        not ImportRun.objects.filter(pk=left.pk).exists() and Imported.objects.count() == ImportRun.objects.count() == 1
    )
    assert privacy.purge_expired(now + timedelta(days=13))["imported"] == 0
    assert privacy.purge_expired(now + timedelta(days=15), dry_run=True)["imported"] == 1
    privacy.purge_expired(now + timedelta(days=15))
    assert not Imported.objects.exists() and not ImportRun.objects.exists()
    assert Programme.objects.exists() and not Imported.objects.filter(state=ImportedState.INVITED).exists()
