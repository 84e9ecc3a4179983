"""An organiser takes her page off the site with a press that is asked about first, and puts it back as it stood."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from home import page_cache
from lifecycle.errors import Refused
from lifecycle.models import JournalLine
from people.models import Membership, User
from programmes.editing.taking_off import can_put_back, can_take_off, put_back, take_off
from programmes.models import Programme, ProgrammePage
from tests.factories.people import AdministratorFactory, MembershipFactory, UserFactory
from tests.factories.programmes import ProgrammeFactory, organiser_of
from tests.laid import laid
from tests.programmes.page_editor import as_form, colleague_of, editor, made, submit
from tests.signing_in import sign_in

__all__ = ["laid"]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("laid")]

HERE = "/programmas/samen-de-raad-in/"


@pytest.fixture
def programme() -> Programme:
    return ProgrammeFactory(name="Samen de raad in", slug="samen-de-raad-in")


@pytest.fixture
def organiser(programme: Programme) -> User:
    return organiser_of(programme)


@pytest.fixture
def writer(organiser: User) -> User:
    return colleague_of(organiser)


@pytest.fixture
def page(programme: Programme, organiser: User, writer: User) -> ProgrammePage:
    page = made(programme, organiser)
    page.intro = "Zoals het was goedgekeurd."
    page.save_revision(user=organiser).publish(user=writer, skip_permission_checks=True)
    page.refresh_from_db()
    return page


@pytest.fixture
def desk(client: Client, organiser: User) -> Client:
    return sign_in(client, organiser)


def off(page: ProgrammePage) -> str:
    return reverse("desk_page_off", args=[page.pk])


def back(page: ProgrammePage) -> str:
    return reverse("desk_page_back", args=[page.pk])


def in_english(page: ProgrammePage) -> ProgrammePage:
    return ProgrammePage.objects.get(programme=page.programme, locale__language_code="en")


def seen() -> int:
    return Client().get(HERE).status_code


def verbs() -> list[str]:
    return list(JournalLine.objects.filter(verb__endswith="_page").order_by("pk").values_list("verb", flat=True))[2:]


def test_a_button_leads_to_a_question_and_asking_changes_nothing(desk: Client, page: ProgrammePage) -> None:
    assert f'href="{off(page)}"' in desk.get(editor(page)).text
    asked = desk.get(off(page)).text
    assert "Ja, haal van de site" in asked and "Je kunt de pagina later terugzetten." in asked
    assert seen() == 200 and verbs() == []


def test_after_a_press_nobody_finds_it(
    desk: Client, page: ProgrammePage, organiser: User, django_capture_on_commit_callbacks: Any
) -> None:
    before = page_cache.generation()
    assert seen() == 200
    with django_capture_on_commit_callbacks(execute=True):
        answer = desk.post(off(page), follow=True)
    assert "De pagina staat niet meer op de site." in answer.text
    assert page_cache.generation() != before
    visitor = Client()
    assert visitor.get(HERE).status_code == visitor.get(f"{HERE}makkelijke-taal/").status_code == 404
    for path in ("/programmas/", "/programmawijzer/?ambt=raad", "/zoeken/?q=samen+de+raad+in"):
        assert HERE not in visitor.get(path).text, path
    line = JournalLine.objects.get(verb="take_off_page")
    assert (line.actor, line.ids) == (organiser.journal_key, {"programme": str(page.programme.key)})
    assert not {page.title, organiser.name} & {str(value) for value in vars(line).values()}


def test_it_comes_back_as_it_was_approved_and_a_later_draft_stays_one(desk: Client, page: ProgrammePage) -> None:
    desk.post(off(page))
    desk.post(editor(page), as_form(desk, page, intro="Nog niet nagekeken."))
    assert f'href="{back(page)}"' in desk.get(editor(page)).text
    assert "blijft een concept" in desk.get(back(page)).text
    assert "De pagina staat weer op de site." in desk.post(back(page), follow=True).text
    text = Client().get(HERE).text
    assert "Zoals het was goedgekeurd." in text and "Nog niet nagekeken." not in text
    page.refresh_from_db()
    assert page.has_unpublished_changes and page.get_latest_revision_as_object().intro == "Nog niet nagekeken."
    assert verbs() == ["take_off_page", "put_back_page"]


def test_pressing_twice_is_told_and_journalled_once(desk: Client, page: ProgrammePage) -> None:
    desk.post(off(page))
    assert "staat niet meer op de site" in desk.post(off(page), follow=True).text
    assert "Deze pagina staat niet op de site." in desk.get(off(page)).text
    desk.post(back(page))
    assert "staat al op de site" in desk.post(back(page), follow=True).text
    assert verbs() == ["take_off_page", "put_back_page"]


def test_each_language_goes_by_itself_and_the_other_is_named(desk: Client, page: ProgrammePage) -> None:
    english = in_english(page)
    assert off(english) not in desk.get(off(page)).text
    english.save_revision().publish()
    assert off(english) in desk.get(off(page)).text
    desk.post(off(page))
    english.refresh_from_db()
    assert english.live and seen() == 404


def test_what_waits_for_a_colleague_keeps_nobody_from_taking_off_what_stands(
    desk: Client, page: ProgrammePage, organiser: User
) -> None:
    submit(desk, page, intro="Nieuwe woorden.")
    assert f'href="{off(page)}"' in desk.get(editor(page)).text
    desk.post(off(page))
    page.refresh_from_db()
    assert not page.live and page.workflow_in_progress and not can_put_back(organiser, page)
    assert "Vraag een collega om mee te kijken." in desk.post(back(page), follow=True).text
    assert seen() == 404


def test_what_somebody_else_ended_is_not_put_back_past_a_colleague(page: ProgrammePage, organiser: User) -> None:
    """The version on an older line may be one that was replaced since."""
    take_off(page, by=organiser)
    put_back(page, by=organiser)
    page.refresh_from_db()
    page.unpublish(user=AdministratorFactory())
    assert not can_put_back(organiser, page)
    with pytest.raises(Refused):
        put_back(page, by=organiser)


def test_a_page_that_never_stood_there_is_not_put_there(page: ProgrammePage, organiser: User) -> None:
    draft = in_english(page)
    assert not can_put_back(organiser, draft)
    with pytest.raises(Refused):
        put_back(draft, by=organiser)


def test_a_page_without_versions_comes_back_as_well(page: ProgrammePage, organiser: User) -> None:
    page.revisions.all().delete()
    page.refresh_from_db()
    take_off(page, by=organiser)
    put_back(page, by=organiser)
    assert "Zoals het was goedgekeurd." in Client().get(HERE).text


@pytest.mark.parametrize("who", ["writer", "stranger", "administrator", "newcomer"])
def test_nobody_else_takes_it_off(page: ProgrammePage, organiser: User, writer: User, who: str) -> None:
    made_here = {"stranger": lambda: MembershipFactory().user, "administrator": AdministratorFactory}
    user = writer if who == "writer" else made_here.get(who, UserFactory)()
    client = sign_in(Client(), user)
    assert client.get(off(page)).status_code == client.post(off(page)).status_code == 404
    take_off(page, by=organiser)
    assert client.post(back(page)).status_code == 404
    for act in (take_off, put_back):
        with pytest.raises(PermissionDenied):
            act(page, by=user)
    if who == "writer":
        assert back(page) not in client.get(editor(page)).text
    assert seen() == 404


def test_who_writes_alone_does(page: ProgrammePage, organiser: User, writer: User) -> None:
    assert not can_take_off(writer, page)
    assert off(page) not in sign_in(Client(), writer).get(editor(page)).text
    organiser.memberships.all().delete()
    client = sign_in(Client(), writer)
    assert off(page) in client.get(editor(page)).text
    client.post(off(page))
    assert seen() == 404
    client.post(back(page))
    assert seen() == 200 and writer.memberships.get().role == Membership.Role.PUBLISHER
