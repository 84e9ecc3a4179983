"""A letter is written with what it tells, once, and holds ids only."""

from unittest import mock

import pytest
from django.db import transaction

from people import letters
from people.models import Letter
from tests.factories.people import UserFactory
from tests.people.example_letters import neutral, practical

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("example_letters")]


def test_a_letter_goes_with_the_transaction_that_it_tells_of() -> None:
    user = UserFactory()
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        letters.write(neutral, user, key="one")
        raise ZeroDivisionError
    assert not Letter.objects.exists()


def test_the_same_key_again_is_the_same_letter() -> None:
    user = UserFactory()
    first = letters.write(neutral, user, key="one")
    assert letters.write("tests.neutral", user, key="one") == first
    assert Letter.objects.count() == 1


def test_a_key_belongs_to_one_letter() -> None:
    letters.write(neutral, UserFactory(), key="one")
    with pytest.raises(ValueError, match="another letter"):
        letters.write(neutral, UserFactory(), key="one")


def test_a_letter_holds_ids_as_text_and_refuses_words() -> None:
    user = UserFactory()
    assert letters.write(practical, user, key="one", place=3).ids == {"place": "3"}
    with pytest.raises(ValueError, match="only ids"):
        letters.write(practical, user, key="two", place="Grote zaal")
    with pytest.raises(ValueError, match="only ids"):
        letters.write(practical, user, key=f"mail {user.email}", place=3)


def test_a_message_must_be_registered(settings) -> None:
    settings.LETTERS = []
    with pytest.raises(ValueError, match="LETTERS"):
        letters.write(neutral, UserFactory(), key="one")


def test_many_letters_of_one_transaction_ask_for_one_look(django_capture_on_commit_callbacks) -> None:
    with mock.patch("people.tasks.look_for_letters") as look:
        with django_capture_on_commit_callbacks(execute=True):
            for number in range(3):
                letters.write(neutral, UserFactory(), key=f"letter:{number}")
        assert look.enqueue.call_count == 1


def test_the_look_sends_what_was_written(django_capture_on_commit_callbacks, mailoutbox) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        letters.write(neutral, UserFactory(), key="one")
    assert len(mailoutbox) == 1


def test_a_queue_that_is_down_does_not_stop_the_action(django_capture_on_commit_callbacks) -> None:
    with mock.patch("people.tasks.look_for_letters") as look:
        look.enqueue.side_effect = OSError
        with django_capture_on_commit_callbacks(execute=True):
            letters.write(neutral, UserFactory(), key="one")
    assert look.enqueue.called and Letter.objects.due().exists()
