"""While a programme is under threat its stories are nowhere: not on the site, not in what leads to it."""

import pytest
from django.test import Client

from programmes.models import Story, StoryPage
from programmes.safety import threat
from search.models import IndexedText
from tests.factories.people import AdministratorFactory
from tests.laid import laid
from tests.programmes.told import CANARY, page_of, published

__all__ = ["laid"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("laid")]
LEADS_TO_IT = ("/verhalen/", "/", "/verhalen/rss.xml", "/sitemap.xml", "/en/verhalen/")


def said(client: Client, story: Story, number: int) -> dict[str, bool]:
    """Where there is a way to the story now. `number`: never the page that was kept for visitors."""
    texts = {path: client.get(f"{path}?keer={number}").text for path in LEADS_TO_IT}
    texts["/zoeken/"] = client.get("/zoeken/", {"q": CANARY, "keer": number}).text
    return {path: page_of(story).slug in text for path, text in texts.items()}


def test_a_story_is_nowhere_under_threat_and_everywhere_again(client, django_capture_on_commit_callbacks):
    story, administrator = published(), AdministratorFactory()
    pages = [page_of(story, language).url for language in ("nl", "en")]
    before = said(client, story, 1)
    assert all(before.values()), before
    assert [client.get(url).status_code for url in pages] == [200, 200]
    with django_capture_on_commit_callbacks(execute=True):  # pages that were kept for visitors go too
        threat.switch_on(story.programme, by=administrator)
    assert [client.get(url).status_code for url in pages] == [404, 404]
    assert not any((now := said(client, story, 2)).values()), now
    assert not IndexedText.objects.filter(url__in=pages).exists(), "nor are its words suggested to who mistypes one"
    assert StoryPage.objects.live().count() == 2, "it was not taken off: an editor still sees it"
    with django_capture_on_commit_callbacks(execute=True):
        threat.switch_off(story.programme, by=administrator)
    assert said(client, story, 3) == before
