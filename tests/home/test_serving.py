"""A page is found as Wagtail finds it, in fewer queries; what is unusual is left to Wagtail."""

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale, Page, PageViewRestriction

from home import serving
from home.models import StandardPage
from home.public_pages import for_everyone
from tests.laid import laid

__all__ = ["laid"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("laid")]


@pytest.fixture
def deep() -> StandardPage:
    """A page of words below another one."""
    above = StandardPage.objects.get(url_path__endswith="/kennis/", locale=Locale.get_default())
    return above.add_child(instance=StandardPage(title="Diep", slug="diep"))


def status(path: str) -> int:
    return Client(headers={"x-requested-with": "tests"}).get(path).status_code


def test_every_page_is_found_where_wagtail_finds_it() -> None:
    pages = Page.objects.live().filter(depth__gte=2)
    assert len(pages) > 40
    for page in pages:
        path = page.get_url_parts()[2]
        assert status(path) == 200, path


@pytest.mark.parametrize(
    "path",
    ["/kennis/niets/", "/niets/", "/kennis/diep/niets/", "/en/niets/", "/a/b/c/d/e/f/g/h/", "/over-deze-site/kennis/"],
)
def test_what_is_nowhere_is_not_found(deep: StandardPage, path: str) -> None:
    assert status(path) == 404


def test_a_draft_is_not_found_but_what_is_below_it_may_be(deep: StandardPage) -> None:
    assert status("/kennis/diep/") == 200
    deep.live = False
    deep.save()
    deep.add_child(instance=StandardPage(title="Dieper", slug="dieper"))
    assert status("/kennis/diep/") == 404
    assert status("/kennis/diep/dieper/") == 200


@pytest.mark.parametrize("closed", ["/kennis/diep/", "/kennis/"])
def test_a_closed_part_stays_closed(deep: StandardPage, closed: str) -> None:
    page = Page.objects.get(url_path__endswith=closed, locale=Locale.get_default())
    rule = PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.GROUPS)
    rule.groups.add(Group.objects.get(name="administrator"))
    assert status("/kennis/diep/") != 200
    assert status("/over-deze-site/") == 200
    assert not for_everyone(Page.objects.filter(pk=deep.pk)).exists()
    known = set(for_everyone(Page.objects.live()).values_list("pk", flat=True))
    assert known == set(Page.objects.live().public().values_list("pk", flat=True))


def test_a_page_that_stands_for_a_closed_one_is_closed_too(deep: StandardPage) -> None:
    alias = deep.create_alias(update_slug="evenbeeld", parent=deep.get_parent())
    assert status("/kennis/evenbeeld/") == 200
    PageViewRestriction.objects.create(page=deep, restriction_type=PageViewRestriction.LOGIN)
    assert alias.alias_of_id == deep.pk
    assert status("/kennis/evenbeeld/") != 200


def test_breadcrumbs_and_languages_are_those_of_wagtail(deep: StandardPage) -> None:
    text = Client().get("/kennis/diep/").text
    assert text.count('href="/kennis/"') > Client().get("/hulp/").text.count('href="/kennis/"')  # its crumb
    assert 'href="/en/" ' in text or 'href="/en/"' in text  # not translated: the home page
    assert 'href="/en/over-deze-site/"' in Client().get("/over-deze-site/").text


def test_it_asks_less_than_wagtail_does(deep: StandardPage) -> None:
    def asked(view) -> int:
        request = RequestFactory().get("/kennis/diep/")
        with CaptureQueriesContext(connection) as queries:
            view(request)
        return len(queries)

    ours = asked(lambda request: serving._page_at(request, ["kennis", "diep"]))
    theirs = asked(lambda request: Page.route_for_request(request, "kennis/diep/"))
    assert ours == 3 < theirs
