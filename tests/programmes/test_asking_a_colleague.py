"""Before a page is published, a colleague looks along: not who wrote what stands there, unless she works alone."""

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from lifecycle.errors import Refused
from people.models import Letter, User
from programmes.editing import approval
from programmes.models import Programme, ProgrammePage
from tests.factories.people import AdministratorFactory
from tests.laid import laid
from tests.programmes.page_editor import as_form, colleague_of, editor, made, programme, stranger, submit
from tests.signing_in import sign_in

__all__ = ["laid", "programme", "stranger"]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("laid")]


@pytest.fixture
def asked(desk: Client, programme: Programme, organiser: User) -> ProgrammePage:
    page = made(programme, organiser)
    colleague_of(organiser)
    assert submit(desk, page, title="Samen verder").status_code == 302
    page.refresh_from_db()
    return page


def approve(client: Client, page: ProgrammePage, verb: str = "approve", **words: str):
    state = page.current_workflow_task_state
    return client.post(reverse("wagtailadmin_pages:workflow_action", args=[page.pk, verb, state.pk]), words)


def colleague(page: ProgrammePage, organiser: User) -> User:
    return approval.editors_for(page).exclude(pk=organiser.pk).get()


def test_what_was_handed_in_waits_for_a_colleague(asked: ProgrammePage, organiser: User) -> None:
    assert not asked.live and asked.workflow_in_progress
    letter = Letter.objects.get(message="programmes.page_waits")
    assert letter.recipient == colleague(asked, organiser)
    assert not mail.outbox


def test_a_colleague_approves_and_it_is_on_the_site(asked: ProgrammePage, organiser: User, client: Client) -> None:
    other = sign_in(Client(), colleague(asked, organiser))
    assert "Samen verder" in other.get("/cms/").text
    assert "Keur goed" in other.get(editor(asked)).text
    approve(other, asked)
    asked.refresh_from_db()
    assert asked.live and asked.title == "Samen verder"
    assert Client().get("/programmas/samen-de-raad-in/").status_code == 200
    assert Letter.objects.get(message="programmes.page_approved").recipient == organiser
    assert not mail.outbox


def test_the_author_does_not_approve_and_leaves_it_as_it_is(asked: ProgrammePage, desk: Client, organiser: User):
    before = asked.latest_revision_id
    approve(desk, asked)
    desk.post(editor(asked), as_form(desk, asked, title="Snel nog iets anders"))
    asked.refresh_from_db()
    assert not asked.live and asked.latest_revision_id == before
    with pytest.raises(Refused):
        approval.answer(asked.current_workflow_task_state, organiser, "approve")


def test_who_changed_it_while_looking_does_not_approve_her_own_words(asked: ProgrammePage, organiser: User) -> None:
    user = colleague(asked, organiser)
    other = sign_in(Client(), user)
    form = as_form(other, asked, title="Mijn eigen woorden")
    extra = {"action-workflow-action": "true", "workflow-action-name": "approve"}
    answer = other.post(editor(asked), {**form, **extra})
    asked.refresh_from_db()
    assert answer.status_code == 409 and "zelf geschreven" in answer.text
    assert not asked.live and asked.get_latest_revision_as_object().title == "Mijn eigen woorden"
    assert approval.can_approve_page(organiser, asked) and not approval.waits_for_others(organiser, asked)


def test_a_second_answer_says_that_a_colleague_was_first(asked: ProgrammePage, organiser: User) -> None:
    user = colleague(asked, organiser)
    state = asked.current_workflow_task_state
    approval.answer(state, user, "approve")
    with pytest.raises(Refused, match="al nagekeken"):
        approval.answer(state, user, "reject")


def test_a_colleague_asks_for_changes_and_the_author_goes_on(asked: ProgrammePage, desk: Client, organiser: User):
    other = sign_in(Client(), colleague(asked, organiser))
    approve(other, asked, "reject", comment="Zet de data erbij")
    asked.refresh_from_db()
    assert Letter.objects.get(message="programmes.page_needs_changes").recipient == organiser
    assert not approval.waits_for_others(organiser, asked)
    submit(desk, asked, title="Met data")
    asked.refresh_from_db()
    assert asked.workflow_in_progress
    approve(other, asked)
    asked.refresh_from_db()
    assert asked.live and asked.title == "Met data"


def test_a_stranger_neither_sees_nor_answers(asked: ProgrammePage, stranger: Client) -> None:
    assert "Samen verder" not in stranger.get("/cms/").text
    assert approve(stranger, asked).status_code in (302, 404)
    asked.refresh_from_db()
    assert not asked.live and asked.workflow_in_progress


def test_an_administrator_may_publish_but_is_nobodys_colleague(asked: ProgrammePage) -> None:
    assert not approval.can_approve_page(AdministratorFactory(), asked)
    assert approval.waiting_for(AdministratorFactory(), asked.current_workflow_task).count() == 0


def test_who_works_alone_publishes_herself(desk: Client, programme: Programme, organiser: User) -> None:
    page = made(programme, organiser)
    assert "Zet op de site" in desk.get(editor(page)).text
    submit(desk, page, title="Alleen gedaan")
    page.refresh_from_db()
    assert page.live and page.title == "Alleen gedaan"
    assert not Letter.objects.filter(message="programmes.page_waits").exists()


def test_with_a_colleague_the_button_says_so(desk: Client, programme: Programme, organiser: User) -> None:
    page = made(programme, organiser)
    colleague_of(organiser)
    text = desk.get(editor(page)).text
    assert "Vraag een collega om mee te kijken" in text and "Zet op de site" not in text


def test_who_stays_alone_after_asking_can_go_on(asked: ProgrammePage, organiser: User, desk: Client) -> None:
    colleague(asked, organiser).memberships.all().delete()
    assert approval.can_approve_page(organiser, asked)
    approve(desk, asked)
    asked.refresh_from_db()
    assert asked.live


def test_what_was_planned_goes_live_when_it_is_time(desk: Client, programme: Programme, organiser: User) -> None:
    page = made(programme, organiser)
    submit(desk, page, go_live_at="2099-01-01 09:00")
    page.refresh_from_db()
    assert not page.live and page.approved_schedule
