"""What a public page may cost: queries, bytes, and nothing in it of one visitor."""

import gzip
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import caches
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from home import page_cache
from people.languages import without_language
from portal.demo.content.events import lay_events
from portal.demo.content.organisations import lay_organisations
from portal.demo.content.programmes import lay_programmes
from portal.demo.content.terms import Term
from tests.laid import laid

__all__ = ["laid"]
pytestmark = pytest.mark.django_db

MOST_COLD = 12  # queries for a page that nobody asked for since the last change
MOST_BYTES_OF_A_PROGRAMME = 40_000
MOST_BYTES_OF_STYLES_AND_SCRIPTS = 60_000  # compressed, all of them
MOST_OF_A_KIND = 4  # addresses of one kind that are walked

PAGE_TYPES = {
    "home": "/",
    "home, English": "/en/",
    "list": "/programmas/",
    "list, filtered": "/programmas/?voor=vrouwen&open=on",
    "programme": "/programmas/mentornetwerk/",
    "programme, English": "/en/programmas/mentornetwerk/",
    "programme in several towns": "/programmas/politiek-actief/",
    "sensitive programme": "/programmas/politiek-actief-met-een-beperking/",
    "programme for parties": "/programmas/selecteren-zonder-vooroordelen/",
    "easy language": "/programmas/mentornetwerk/makkelijke-taal/",
    "guide": "/programmawijzer/",
    "organisations": "/organisaties/",
    "organisation": "/organisaties/prodemos/",
    "agenda": "/agenda/",
    "stories": "/verhalen/",
    "knowledge": "/kennis/",
    "page of words": "/over-deze-site/",
    "elections": "/verkiezingen/",
    "for parties": "/voor-partijen/",
    "ask somebody": "/vraag-iemand/",
    "help": "/hulp/",
    "algorithm": "/algoritme/",
    "become a mentor": "/mentor-worden/",
    "search": "/zoeken/?q=raad",
}
LINK = re.compile(r'<a\b[^>]*\shref="(/[^"#]*)')
POST = re.compile(r"<form\b[^>]*\bmethod\s*=\s*[\"']?post", re.IGNORECASE)


@pytest.fixture(scope="module")
def site(laid: None, django_db_blocker: Any) -> Iterator[None]:
    """The demo's organisations, programmes and events, without people."""
    with django_db_blocker.unblock(), transaction.atomic():
        organisations, term = lay_organisations(), Term(timezone.now())
        lay_events(lay_programmes(organisations, term), organisations, term)
    yield


def forget_pages() -> None:
    caches["pages"].clear()
    page_cache.memory.clear()


def asked(client: Client, path: str) -> list[str]:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(path).status_code == 200
    return [query["sql"] for query in queries]


@pytest.mark.parametrize("path", PAGE_TYPES.values(), ids=PAGE_TYPES.keys())
def test_a_page_costs_little_when_cold_and_nothing_when_kept(site: None, client: Client, path: str) -> None:
    client.get(path)  # what a process learns once: kinds of content, the roots of the site
    forget_pages()
    cold = asked(client, path)
    assert len(cold) <= MOST_COLD, "\n".join(cold)
    if path.split("?")[0] not in ("/zoeken/",):  # a search is nobody else's
        assert asked(Client(), path) == []


@pytest.mark.parametrize("above", ["/agenda/", "/verkiezingen/", "/kennis/"])
def test_what_stands_below_a_list_costs_as_little(site: None, client: Client, above: str) -> None:
    below = re.compile(rf"{above}[^/]+/$")
    path = next(link for link in links(client.get(above).text) if below.match(link))
    test_a_page_costs_little_when_cold_and_nothing_when_kept(None, client, path)


@pytest.mark.parametrize("path", [path for kind, path in PAGE_TYPES.items() if "programme" in kind])
def test_a_programme_is_light(site: None, client: Client, path: str) -> None:
    assert len(client.get(path).content) <= MOST_BYTES_OF_A_PROGRAMME


def test_all_styles_and_scripts_together_are_light() -> None:
    built = settings.BASE_DIR / "build" / "static"
    files = [*built.glob("*.css"), *(built / "js").glob("*.js")]
    assert {"portal.css", "read-aloud.js"} <= {file.name for file in files}
    assert sum(len(gzip.compress(file.read_bytes())) for file in files) <= MOST_BYTES_OF_STYLES_AND_SCRIPTS


def shape(address: str) -> tuple[str, int, bool]:
    """Of its kind: a hundred municipalities are one page a hundred times."""
    path, query, _rest = address.partition("?")
    parts = path.strip("/").split("/")
    return "/".join(parts[:2] if parts[0] == "en" else parts[:1]), len(parts), bool(query)


def links(text: str) -> Iterator[str]:
    for link in LINK.findall(text):
        yield link.replace("&amp;", "&")


def test_no_page_that_is_kept_holds_a_form_that_posts(site: None, client: Client) -> None:
    """Public addresses of every kind that links lead to, in both languages: a kept page is the same for everyone."""
    waiting, seen, kept = ["/", "/en/"], Counter[tuple[str, int, bool]](), []
    known = set(waiting)
    while waiting:
        path = waiting.pop(0)
        if seen[shape(path)] == MOST_OF_A_KIND or without_language(path).startswith(tuple(settings.PAGE_CACHE_NEVER)):
            continue
        seen[shape(path)] += 1
        translation.activate("nl")
        response = client.get(path)
        if response.status_code != 200 or not response.headers.get("Content-Type", "").startswith("text/html"):
            continue
        text = response.content.decode()
        assert not POST.search(text), path
        assert "csrfmiddlewaretoken" not in text, path
        kept.append(path)
        new = [address for address in links(text) if address not in known]
        known.update(new)
        waiting += dict.fromkeys(new)
    assert len(kept) > 60
    assert any("makkelijke-taal" in path for path in kept)
