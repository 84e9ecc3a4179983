"""Two colleagues who answer the same version at the same moment: one answer counts, and the other is told."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import close_old_connections, connection
from wagtail.models import Collection, Locale, Page, PageLogEntry, Site, TaskState, Workflow, WorkflowPage, WorkflowTask

from lifecycle.errors import Refused
from lifecycle.models import JournalLine
from people.models import Letter, User
from programmes.editing import approval, taking_off
from programmes.models import ColleagueApproval, ProgrammeIndexPage, ProgrammePage
from tests.factories.programmes import ProgrammeFactory, organiser_of
from tests.programmes.page_editor import colleague_of, made

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
TIMES = 4
TOLD = "told"


@pytest.fixture(autouse=True)
def site() -> None:
    """What a page needs to be one: a transaction leaves nothing of what the migrations laid."""
    Site.clear_site_root_paths_cache()
    locale, _made = Locale.objects.get_or_create(language_code="nl")
    root = Page.get_first_root_node() or Page.add_root(title="Root", locale=locale)
    Collection.get_first_root_node() or Collection.add_root(name="Root")
    index = root.add_child(instance=ProgrammeIndexPage(title="Programma’s", slug="programmas", locale=locale))
    task = ColleagueApproval.objects.create(name="Een collega kijkt mee")
    workflow = Workflow.objects.create(name="Een collega kijkt mee")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    WorkflowPage.objects.create(page=index, workflow=workflow)


def asked(number: int) -> tuple[ProgrammePage, User, list[User]]:
    """A version that waits, who wrote it, and two who may answer."""
    programme = ProgrammeFactory(slug=f"samen-{number}")
    author = organiser_of(programme)
    colleagues = [colleague_of(author), colleague_of(author)]
    page = made(programme, author)
    page.title = "Om na te kijken"
    page.save_revision(user=author)
    page.get_workflow().start(page, author)
    page.refresh_from_db()
    return page, author, colleagues


def at_once(*acts: Callable[[], object]) -> list[str]:
    """What came of each, of connections of their own that begin together."""
    gate = Barrier(len(acts))

    def one(act: Callable[[], object]) -> str:
        close_old_connections()
        try:
            gate.wait(10)
            act()
        except Refused as refused:
            return f"{TOLD}: {refused.text}"
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(len(acts)) as pool:
        return sorted(pool.map(one, acts))


def answering(page: ProgrammePage, user: User, verb: str) -> Callable[[], None]:
    state = TaskState.objects.get(pk=page.current_workflow_task_state.pk)
    return lambda: approval.answer(state, user, verb)


def is_told(got: list[str]) -> bool:
    return got[0] == "done" and got[1].startswith(TOLD) and "al nagekeken" in got[1]


def letters(author: User) -> int:
    answers = ("programmes.page_approved", "programmes.page_needs_changes")
    return Letter.objects.filter(recipient=author, message__in=answers).count()


def test_one_version_is_published_once() -> None:
    for number in range(TIMES):
        page, author, (one, other) = asked(number)
        got = at_once(answering(page, one, "approve"), answering(page, other, "approve"))
        page.refresh_from_db()
        assert is_told(got), got
        assert page.live and page.title == "Om na te kijken" and not page.workflow_in_progress
        assert PageLogEntry.objects.filter(page=page, action="wagtail.publish").count() == 1
        assert JournalLine.objects.filter(verb="approve_page", thing_key=str(page.pk)).count() == 1
        assert letters(author) == 1


def test_it_is_approved_or_sent_back_and_never_both() -> None:
    for number in range(TIMES):
        page, author, (one, other) = asked(number)
        got = at_once(answering(page, one, "approve"), answering(page, other, "reject"))
        page.refresh_from_db()
        state = TaskState.objects.get(workflow_state__object_id=str(page.pk))
        verbs = list(JournalLine.objects.filter(thing_key=str(page.pk), verb__endswith="t_page").values_list("verb"))
        assert is_told(got), got
        assert page.live == (state.status == TaskState.STATUS_APPROVED)
        assert JournalLine.objects.filter(verb="approve_page", thing_key=str(page.pk)).count() + len(verbs) == 1
        assert letters(author) == 1


def test_who_takes_a_page_off_while_a_colleague_approves_waits_for_her_answer() -> None:
    """Nothing is stuck, and what the last one did is how it stands."""
    for number in range(TIMES):
        page, author, (one, _other) = asked(number)
        answering(page, one, "approve")()
        page.refresh_from_db()
        page.title = "De volgende"
        page.save_revision(user=author)
        page.get_workflow().start(page, author)
        page.refresh_from_db()
        got = at_once(answering(page, one, "approve"), lambda page=page, by=author: taking_off.take_off(page, by=by))
        page.refresh_from_db()
        last = PageLogEntry.objects.filter(page=page, action__in=["wagtail.publish", "wagtail.unpublish"])
        assert got == ["done", "done"]
        assert page.live == (last.order_by("pk").last().action == "wagtail.publish")
