"""Whole public pages, kept for visitors: a dictionary in each process over a cache that processes share.

A page is found under everything its bytes depend on: the time of the last purge, the release of the
code, the day, the scheme, the host, the path (which holds the language) and the parameters on our list.
What is not in that key must not change an answer: see `home.middleware`, which lets any other request
pass by.

    purge()  ->  a new "generation" in the shared cache: no process finds what was kept before it.

A process asks for the generation only when its dictionary has no answer younger than SECONDS_IN_MEMORY,
so a change is visible everywhere within that time.
"""

import hashlib
import re
import time
import uuid
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from urllib.parse import urlsplit

from django.conf import settings
from django.core.cache import caches
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.http.request import split_domain_port
from django.utils import timezone

from home.release import fingerprint

SECONDS_IN_MEMORY = 4
MOST_PAGES_IN_MEMORY = 300
LARGEST_PAGE = 500_000  # bytes; a larger one is answered, not kept
LONGEST_QUERY = 200
NUMBER_OF_A_PAGE = re.compile(r"[1-9][0-9]{0,3}")
GENERATION = "generation"


@dataclass(frozen=True)
class Kept:
    """An answer as it is kept. `headers` are those of the view and the middleware below ours."""

    content: bytes
    headers: tuple[tuple[str, str], ...]
    etag: str

    def as_response(self) -> HttpResponse:
        return HttpResponse(self.content, headers={**dict(self.headers), "ETag": self.etag})


def keep(response: HttpResponse) -> Kept:
    return Kept(
        content=response.content,
        headers=tuple(response.headers.items()),
        etag=f'"{hashlib.sha256(response.content).hexdigest()[:32]}"',
    )


class Memory:
    """The newest pages of this process, each for a few seconds; the longest unused makes room."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._pages: OrderedDict[str, tuple[float, Kept]] = OrderedDict()
        self._lock = Lock()
        self._clock = clock

    def now(self) -> float:
        return self._clock()

    def get(self, key: str) -> Kept | None:
        with self._lock:
            since, kept = self._pages.get(key, (0.0, None))
            if kept is None:
                return None
            if self._clock() - since >= SECONDS_IN_MEMORY:
                del self._pages[key]
                return None
            self._pages.move_to_end(key)
            return kept

    def set(self, key: str, kept: Kept, since: float) -> None:
        """`since`: when the answer was known to be fresh, that is before it was made."""
        with self._lock:
            self._pages[key] = (since, kept)
            self._pages.move_to_end(key)
            while len(self._pages) > MOST_PAGES_IN_MEMORY:
                self._pages.popitem(last=False)

    def clear(self) -> None:
        with self._lock:
            self._pages.clear()


memory = Memory()


def key_of(request: HttpRequest) -> str | None:
    """What a page is kept under; None when the request asks for more than a key can tell."""
    query = request.META.get("QUERY_STRING", "")
    if len(query) > LONGEST_QUERY or not set(request.GET) <= set(settings.PAGE_CACHE_PARAMETERS):
        return None
    if not _asks_for_a_page(request.GET.getlist("pagina")) or not _has_a_usual_host(request):
        return None
    parameters = sorted((name, values) for name, values in request.GET.lists())
    day, scheme = str(timezone.localdate()), request.scheme or ""
    parts = [fingerprint(), day, scheme, request.get_host(), request.path, request.path_info, repr(parameters)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _asks_for_a_page(numbers: list[str]) -> bool:
    """Nothing, or one small whole number: of anything else there is no end."""
    return not numbers or (len(numbers) == 1 and NUMBER_OF_A_PAGE.fullmatch(numbers[0]) is not None)


def _has_a_usual_host(request: HttpRequest) -> bool:
    """As our links write it. Any port is allowed behind an allowed name, and stands in the links of the page."""
    host = request.get_host()
    _name, port = split_domain_port(host)
    if host != host.lower():
        return False
    return not port or port == request.META.get("SERVER_PORT") or host == urlsplit(settings.SITE_ADDRESS).netloc


def generation() -> str:
    """The name of the time since the last purge; lost (a restart of the cache) is as good as purged."""
    shared = caches["pages"]
    return shared.get(GENERATION) or shared.get_or_set(GENERATION, _new_generation, timeout=None) or _new_generation()


def _new_generation() -> str:
    return uuid.uuid4().hex


def find(key: str, since: str) -> Kept | None:
    return caches["pages"].get(f"{since}:{key}")


def store(key: str, since: str, kept: Kept) -> None:
    """Kept under the generation that was there before the page was made: a purge meanwhile wins."""
    caches["pages"].set(f"{since}:{key}", kept, timeout=settings.PAGE_CACHE_SECONDS)


def purge() -> None:
    """Forget every page, everywhere. Once the transaction that changes something is through, not before."""
    transaction.on_commit(_purge_now)


def _purge_now() -> None:
    caches["pages"].set(GENERATION, _new_generation(), timeout=None)
    memory.clear()
