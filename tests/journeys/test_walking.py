"""The eyes of a walk see what they should: a page made up for it, with a fault of each kind."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Route

from tests.journeys.walking import WIDE, Seen, Walk

ADDRESS = "http://localhost:1"
GOOD = """<!doctype html><html lang="nl"><head><title>Goed</title><meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,"></head><body><main><h1>Goed</h1><p>Alles klopt.</p></main></body></html>"""


@pytest.fixture
def shown(browser: Browser) -> Iterator[Callable[..., Walk]]:
    """A walk to which every address answers with these words."""
    contexts: list[BrowserContext] = []

    def show(html: str, status: int = 200, seen: Seen | None = None) -> Walk:
        context = browser.new_context()
        contexts.append(context)

        def answer(route: Route) -> None:
            page = route.request.is_navigation_request()
            route.fulfill(status=status if page else 200, content_type="text/html", body=html if page else "")

        context.route("**/*", answer)
        return Walk(context, ADDRESS, seen or Seen(), width=WIDE, script=True)

    yield show
    for context in contexts:
        context.close()


def test_a_good_page_passes(shown: Callable[..., Walk]) -> None:
    shown(GOOD).go("/")


# What stands in the good page, what stands there instead, and what is said of that.
FAULTS = [
    ("<h1>Goed</h1>", "<h1>Goed</h1><h1>Nog een</h1>", "2 times an h1"),
    ('lang="nl"', 'lang="en"', "says to be in en"),
    ("<title>Goed</title>", "<title></title>", "the title ''"),
    ("<p>", '<p style="width: 600px">Breed.</p><p>', "scrolls sideways"),
    ("<p>", '<p><img src="/a.png">Beeld.</p><p>', "image-alt"),
    ("<p>", '<p style="color: #bbb">Licht.</p><p>', "color-contrast"),
    ("</main>", "</main><p>Naast het hoofddeel.</p>", "region"),
    ("<p>", '<p><img alt="" src="http://cdn.example.org/a.png"></p><p>', "asks another host: http://cdn.example.org"),
    ("<p>", "<script>console.error('au')</script><p>", "console says au"),
    ("<p>", "<script>throw new Error('oei')</script><p>", "script fault"),
]


def test_each_fault_is_seen_among_others(shown: Callable[..., Walk]) -> None:
    html = GOOD
    for stands, instead, _said in FAULTS:
        html = html.replace(stands, instead, 1)
    with pytest.raises(AssertionError) as seen:
        shown(html).go("/")
    assert [said for _stands, _instead, said in FAULTS if said not in str(seen.value)] == []


def test_at_the_desk_only_what_is_kept_passes(shown: Callable[..., Walk]) -> None:
    with pytest.raises(AssertionError, match="image-alt"):
        shown(GOOD.replace("<p>", '<p><img src="/a.png">', 1)).go("/cms/")
    alike = GOOD.replace("<main>", "<nav>Een</nav><nav>Twee</nav><main>", 1)
    shown(alike).go("/cms/")
    with pytest.raises(AssertionError, match="landmark-unique"):
        shown(alike).go("/")


def test_an_answer_that_was_not_expected_is_seen(shown: Callable[..., Walk]) -> None:
    with pytest.raises(AssertionError, match=r"500 for http://localhost:1/a/"):
        shown(GOOD, status=500).go("/a/")
    shown(GOOD, status=404).go("/a/", status=404)


def test_two_pages_with_one_title_are_seen(shown: Callable[..., Walk]) -> None:
    seen = Seen()
    shown(GOOD, seen=seen).go("/a/")
    with pytest.raises(AssertionError, match="also that of /a/"):
        shown(GOOD, seen=seen).go("/b/")
