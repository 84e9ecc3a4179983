"""A draft, a picture and a paper of another organisation have no name anywhere under /cms/, whatever one types.

Everything foreign has one number: each address of Wagtail's is asked for that number, opened and pressed, as each role
with a desk at another organisation. Neither the answer nor the message kept for the next page may say a title.
"""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection, Locale, Page, Revision, TaskState, WorkflowState

from people.models import Membership
from programmes.editing.making import make_pages
from programmes.editing.rights import editors_of
from programmes.models import Programme, ProgrammePage
from tests.factories.people import AdministratorFactory, MembershipFactory
from tests.factories.programmes import ProgrammeFactory, organiser_of
from tests.laid import laid
from tests.signing_in import sign_in
from tests.walkers.expecting import dutch

__all__ = ["laid"]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("laid")]

NUMBER = 700_001
SECRET = "Zonnebloemgeheim"
ROLES = (Membership.Role.ORGANISER, Membership.Role.PUBLISHER)
ARGUMENT = re.compile(r"<(?:(?P<kind>\w+):)?(?P<name>\w+)>|\(\?P<(?P<other>\w+)>(?:[^()]|\([^()]*\))*\)")
WORDS = {
    "app_label": "programmes",
    "content_type_app_name": "programmes",
    "app_name": "programmes",
    "model_name": "programmepage",
    "content_type_model_name": "programmepage",
    "action_name": "approve",
    "revision_id_a": "earliest",
    "revision_id_b": "latest",
    "filename": "geheim.pdf",
    "filter_spec": "width-100",
    "field_name": "body",
    "sort_order": "1",
}
# What ends the walk for whoever walks it, and what is there to fail.
NOT_WALKED = re.compile(r"^/cms/(logout|failwhale|password_reset|login)")


def filled(route: str, number: int) -> str:
    def value(found: re.Match[str]) -> str:
        return WORDS.get(found["name"] or found["other"] or "", str(number))

    return "/" + re.sub(r"\^|\$|\\Z|\?$", "", ARGUMENT.sub(value, route))


def addresses(number: int = NUMBER) -> list[str]:
    routes = {one.route for one in dutch() if one.route.startswith(("cms/", "documents/"))}
    found = sorted(filled(route, number) for route in routes)
    return [path for path in found if not NOT_WALKED.match(path)]


QUERY = f"?q={SECRET}&id={NUMBER}&ids={NUMBER}&parent={NUMBER}&root_page={NUMBER}&collection_id={NUMBER}"


def of_one() -> list[str]:
    """Addresses of one thing: a page, a version, a picture."""
    return [path for path in addresses() if path != filled_with_another(path)]


def filled_with_another(path: str) -> str:
    return path.replace(str(NUMBER), "1")


@pytest.fixture(scope="module")
def foreign(laid: None, django_db_blocker: Any) -> Iterator[Programme]:
    """A draft that waits for a colleague, a picture and a paper; all of them number 700001. Nobody moves it."""
    with django_db_blocker.unblock():
        yield _foreign()


@pytest.fixture(scope="module")
def strangers(foreign: Programme, django_db_blocker: Any) -> Iterator[dict[str, Client]]:
    """By role, somebody of another organisation."""
    with django_db_blocker.unblock():
        yield {role: stranger(role) for role in ROLES}


def _foreign() -> Programme:
    programme = ProgrammeFactory(name=f"{SECRET} programma", slug="zonnebloem")
    author = organiser_of(programme)
    MembershipFactory(organisation=programme.lead())
    page = make_pages(programme, by=author)
    page.title = f"{SECRET} titel"
    page.save_revision(user=author)
    page.get_workflow().start(page, author)
    page = _numbered(page)
    folder = editors_of(programme.lead()).collection
    _renumber(Collection, folder.pk)
    for thing in (Image(title=f"{SECRET} foto", file=get_test_image_file()), _paper()):
        thing.pk, thing.collection_id = NUMBER, NUMBER
        thing.save()
    return programme


def _paper() -> Document:
    return Document(title=f"{SECRET} stuk", file=ContentFile(b"%PDF-1.4", name="geheim.pdf"))


def _numbered(page: ProgrammePage) -> ProgrammePage:
    revision, state = page.latest_revision_id, page.current_workflow_state
    task = state.current_task_state_id
    _renumber(Revision, revision)
    _renumber(TaskState, task)
    _renumber(WorkflowState, state.pk)
    with connection.cursor() as cursor:
        for table, column in (
            ("wagtailcore_workflowstate", "object_id"),
            ("wagtailcore_revision", "object_id"),
        ):
            cursor.execute(f"UPDATE {table} SET {column} = %s WHERE {column} = %s", [str(NUMBER), str(page.pk)])
    _renumber(Page, page.pk)
    return ProgrammePage.objects.get(pk=NUMBER)


def _renumber(model: Any, pk: int) -> None:
    """The row itself and every key that points at it; keys are looked at when the test ends."""
    table, column = model._meta.db_table, model._meta.pk.column
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {table} SET {column} = %s WHERE {column} = %s", [NUMBER, pk])
        for relation in model._meta.get_fields(include_hidden=True):
            if not relation.auto_created or relation.concrete or getattr(relation.field, "column", None) is None:
                continue
            there, name = relation.related_model._meta.db_table, relation.field.column
            cursor.execute(f"UPDATE {there} SET {name} = %s WHERE {name} = %s", [NUMBER, pk])


def said(client: Client, answer: Any, title: str = SECRET) -> Iterator[str]:
    if title.encode() in b"".join(answer.streaming_content if answer.streaming else [answer.content]):
        yield "in the answer"
    session = client.session
    if title in str(session.pop("_messages", "")):
        yield "in a message"
        session.save()


@pytest.mark.parametrize("role", ROLES)
def test_nothing_of_others_is_named_by_opening_it(strangers: dict[str, Client], role: str) -> None:
    client = strangers[role]
    faults = {path: told for path in of_one() if (told := [*said(client, client.get(path))])}
    assert faults == {}


@pytest.mark.parametrize("role", ROLES)
def test_nothing_of_others_is_listed_or_found(strangers: dict[str, Client], role: str) -> None:
    """What one typed oneself comes back in the box for searching: a title has a word behind it."""
    client = strangers[role]
    lists = sorted(set(addresses()) - set(of_one()))
    asked = [*lists, *(path + QUERY for path in lists)]
    faults = {path: told for path in asked if (told := [*said(client, client.get(path), f"{SECRET} ")])}
    assert faults == {}


def test_nothing_of_others_is_named_or_moved_by_pressing(strangers: dict[str, Client]) -> None:
    client = strangers[Membership.Role.ORGANISER]
    before = stood()
    body = {"id": NUMBER, "title": "Overgenomen", "next": "/cms/"}
    faults = {path: told for path in of_one() if (told := [*said(client, client.post(path, body))])}
    assert faults == {}
    assert stood() == before


def stranger(role: str) -> Client:
    """Someone of another organisation, which has a programme and a page of its own."""
    membership = MembershipFactory(role=role)
    own = ProgrammeFactory(carried_by=membership.organisation)
    make_pages(own, by=organiser_of(own))
    client = Client(raise_request_exception=False)
    return sign_in(client, membership.user)


def stood() -> list[Any]:
    return [
        list(Page.objects.filter(pk=NUMBER).values_list("title", "path", "live", "latest_revision", "locked")),
        list(Image.objects.values_list("pk", "title", "collection")),
        list(Document.objects.values_list("pk", "title", "collection")),
        list(TaskState.objects.values_list("pk", "status")),
        list(Collection.objects.filter(pk=NUMBER).values_list("name", "path")),
    ]


def test_the_walk_would_see_a_title(foreign: Programme) -> None:
    """The same addresses, as somebody who carries the programme: most of them answer with its name."""
    client = sign_in(Client(raise_request_exception=False), organiser_of(foreign))
    opened = [path for path in addresses() if path.startswith(("/cms/pages/", "/cms/images/", "/cms/documents/"))]
    named = [path for path in opened if [*said(client, client.get(path))]]
    assert len(of_one()) > 80 and len(named) > 15
    assert f"/cms/pages/{NUMBER}/edit/" in named and f"/cms/images/{NUMBER}/" in named


def test_an_administrator_keeps_the_site_and_so_knows_it(foreign: Programme) -> None:
    client = sign_in(Client(), AdministratorFactory())
    index = ProgrammePage.objects.get(pk=NUMBER).get_parent()
    assert SECRET in client.get(f"/cms/pages/{index.pk}/").content.decode()
    assert Locale.objects.count() == 2
