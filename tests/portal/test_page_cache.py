"""Pages for visitors are kept, and never hold, take or give anything of one person."""

from datetime import datetime, timedelta

import pytest
import time_machine
from django.core.cache import caches
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from home import page_cache
from home.middleware import PageCacheMiddleware
from tests.factories.people import UserFactory
from tests.portal.kept_addresses import made
from tests.signing_in import sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.portal.kept_addresses")]


class Clock:
    def __init__(self) -> None:
        self.at = 1000.0

    def __call__(self) -> float:
        return self.at


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(page_cache, "memory", page_cache.Memory(clock))
    caches["pages"].clear()
    made.clear()
    return clock


def with_another_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_cache, "memory", page_cache.Memory(Clock()))


def test_second_visitor_gets_the_kept_page(client: Client):
    first, second = client.get("/stuk/"), Client().get("/stuk/")
    assert made["/stuk/"] == 1
    assert first.content == second.content
    assert second["Content-Type"] == first["Content-Type"]


def test_kept_page_asks_nothing_of_the_database(client: Client, django_assert_num_queries):
    client.get("/wie/")
    with django_assert_num_queries(0):
        assert client.get("/wie/").content == b"<p>False</p>"


def test_other_web_worker_finds_it(client: Client, monkeypatch, django_assert_num_queries):
    client.get("/wie/")
    with_another_memory(monkeypatch)
    with django_assert_num_queries(0):
        client.get("/wie/")
    assert made["/wie/"] == 1


def test_kept_page_has_the_headers_of_every_page(client: Client):
    client.get("/stuk/")
    response = client.get("/stuk/")
    assert "default-src 'none'" in response["Content-Security-Policy"]
    assert response["X-Frame-Options"] == "DENY"
    assert response["Content-Language"] == "nl"


def test_purge_is_seen_at_once_where_it_happened(client: Client, django_capture_on_commit_callbacks):
    client.get("/stuk/")
    with django_capture_on_commit_callbacks(execute=True):
        page_cache.purge()
        client.get("/stuk/")
        assert made["/stuk/"] == 1, "not before the change is through"
    client.get("/stuk/")
    assert made["/stuk/"] == 2


def test_purge_elsewhere_is_seen_within_five_seconds(client: Client, clock: Clock):
    client.get("/stuk/")
    caches["pages"].set(page_cache.GENERATION, "purged-elsewhere", timeout=None)
    clock.at += 3.9
    client.get("/stuk/")
    assert made["/stuk/"] == 1
    clock.at += 0.2
    client.get("/stuk/")
    assert made["/stuk/"] == 2


def test_page_in_the_making_during_a_purge_is_not_kept(client: Client, monkeypatch, clock: Clock):
    """It may have read what the purge made stale."""
    keep = page_cache.keep

    def purged_meanwhile(response):
        page_cache._purge_now()
        return keep(response)

    monkeypatch.setattr(page_cache, "keep", purged_meanwhile)
    client.get("/stuk/")
    clock.at += 4.1
    monkeypatch.setattr(page_cache, "keep", keep)
    client.get("/stuk/")
    assert made["/stuk/"] == 2


def test_time_in_memory_counts_from_before_the_making(client: Client, monkeypatch, clock: Clock):
    """A page that took three seconds to make is at most one second more in memory."""
    keep = page_cache.keep

    def slow(response):
        clock.at += 3
        return keep(response)

    monkeypatch.setattr(page_cache, "keep", slow)
    client.get("/stuk/")
    caches["pages"].clear()
    clock.at += 1.1
    client.get("/stuk/")
    assert made["/stuk/"] == 2


def test_new_day_has_new_pages(client: Client, monkeypatch):
    """Midnight in Amsterdam, an hour or two before that of the clock of servers."""
    before = datetime(2026, 11, 30, 23, 59, 58, tzinfo=timezone.get_default_timezone())
    with time_machine.travel(before, tick=False) as now:
        client.get("/stuk/")
        now.shift(timedelta(seconds=1))
        client.get("/stuk/")
        assert made["/stuk/"] == 1
        now.shift(timedelta(seconds=2))
        client.get("/stuk/")
        assert made["/stuk/"] == 2


@pytest.mark.parametrize(
    "path", ["token", "koek", "sessie", "weg", "stroom", "groot", "prive", "vers", "wisselt", "verpakt", "cijferlijst"]
)
def test_what_is_not_for_everyone_is_not_kept(path: str):
    for _visitor in range(2):
        Client().get(f"/{path}/")
    assert made[f"/{path}/"] == 2


@pytest.mark.parametrize("name", ["campagne", "mijn", "cijfers", "account", "demo", "health", "aanmelden"])
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_some_addresses_are_never_kept(name: str, prefix: str):
    for _visitor in range(2):
        Client().get(f"{prefix}/{name}/iets/")
    assert made[f"{prefix}/{name}/iets/"] == 2


def test_signed_in_person_neither_gets_nor_leaves_a_kept_page(client: Client):
    Client().get("/wie/")
    sign_in(client, UserFactory())
    assert client.get("/wie/").content == b"<p>True</p>"
    assert Client().get("/wie/").content == b"<p>False</p>"
    assert made["/wie/"] == 2


def test_page_of_a_signed_in_person_is_not_kept(client: Client):
    sign_in(client, UserFactory())
    client.get("/wie/")
    assert Client().get("/wie/").content == b"<p>False</p>"


def test_parameters_of_the_list_have_their_own_page(client: Client):
    assert client.get("/stuk/?pagina=2").content != client.get("/stuk/?pagina=3").content
    client.get("/stuk/?pagina=2")
    assert made["/stuk/"] == 2


@pytest.mark.parametrize("query", ["utm=1", "pagina=2&utm=x", "q=zoek", f"voor={'9' * 200}"])
def test_other_parameters_are_neither_kept_nor_taken(client: Client, query: str):
    """So nobody fills the cache with made-up addresses, nor leaves there what others then get."""
    for _visitor in range(2):
        client.get(f"/stuk/?{query}")
    assert made["/stuk/"] == 2
    assert client.get("/stuk/").content.endswith(b" </p>")


@pytest.mark.parametrize("page", ["x", "1x", "-1", "12345", "1.0", "٣", "", "1&pagina=2"])
def test_what_is_no_number_of_a_page_makes_no_entry(client: Client, page: str):
    for _visitor in range(2):
        assert client.get(f"/stuk/?pagina={page}").status_code == 200
    assert made["/stuk/"] == 2


@pytest.mark.parametrize("host", ["testserver:81", "testserver:8443", "TESTserver", "testserver:080"])
def test_a_host_as_no_link_of_ours_writes_it_makes_no_entry(client: Client, host: str):
    """Each is allowed, and there are more than the cache has room for."""
    for _visitor in range(2):
        assert client.get("/stuk/", HTTP_HOST=host).status_code == 200
    assert made["/stuk/"] == 2
    client.get("/stuk/")
    assert made["/stuk/"] == 3, "nor did it leave its page to others"


@pytest.mark.parametrize(
    ("host", "server"),
    [("localhost:8000", "80"), ("localhost:8000", "8000"), ("localhost:8123", "8123"), ("localhost", "8123")],
)
def test_the_port_of_the_site_or_of_the_server_is_kept(client: Client, settings, host: str, server: str):
    settings.SITE_ADDRESS = "http://localhost:8000"
    for _visitor in range(2):
        client.get("/stuk/", HTTP_HOST=host, SERVER_PORT=server)
    assert made["/stuk/"] == 1


@pytest.mark.parametrize("header", ["HTTP_AUTHORIZATION", "HTTP_HX_REQUEST", "HTTP_RANGE", "HTTP_X_REQUESTED_WITH"])
def test_unusual_request_passes_by(client: Client, header: str):
    for _visitor in range(2):
        client.get("/stuk/", **{header: "x"})
    assert made["/stuk/"] == 2


def test_hosts_and_schemes_do_not_mix(client: Client):
    client.get("/stuk/")
    client.get("/stuk/", HTTP_HOST="localhost")
    client.get("/stuk/", secure=True)
    assert made["/stuk/"] == 3


def test_a_front_door_that_a_visitor_names_keeps_nothing_under_another_address(rf):
    """SCRIPT_NAME moves the border between front door and page: the same address, other bytes."""
    honest, forged = rf.get("/programmas/agenda/"), rf.get("/agenda/", SCRIPT_NAME="/programmas")
    assert honest.path == forged.path
    assert page_cache.key_of(honest) != page_cache.key_of(forged)


def test_unknown_host_is_refused_and_not_kept(client: Client):
    assert client.get("/stuk/", HTTP_HOST="elders.example").status_code == 400
    client.get("/stuk/", HTTP_X_FORWARDED_HOST="elders.example")
    assert made["/stuk/"] == 1


def test_languages_do_not_mix(client: Client):
    client.get("/stuk/", headers={"accept-language": "en"})
    assert client.get("/en/stuk/")["Content-Language"] == "en"
    assert client.get("/stuk/", headers={"accept-language": "en"})["Content-Language"] == "nl"
    assert (made["/stuk/"], made["/en/stuk/"]) == (1, 1)


def test_head_is_answered_from_a_kept_page_and_leaves_none(client: Client):
    client.head("/stuk/")
    page = client.get("/stuk/")
    head = client.head("/stuk/")
    assert made["/stuk/"] == 2
    assert head.content == b""
    assert head["Content-Length"] == page["Content-Length"] == str(len(page.content))


def test_head_has_no_body_for_any_server(rf):
    """Django's test client drops a body by itself; not every web server does."""
    middleware = PageCacheMiddleware(lambda request: HttpResponse("<p>iets</p>"))
    middleware(rf.get("/stuk/"))
    assert middleware(rf.head("/stuk/")).content == b""


def test_post_passes_by(client: Client):
    client.get("/stuk/")
    client.post("/stuk/")
    assert made["/stuk/"] == 2


def test_browser_hears_that_nothing_changed(client: Client):
    page = client.get("/stuk/")
    assert page["Cache-Control"] == "no-cache"
    again = client.get("/stuk/", HTTP_IF_NONE_MATCH=page["ETag"])
    assert (again.status_code, again.content) == (304, b"")
    assert client.get("/stuk/", HTTP_IF_NONE_MATCH='"anders"').status_code == 200


def test_memory_stays_small(client: Client):
    for number in range(1, page_cache.MOST_PAGES_IN_MEMORY + 21):
        client.get(f"/stuk/?pagina={number}")
    assert len(page_cache.memory._pages) == page_cache.MOST_PAGES_IN_MEMORY
