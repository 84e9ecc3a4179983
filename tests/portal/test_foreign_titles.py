"""Drafts, pictures and documents of others have no name in the CMS, whatever number someone types."""

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import GroupPagePermission, Page

from home.models import StandardPage
from tests.factories.people import AdministratorFactory, MembershipFactory, UserFactory
from tests.laid import lay
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db

SECRET = "Nog geheim"


@pytest.fixture
def home() -> Page:
    return Page.objects.filter(depth=2).first()


@pytest.fixture
def draft(home: Page) -> Page:
    return home.add_child(instance=StandardPage(title=SECRET, slug="geheim", live=False))


@pytest.fixture(params=["organiser", "publisher"])
def stranger(request, client: Client) -> Client:
    return sign_in(client, MembershipFactory(role=request.param).user)


def test_the_chooser_lists_no_draft_of_others(stranger: Client, home: Page, draft: Page):
    live = home.add_child(instance=StandardPage(title="Voor iedereen", slug="iedereen"))
    page = stranger.get(f"/cms/choose-page/{home.pk}/").content.decode()
    assert SECRET not in page and live.title in page


def test_the_chooser_finds_no_draft_of_others(stranger: Client, draft: Page):
    found = stranger.get("/cms/choose-page/search/", {"q": SECRET})
    assert found.status_code == 200 and draft.slug not in found.content.decode()


@pytest.mark.parametrize("address", ["/cms/choose-page/{}/", "/cms/choose-page/chosen-multiple/?id={}"])
def test_a_draft_of_others_is_not_there_for_the_chooser(stranger: Client, home: Page, draft: Page, address: str):
    assert stranger.get(address.format(draft.pk)).status_code == 404
    assert stranger.get(address.format(home.pk)).status_code == 200


@pytest.mark.parametrize("act", ["delete", "publish", "unpublish", "move"])
def test_a_bulk_action_names_no_page_of_others(stranger: Client, home: Page, draft: Page, act: str):
    for query in (f"id={draft.pk}", f"id=all&childOf={home.pk}"):
        assert stranger.get(f"/cms/bulk/wagtailcore/page/{act}/?{query}").status_code == 404, query


def test_pictures_and_documents_of_others_have_no_name(stranger: Client):
    picture = Image.objects.create(title=SECRET, file=get_test_image_file())
    paper = Document.objects.create(title=SECRET, file=ContentFile(b"%PDF-1.4", name="geheim.pdf"))
    for path in (
        f"/cms/images/chooser/{picture.pk}/select_format/",
        f"/cms/images/chooser/chosen/{picture.pk}/",
        f"/cms/bulk/wagtailimages/image/delete/?id={picture.pk}",
        f"/cms/bulk/wagtailimages/image/add_tags/?id={picture.pk}",
        f"/cms/documents/chooser/chosen/{paper.pk}/",
        f"/cms/bulk/wagtaildocs/document/delete/?id={paper.pk}",
    ):
        assert stranger.get(path).status_code in (302, 404), path


def test_who_keeps_the_site_sees_its_drafts(client: Client):
    lay()
    home = Page.objects.filter(depth=2).first()
    draft = home.add_child(instance=StandardPage(title=SECRET, slug="geheim", live=False))
    sign_in(client, AdministratorFactory())
    assert SECRET in client.get(f"/cms/choose-page/{home.pk}/").content.decode()
    for path in (f"/cms/choose-page/{draft.pk}/", f"/cms/bulk/wagtailcore/page/publish/?id={draft.pk}"):
        assert client.get(path).status_code == 200, path


def test_what_one_may_edit_but_not_publish_is_named_with_its_reason(client: Client, draft: Page):
    user = MembershipFactory(role="publisher").user
    user.groups.set(UserFactory(groups=["writers"]).groups.all())
    GroupPagePermission.objects.create(group=user.groups.get(), page=draft, permission_type="change")
    sign_in(client, user)
    answer = client.get(f"/cms/bulk/wagtailcore/page/publish/?id={draft.pk}")
    assert answer.status_code == 200 and SECRET in answer.content.decode()
