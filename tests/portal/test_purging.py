"""What an editor does in the CMS is on the site within seconds."""

import pytest
from wagtail.log_actions import log
from wagtail.models import Page

from home import page_cache
from home.models import StandardPage
from tests.factories.people import OrganisationFactory, UserFactory

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


def test_moving_purges(page, purges):
    parent = Page.objects.filter(depth=2).first()
    other = parent.add_child(instance=StandardPage(title="Ander", slug="ander"))
    assert purges(lambda: page.move(other, pos="last-child"))


def test_saving_a_record_in_the_desk_purges(purges):
    organisation, editor = OrganisationFactory(), UserFactory()
    assert purges(lambda: log(organisation, "wagtail.edit", user=editor))


def test_nothing_purges_nothing(purges):
    assert not purges(lambda: None)
