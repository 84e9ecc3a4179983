"""A site that already stands: the page on matching goes along with what the site does, and never over an editor."""

import pytest
from django.core.management import call_command
from django.test import Client
from wagtail.models import Page, PageLogEntry

from home.models import StandardPage
from people import privacy
from portal.content.pages.algorithm import ALGORITHM
from portal.content.parts import as_stream
from portal.set_up import set_up
from portal.set_up.keeping_up import FOREIGN, keep_up
from tests.factories.people import UserFactory
from tests.laid import laid

__all__ = ["laid"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("laid")]
OWN = "Dit schreef een redacteur zelf."


def the_page() -> StandardPage:
    return StandardPage.objects.get(slug="algoritme", locale__language_code="nl")


def kinds(page: StandardPage) -> list[str]:
    return [block.block_type for block in page.body]


def as_it_was(page: StandardPage, *, by=None, title="Zo koppelen wij") -> None:
    """Before there was a look back: without its part, in other words."""
    page.title = title
    page.body = [{"type": "text", "value": f"<p>{OWN}</p>"}, {"type": "matching_rules", "value": None}]
    page.revisions.all().delete()
    PageLogEntry.objects.filter(page=page.pk).delete()
    page.save_revision(user=by, clean=False).publish()


def test_where_nobody_wrote_it_says_the_newest_once():
    as_it_was(the_page())
    assert set_up() == {"pages brought up to date": 1}
    page = the_page()
    assert kinds(page) == [part.block for part in ALGORITHM.nl.body]
    assert OWN not in str(page.body) and "Publicatiecategorie" in str(page.body)
    revision = page.latest_revision_id
    assert set_up() == {} and the_page().latest_revision_id == revision


def test_an_editors_words_stay_and_what_is_missing_comes_behind_them_once():
    as_it_was(the_page(), by=UserFactory(), title="Eigen titel")
    assert set_up() == {"pages brought up to date": 1}
    page = the_page()
    assert page.title == "Eigen titel" and OWN in str(page.body)
    assert kinds(page) == ["text", "matching_rules", "heading", "text", "matching_fairness", "text"]
    assert "Er is nog geen overzicht" in Client().get("/algoritme/?anders").text
    assert set_up() == {} and kinds(the_page()) == kinds(page)


def take_out_the_figures() -> None:
    page = the_page()
    page.body = [block for block in page.body.get_prep_value() if block["type"] != "matching_fairness"]
    page.save_revision(user=UserFactory(), clean=False).publish()


def test_what_an_editor_takes_out_stays_out():
    take_out_the_figures()
    assert set_up() == {} and "matching_fairness" not in kinds(the_page())


def test_what_an_editor_takes_out_stays_out_when_old_versions_are_thrown_away():
    take_out_the_figures()
    call_command("purge_revisions")
    assert set_up() == {} and "matching_fairness" not in kinds(the_page())


@pytest.mark.parametrize("goes", ["her account", "old versions"])
def test_an_editors_words_outlive_her_account_and_old_versions(goes):
    as_it_was(the_page())
    page, editor = the_page(), UserFactory()
    page.title = "Eigen titel"
    page.save_revision(user=editor, log_action=True, clean=False).publish()
    if goes == "her account":
        privacy.erase(editor)
    else:
        assert set_up() == {"pages brought up to date": 1}  # the site's own version is now the newest
        call_command("purge_revisions")
    set_up()
    page = the_page()
    assert page.title == "Eigen titel" and OWN in str(page.body) and "matching_fairness" in kinds(page)


def test_a_change_past_the_editor_counts_as_written_too():
    StandardPage.objects.filter(pk=the_page().pk).update(intro="Rechtstreeks")
    assert set_up() == {} and the_page().intro == "Rechtstreeks"


def test_such_a_change_still_counts_when_a_part_was_put_behind_it():
    """What the site then publishes says what is live: that alone would look as if nobody wrote."""
    as_it_was(the_page())
    StandardPage.objects.filter(pk=the_page().pk).update(intro="Rechtstreeks")
    assert set_up() == {"pages brought up to date": 1}
    assert set_up() == {}
    page = the_page()
    assert page.intro == "Rechtstreeks" and OWN in str(page.body) and "matching_fairness" in kinds(page)
    assert PageLogEntry.objects.filter(page=page.pk, action=FOREIGN).count() == 1, "noted once"


def test_what_an_editor_publishes_between_reading_and_writing_stays():
    as_it_was(the_page())
    read_before, page = the_page(), the_page()
    page.title = "Eigen titel"
    page.save_revision(user=UserFactory(), clean=False).publish()
    keep_up(read_before, ALGORITHM.nl, "nl")
    page = the_page()
    assert page.title == "Eigen titel" and OWN in str(page.body) and "matching_fairness" in kinds(page)


@pytest.mark.parametrize("state", ["draft", "offline"])
def test_a_draft_that_waits_and_a_page_that_was_taken_off_are_left_alone(state):
    as_it_was(the_page())
    page = the_page()
    if state == "draft":
        page.title = "Bijna klaar"
        page.save_revision(clean=False)
    else:
        page.unpublish()
    before = Page.objects.filter(pk=page.pk).values("title", "live", "latest_revision").get()
    assert set_up() == {}
    assert Page.objects.filter(pk=page.pk).values("title", "live", "latest_revision").get() == before


def test_other_pages_go_along_with_nothing():
    page = StandardPage.objects.get(slug="cookies", locale__language_code="nl")
    page.body = as_stream(ALGORITHM.nl.body[:1], "nl")
    page.save_revision(clean=False).publish()
    assert set_up() == {}
