"""What an editor does in the CMS is on the site within seconds."""

import pytest
from django.test import Client
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction

from home import page_cache
from home.models import StandardPage
from tests.factories.people import UserFactory
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def page() -> StandardPage:
    parent = Page.objects.filter(depth=2).first()
    return parent.add_child(instance=StandardPage(title="Proef", slug="proef"))


@pytest.fixture
def purges(django_capture_on_commit_callbacks):
    """Run an act and say whether it purged."""

    def run(act) -> bool:
        before = page_cache.generation()
        with django_capture_on_commit_callbacks(execute=True):
            act()
        return page_cache.generation() != before

    return run


def test_publishing_purges(page, purges):
    assert purges(lambda: page.save_revision().publish())


def test_saving_a_draft_does_not(page, purges):
    page.title = "Anders"
    assert not purges(page.save_revision)


def test_unpublishing_purges(page, purges):
    assert purges(page.unpublish)


def test_deleting_purges(page, purges):
    assert purges(page.delete)


def test_closing_a_page_to_the_public_purges_and_opening_it_too(client: Client, page, purges):
    """By Wagtail's own window, which answers 200 with a word for its script."""
    sign_in(client, UserFactory(groups=["administrator"], is_superuser=True))
    window = f"/cms/pages/{page.pk}/privacy/"
    assert purges(lambda: client.post(window, {"restriction_type": "login"}))
    assert PageViewRestriction.objects.filter(page=page).exists()
    assert purges(lambda: client.post(window, {"restriction_type": "none"}))
    assert not PageViewRestriction.objects.exists()


def test_moving_purges(page, purges):
    parent = Page.objects.filter(depth=2).first()
    other = parent.add_child(instance=StandardPage(title="Ander", slug="ander"))
    assert purges(lambda: page.move(other, pos="last-child"))


def test_saving_a_form_in_the_desk_purges(client: Client, purges):
    """Pages show records too: an organisation, a picture, a redirect."""
    sign_in(client, UserFactory(groups=["administrator"], is_superuser=True))
    redirect = {"old_path": "/oud/", "redirect_link": "https://voorbeeld.example.org/nieuw/", "is_permanent": "on"}
    assert purges(lambda: client.post("/cms/redirects/add/", redirect))
    assert Redirect.objects.count() == 1


def test_looking_around_in_the_desk_does_not(client: Client, purges):
    sign_in(client, UserFactory(groups=["administrator"], is_superuser=True))
    assert not purges(lambda: client.get("/cms/"))
    assert not purges(lambda: client.post("/cms/redirects/add/", {}))


def test_nothing_purges_nothing(purges):
    assert not purges(lambda: None)
