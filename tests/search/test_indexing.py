"""What can be found follows what every visitor may see, at once for a page and within a minute for the rest."""

import pytest
from django.apps import apps
from django.test import Client
from wagtail.models import Page, PageViewRestriction

from home import page_cache
from home.models import BasePage, StandardPage
from people.models import Organisation
from search.indexing import forget, keep_up, offers, rebuild
from search.models import IndexedText, IndexedWord
from tests.factories.people import OrganisationFactory
from tests.factories.programmes import EventFactory
from tests.mentoring.alumni import a_public_barrier
from tests.programmes.told import CANARY, published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("laid")]

# Kinds of pages that nobody is meant to find by searching.
LEFT_OUT = {"CampaignPage", "CampaignIndexPage"}


def known(word: str, language: str = "nl") -> list[str]:
    return sorted(IndexedText.objects.filter(language=language, words__word=word).values_list("url", flat=True))


def draft(title: str = "Kwispelstaart", above: Page | None = None, slug: str = "kwispel") -> StandardPage:
    above = above or Page.objects.get(slug="kennis", locale__language_code="nl")
    return above.add_child(instance=StandardPage(title=title, slug=slug, locale=above.locale, live=False))


def test_a_draft_is_not_found_a_published_page_at_once_and_a_closed_one_no_more() -> None:
    page = draft()
    page.save_revision()
    assert known("kwispelstaart") == []
    page.save_revision().publish()
    assert known("kwispelstaart") == ["/kennis/kwispel/"]
    page.refresh_from_db()
    page.unpublish()
    assert known("kwispelstaart") == []


def test_a_new_draft_of_a_live_page_changes_nothing_until_it_is_published() -> None:
    page = draft()
    page.save_revision().publish()
    page.title = "Pluimstaart"
    revision = page.save_revision()
    assert known("pluimstaart") == [] and known("kwispelstaart")
    revision.publish()
    assert known("pluimstaart") and known("kwispelstaart") == []


def test_a_page_that_is_closed_to_the_public_is_gone_with_those_below_it() -> None:
    page = draft()
    page.save_revision().publish()
    draft("Kwispelstaart eronder", page, "onder").save_revision().publish()
    assert len(known("kwispelstaart")) == 2
    closed = PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert known("kwispelstaart") == []
    closed.delete()
    assert len(known("kwispelstaart")) == 2


def test_a_page_that_moves_is_found_at_its_new_address_with_those_below_it() -> None:
    page = draft()
    page.save_revision().publish()
    draft("Kwispelstaart eronder", page, "onder").save_revision().publish()
    page.refresh_from_db()
    page.move(Page.objects.get(slug="over-deze-site", locale__language_code="nl"), pos="last-child")
    assert known("kwispelstaart") == ["/over-deze-site/kwispel/", "/over-deze-site/kwispel/onder/"]


def test_a_page_that_is_deleted_leaves_no_word() -> None:
    page = draft()
    page.save_revision().publish()
    assert IndexedWord.objects.filter(word="kwispelstaart").exists()
    page.delete()
    assert not IndexedWord.objects.filter(word="kwispelstaart").exists()


def test_a_story_is_found_by_its_title_and_never_by_its_teller() -> None:
    published()
    assert known(CANARY.lower()) and known("titel")
    assert known("geel") == [] and known("bakker") == []


def test_the_worker_sees_what_no_page_tells_and_only_when_something_changed(
    django_capture_on_commit_callbacks, django_assert_num_queries
) -> None:
    keep_up()
    with django_assert_num_queries(0):
        assert keep_up() == 0
    organisation = OrganisationFactory(name="Kwispel BV")
    with django_capture_on_commit_callbacks(execute=True):
        page_cache.purge()
    assert keep_up() == 2, "in both languages"
    assert known("kwispel") == [f"/organisaties/{organisation.slug}/"]
    Organisation.objects.filter(pk=organisation.pk).update(is_public=False)
    with django_capture_on_commit_callbacks(execute=True):
        page_cache.purge()
    assert keep_up() == 2
    assert known("kwispel") == []


def test_to_build_again_changes_nothing_that_is_right_and_mends_what_is_not() -> None:
    rebuild()
    event = EventFactory(title="Kwispelavond")
    assert rebuild() == 4, "it and its organisation, in both languages"
    assert rebuild() == 0
    before = {*IndexedText.objects.values_list("offer", "row", "language", "digest")}
    IndexedText.objects.all().delete()
    IndexedText.objects.create(offer="weg.gegaan", row=1, language="nl", kind="site", title="Oud", url="/", digest="")
    rebuild()
    assert {*IndexedText.objects.values_list("offer", "row", "language", "digest")} == before
    forget([event])
    assert known("kwispelavond") == []


def test_every_kind_of_page_is_offered_or_left_out_on_purpose() -> None:
    offered = {offer.model for offer in offers().values()}
    pages = {model for model in apps.get_models() if issubclass(model, BasePage)}
    assert {model.__name__ for model in pages - offered} <= LEFT_OUT


def test_nothing_about_a_person_is_offered() -> None:
    rebuild()
    assert {offer.model._meta.label for offer in offers().values() if not offer.label} <= {
        "home.HomePage",
        "home.StandardPage",
        "programmes.ProgrammePage",
        "programmes.ProgrammeIndexPage",
        "programmes.StoryPage",
        "programmes.StoryIndexPage",
        "programmes.Event",
        "people.Organisation",
        "people.HelpRecord",
        "elections.Body",
        "mentoring.Barrier",  # a page of knowledge: told to be read by everyone, and found without its teller
    }


def test_what_a_barrier_says_is_found_and_who_told_it_is_not() -> None:
    a_public_barrier()
    rebuild()
    assert known("kwispelbankje") and known("zonnebloem") == []


def test_every_address_that_is_offered_answers(client: Client) -> None:
    EventFactory()
    OrganisationFactory(name="Kwispel BV")
    published()
    a_public_barrier()
    rebuild()
    one_of_each = {text.offer: text.url for text in IndexedText.objects.order_by("-pk")}
    assert set(one_of_each) >= set(offers()) - {"programmes.programmepage"}
    assert {url: client.get(url).status_code for url in one_of_each.values()} == dict.fromkeys(
        one_of_each.values(), 200
    )
