"""Two presses at once: on every database the second is told, on PostgreSQL also when they truly coincide."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, close_old_connections, connection, transaction
from django.utils import timezone

from lifecycle.errors import IllegalMove
from people import consent
from people.models import Letter
from programmes.actions import applications, editions
from programmes.models import Answer, Application
from programmes.states import ApplicationState, EditionState
from tests.factories.people import UserFactory
from tests.factories.programmes import (
    ApplicationFactory,
    OpenEditionFactory,
    QuestionFactory,
    SentApplicationFactory,
    organiser_of,
)

AT_ONCE = 8


@pytest.mark.django_db
def test_a_second_press_with_what_it_saw_before_changes_nothing():
    application = ApplicationFactory(old_enough=True)
    seen_before = Application.objects.get(pk=application.pk)
    applications.submit_application(application, by=application.user)
    with pytest.raises(applications.AlreadySent):
        applications.submit_application(seen_before, by=application.user)
    with pytest.raises(applications.AlreadySent):
        applications.save_answers(seen_before, {}, by=application.user)
    assert Letter.objects.count() == 1


@pytest.mark.django_db
def test_closing_wins_from_sending_what_was_seen_open():
    application = ApplicationFactory(old_enough=True)
    seen_open = application.edition
    editions.close_edition(seen_open, by=organiser_of(seen_open.programme))
    with pytest.raises(applications.Closed):
        applications.submit_application(application, by=application.user)
    application.refresh_from_db()
    assert application.state == ApplicationState.DRAFT and not Letter.objects.exists()


@pytest.mark.django_db
def test_withdrawing_twice_is_told():
    application = SentApplicationFactory()
    seen_before = Application.objects.get(pk=application.pk)
    applications.withdraw_application(application, by=application.user)
    with pytest.raises(IllegalMove):
        applications.withdraw_application(seen_before, by=application.user)


@pytest.mark.django_db
def test_nobody_acts_on_anothers_application():
    application, draft, other = SentApplicationFactory(), ApplicationFactory(old_enough=True), UserFactory()
    for act in (
        lambda: applications.withdraw_application(application, by=other),
        lambda: applications.submit_application(draft, by=other),
        lambda: applications.save_answers(draft, {}, by=other),
        lambda: applications.discard_draft(draft, by=other),
        lambda: applications.introduce_yourself(draft, name="x", old_enough=True, by=other),
    ):
        with pytest.raises(PermissionDenied):
            act()


@pytest.mark.django_db
def test_an_answer_to_another_editions_question_is_a_fault():
    application = ApplicationFactory()
    with pytest.raises(ValueError, match="another edition"):
        applications.save_answers(application, {QuestionFactory(): "De bus"}, by=application.user)
    assert not Answer.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("model_change", "constraint"),
    [
        ({"state": "submitted"}, "sent_application_has_a_time"),
        ({"state": "submitted", "submitted_at": timezone.now()}, "sent_by_someone_old_enough"),
        ({"state": "lost"}, "application_state_known"),
    ],
)
def test_the_database_holds_what_it_can(model_change, constraint):
    application = ApplicationFactory()
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Application.objects.filter(pk=application.pk).update(**model_change)


@pytest.mark.django_db
def test_one_application_per_person_and_edition():
    application = ApplicationFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        ApplicationFactory(edition=application.edition, user=application.user)


def _at_once(act) -> list[str]:
    """The same act from several connections; what came of each."""

    def one(_number: int) -> str:
        close_old_connections()
        try:
            act()
        except Exception as error:
            return type(error).__name__
        else:
            return "done"
        finally:
            connection.close()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(one, range(AT_ONCE)))


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_of_many_sends_at_once_one_counts():
    application = ApplicationFactory(old_enough=True)
    results = _at_once(lambda: applications.submit_application(application, by=application.user))
    assert sorted(results) == ["AlreadySent"] * (AT_ONCE - 1) + ["done"]
    assert Letter.objects.count() == 1


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_of_many_begins_at_once_one_draft_comes():
    edition, person = OpenEditionFactory(), UserFactory()
    assert _at_once(lambda: applications.begin_application(edition, by=person)) == ["done"] * AT_ONCE
    assert Application.objects.count() == 1


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_closing_while_people_send_leaves_no_late_one():
    sent = ApplicationFactory.create_batch(AT_ONCE, edition=OpenEditionFactory(), old_enough=True)
    edition = sent[0].edition
    organiser = organiser_of(edition.programme)
    left = list(sent)

    def act() -> None:
        application = left.pop()
        if len(left) == AT_ONCE // 2:
            editions.close_edition(edition, by=organiser)
        applications.submit_application(application, by=application.user)

    assert set(_at_once(act)) <= {"done", "Closed"}
    edition.refresh_from_db()
    assert edition.state == EditionState.CLOSED


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_a_consent_taken_back_keeps_nobody_from_writing_rows_about_that_person():
    """Sending holds the edition and writes a letter; taking a consent back holds the person and wants the edition."""
    person = UserFactory()

    def write_a_letter() -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL lock_timeout = '2s'")
            Letter.objects.create(key="meanwhile", recipient=person, message="x")

    with transaction.atomic():
        consent.withdraw(person, "application_reveals", about=None)
        with ThreadPoolExecutor(1) as pool:
            pool.submit(_and_close, write_a_letter).result()
    assert Letter.objects.filter(key="meanwhile").exists()


def _and_close(act) -> None:
    try:
        act()
    finally:
        connection.close()
