"""One draft, several who write in it in the same moment: a code has one browser, and nothing crosses a press."""

from functools import partial

import pytest

from programmes.actions.applications import save_answers, submit_application
from programmes.applying.autosave import keep_typing, stamp_of
from programmes.applying.supporting.actions import make_code, use_code
from programmes.models import Answer, Application
from tests.factories.people import UserFactory
from tests.factories.programmes import ApplicationFactory, QuestionFactory
from tests.programmes.test_offers_at_once import at_once

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
TIMES = 10


def a_draft() -> Application:
    return ApplicationFactory(user=UserFactory(name="Sam"), old_enough=True)


def test_one_browser_gets_the_code():
    for _time in range(TIMES):
        draft, got = a_draft(), []
        code = make_code(draft, by=draft.user)
        at_once(*(partial(claim, code, name, got) for name in ("een", "twee", "drie")))
        assert len(got) == 3 and sum(one is not None for one in got) == 1


def claim(code: str, browser: str, got: list) -> None:
    got.append(use_code(code, browser=browser))


def test_what_was_typed_before_a_press_never_comes_after_it():
    for _time in range(TIMES):
        draft = a_draft()
        question, by = QuestionFactory(edition=draft.edition), draft.user
        at_once(
            partial(keep_typing, draft, {question: "hal"}, stamp=stamp_of(draft), by=by),
            partial(save_answers, draft, {question: "helemaal"}, by=by),
        )
        assert Answer.objects.get(application=draft).value == "helemaal"


def test_sending_and_typing_end_in_what_was_sent():
    for _time in range(TIMES):
        draft = a_draft()
        question, by = QuestionFactory(edition=draft.edition), draft.user
        draft = save_answers(draft, {question: "helemaal"}, by=by)
        at_once(
            partial(submit_application, draft, by=by),
            partial(keep_typing, draft, {question: "helemaal."}, stamp=stamp_of(draft), by=by),
        )
        draft.refresh_from_db()
        assert draft.is_sent and draft.answers.count() == 1
