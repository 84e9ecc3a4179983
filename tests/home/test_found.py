"""How search engines and shared links see the pages: one address, its languages, and nothing of anyone's own."""

import re
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.db import connection
from django.template import Context
from django.test import Client
from django.test.utils import CaptureQueriesContext
from PIL import Image
from wagtail.models import Page

from home.drawings import DRAWINGS
from home.models import StandardPage
from home.templatetags.shared import HEIGHT, WIDTH, share_picture
from programmes.models import StoryPage
from tests.factories.people import MinistryFactory, UserFactory
from tests.factories.programmes import OpenEditionFactory
from tests.laid import laid
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db
__all__ = ["laid"]

HERE = settings.SITE_ADDRESS
NOINDEX = '<meta name="robots" content="noindex">'


def head(client: Client, path: str) -> str:
    return client.get(path).text.partition("</head>")[0]


def canonical(head: str) -> list[str]:
    return re.findall(r'<link rel="canonical" href="([^"]*)">', head)


def alternates(head: str) -> dict[str, str]:
    return dict(re.findall(r'<link rel="alternate" hreflang="([^"]*)" href="([^"]*)">', head))


def shared(head: str, name: str) -> list[str]:
    return re.findall(f'<meta (?:property|name)="{name}" content="([^"]*)">', head)


@pytest.mark.parametrize("path", ["/", "/kennis/rechtspositie/", "/verkiezingen/", "/agenda/", "/hulp/"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_page_names_its_one_address_and_its_languages(laid: None, client: Client, path: str, language: str) -> None:
    address = {"nl": f"{HERE}{path}", "en": f"{HERE}/en{path}"}
    found = head(client, address[language].removeprefix(HERE))
    assert canonical(found) == [address[language]]
    assert alternates(found) == {**address, "x-default": address["nl"]}
    assert NOINDEX not in found


def test_what_is_behind_the_question_mark_or_in_the_host_makes_no_other_address(laid: None, client: Client) -> None:
    found = client.get("/agenda/?pagina=1", headers={"host": "127.0.0.1"}).text
    assert canonical(found) == [f"{HERE}/agenda/"]
    assert "127.0.0.1" not in found and "pagina=1" not in found.partition("</head>")[0]


def untranslated() -> StandardPage:
    """The English page of /kennis/rechtspositie/ goes; the Dutch one stays."""
    dutch = StandardPage.objects.get(slug="rechtspositie", locale__language_code="nl")
    dutch.get_translations().get().unpublish()
    return dutch


def test_a_page_without_translation_names_none_and_leads_to_the_front_door(laid: None, client: Client) -> None:
    text = client.get(untranslated().url).text
    assert alternates(text) == {}
    assert '<a href="/en/" lang="en" hreflang="en">' in text


def test_a_translation_with_a_name_of_its_own_is_found(laid: None, client: Client) -> None:
    english = StandardPage.objects.get(slug="rechtspositie", locale__language_code="en")
    english.slug = "legal-position"
    english.save()
    text = client.get("/kennis/rechtspositie/").text
    assert alternates(text)["en"] == f"{HERE}/en/kennis/legal-position/"
    assert '<a href="/en/kennis/legal-position/" lang="en" hreflang="en">' in text
    assert alternates(client.get("/en/kennis/legal-position/").text)["nl"] == f"{HERE}/kennis/rechtspositie/"


def test_a_shared_link_says_title_and_lead_and_shows_a_drawing(laid: None, client: Client) -> None:
    page = Page.objects.get(slug="rechtspositie", locale__language_code="nl").specific
    page.title, page.intro = 'Wat je "mag" & kunt', "Kort <gezegd>."
    page.save()
    found = head(client, page.url)
    assert shared(found, "og:title") == ["Wat je &quot;mag&quot; &amp; kunt"]
    assert shared(found, "og:description") == shared(found, "description") == ["Kort &lt;gezegd&gt;."]
    page.search_description = "Voor wie zoekt."
    page.save()
    client.defaults["HTTP_X_REQUESTED_WITH"] = "tests"  # past the page cache
    assert shared(head(client, page.url), "og:description") == ["Voor wie zoekt."]
    assert shared(found, "og:image") == [f"{HERE}/static/share/stembiljet.png"]
    assert shared(found, "og:locale") == ["nl_NL"]
    assert shared(head(client, "/en/kennis/rechtspositie/"), "og:locale") == ["en_GB"]


@pytest.mark.parametrize("name", dict(DRAWINGS))
def test_every_drawing_that_an_editor_can_choose_can_be_shared(name: str) -> None:
    with Image.open(settings.BASE_DIR / "static" / "share" / f"{name}.png") as picture:
        assert picture.size == (WIDTH, HEIGHT)
    context = Context({"page": StoryPage(drawing=name)})
    assert share_picture(context)["url"].endswith(f"/static/share/{name}.png")
    assert share_picture(context)["text"] == dict(DRAWINGS)[name]


def test_a_page_that_names_another_drawing_is_shared_with_the_usual_one() -> None:
    assert share_picture(Context({"page": StoryPage(drawing="../geheim")}))["url"].endswith("/stembiljet.png")


def test_a_preview_is_not_found(laid: None) -> None:
    page = StandardPage.objects.get(slug="rechtspositie", locale__language_code="nl")
    found = page.make_preview_request().rendered_content.partition("</head>")[0]
    assert NOINDEX in found and not canonical(found) and "ld+json" not in found


def pages_of_ones_own() -> Iterator[tuple[str, object]]:
    yield from [("/account/login/", None), ("/zoeken/", None), ("/en/zoeken/?q=raad", None)]
    yield f"/aanmelden/{OpenEditionFactory().key}/", None
    yield from [("/mijn/", UserFactory()), ("/en/mijn/gegevens/", UserFactory()), ("/cijfers/", MinistryFactory())]


def test_what_is_nobodys_but_ones_own_is_not_found(laid: None) -> None:
    for path, user in pages_of_ones_own():
        client = sign_in(Client(), user) if user else Client()
        response = client.get(path)
        assert response.status_code == 200, path
        found = response.text.partition("</head>")[0]
        assert NOINDEX in found, path
        assert not canonical(found) and not alternates(found) and not shared(found, "og:title"), path


def test_a_missing_page_is_not_found_and_tells_no_address(laid: None, client: Client) -> None:
    text = client.get("/bestaat-niet/").text
    assert NOINDEX in text and "bestaat-niet" not in text


def test_the_translations_cost_one_question(laid: None, client: Client) -> None:
    client.get("/kennis/rechtspositie/")
    with CaptureQueriesContext(connection) as captured:
        client.get("/kennis/rechtspositie/?vers")
    asked = [query["sql"] for query in captured if "translation_key" in query["sql"].partition("WHERE")[2]]
    assert len(asked) == 1 and len(captured) <= 11
