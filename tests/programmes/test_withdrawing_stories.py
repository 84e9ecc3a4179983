"""A story that is taken back is gone from everywhere, in one press."""

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from wagtail.blocks import RichTextBlock
from wagtail.contrib.redirects.models import Redirect
from wagtail.images import get_image_model
from wagtail.models import Page, PageLogEntry, Revision

from lifecycle.models import JournalLine
from people import consent, privacy
from people.models import Consent
from programmes.models import Story, StoryPage
from programmes.models.story import STORY_CONSENT
from programmes.personal_data import PROGRAMMES
from search.indexing import rebuild
from tests.factories.programmes import organiser_of
from tests.laid import laid
from tests.people.test_privacy import whole_database
from tests.programmes.told import CANARY, page_of, published
from tests.signing_in import sign_in

__all__ = ["laid"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("laid")]
# Withdrawing --------------------------------------------------------------------------------------


def trace(story: Story) -> None:
    """All that the CMS keeps of a page: versions, log lines, a page that an editor deleted there."""
    editor = organiser_of(story.programme)
    page = page_of(story)
    page.quote = f"{CANARY} later citaat"
    page.save_revision(user=editor, log_action=True).publish()
    page_of(story, "en").delete()


def test_one_press_at_my_data_leaves_nothing(client: Client, django_capture_on_commit_callbacks) -> None:
    story = published()
    trace(story)
    page, url = page_of(story), page_of(story).url
    for address in (url, "/verhalen/", "/", "/sitemap.xml"):
        client.get(address)  # now they are kept
    assert CANARY in whole_database() and Revision.objects.for_instance(page).count() > 1
    assert PageLogEntry.objects.filter(label__contains=CANARY).exists()
    teller = sign_in(Client(), story.user)
    shown = teller.get(reverse("people:my_data")).text
    assert f"Je verhaal op deze site: {CANARY} titel 1" in shown
    with django_capture_on_commit_callbacks(execute=True):
        pressed = teller.post(reverse("people:withdraw_consent"), {"purpose": STORY_CONSENT, "about": str(story.key)})
    assert pressed.status_code == 302
    assert whole_database().count(CANARY) == 0
    assert not Story.objects.exists() and not StoryPage.objects.exists()
    assert client.get(url).status_code == 404
    for address in ("/verhalen/", "/en/verhalen/", "/", "/sitemap.xml"):
        assert CANARY.lower() not in client.get(address).text.lower(), address
    assert "Niets gevonden" in client.get("/zoeken/", {"q": CANARY}).text
    assert Page.objects.get(slug="verhalen", locale__language_code="nl").get_children().count() == 0
    assert Consent.objects.get(user=story.user).withdrawn_at, "that there was a yes, is kept"
    assert not JournalLine.objects.filter(ids__icontains=CANARY).exists()


def test_a_story_has_no_picture_that_could_stay_behind() -> None:
    """A drawing of ours stands beside it: so there is no file, no rendition and no copy in a page's text."""
    fields = [field for field in StoryPage._meta.get_fields() if field.related_model is get_image_model()]
    assert fields == []
    blocks = StoryPage.body.field.stream_block.child_blocks.values()
    assert [block.name for block in blocks if not isinstance(block, RichTextBlock)] == []
    assert [name for block in blocks for name in block.features if name in {"image", "embed", "document-link"}] == []


def test_the_log_of_the_server_holds_no_titles() -> None:
    assert settings.LOGGING["loggers"]["wagtail"]["level"] == "WARNING"


def test_one_story_goes_and_another_of_the_same_teller_stays(client: Client) -> None:
    first = published()
    second = published(2, user=first.user)
    consent.withdraw(first.user, STORY_CONSENT, first.key)
    assert client.get(page_of(second).url).status_code == 200
    assert list(Story.objects.all()) == [second] and second.pages.count() == 2
    assert PageLogEntry.objects.filter(page__in=second.pages.all()).exists(), "of others nothing is forgotten"


def test_erasing_the_account_takes_the_story_along() -> None:
    story = published()
    privacy.erase(story.user)
    assert whole_database().count(CANARY) == 0 and not Story.objects.exists()


def test_the_export_tells_every_word() -> None:
    story = published()
    (told,) = PROGRAMMES.export(story.user)["stories"]
    assert told["programme"] == story.programme.name
    assert [page["language"] for page in told["pages"]] == ["nl", "en"]
    assert all(str(value).count(CANARY) for page in told["pages"] for key, value in page.items() if key != "language")


def test_an_address_that_a_story_had_before_goes_with_it(client: Client, django_capture_on_commit_callbacks) -> None:
    """A part of an address can be the name of who tells."""
    story = published()
    page = page_of(story)
    for slug in (f"{CANARY.lower()}-vertelt", "een-ander-adres"):
        page.slug = slug
        with django_capture_on_commit_callbacks(execute=True):
            page.save_revision().publish()
    rebuild()
    moved = client.get(f"/verhalen/{CANARY.lower()}-vertelt/")
    assert moved.status_code == 301 and moved["Location"].endswith("/verhalen/een-ander-adres/")
    with django_capture_on_commit_callbacks(execute=True):
        consent.withdraw(story.user, STORY_CONSENT, about=str(story.key))
    assert not Redirect.objects.exists()
    assert client.get(f"/verhalen/{CANARY.lower()}-vertelt/").status_code == 404
