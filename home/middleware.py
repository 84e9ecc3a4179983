"""Answers visitors from the page cache, before sessions, language or database are touched."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response

from home import page_cache
from home.release import fingerprint
from people.languages import without_language

# A header by which a page may differ, though the key does not know it: such a request passes by.
UNKEYED_HEADERS = ("HTTP_AUTHORIZATION", "HTTP_HX_REQUEST", "HTTP_RANGE", "HTTP_X_REQUESTED_WITH")
# By what an answer may vary and still be kept: who has a session passes by, and nothing below encodes.
KNOWN_VARY = {"cookie", "accept-encoding"}


class PageCacheMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.never = tuple(settings.PAGE_CACHE_NEVER)
        fingerprint()  # now, and not while the first visitor waits

    def __call__(self, request: HttpRequest) -> HttpResponse:
        key = self._key(request)
        if key is None:
            return self.get_response(request)
        if kept := page_cache.memory.get(key):
            return _answer(request, kept)
        now = page_cache.memory.now()
        since = page_cache.generation()
        if kept := page_cache.find(key, since):
            page_cache.memory.set(key, kept, now)
            return _answer(request, kept)
        response = self.get_response(request)
        if request.method != "GET" or not may_be_kept(response):
            return response
        response.headers.setdefault("Cache-Control", "no-cache")  # a browser asks, and hears "not changed"
        kept = page_cache.keep(response)
        page_cache.store(key, since, kept)
        page_cache.memory.set(key, kept, now)
        return _answer(request, kept)

    def _key(self, request: HttpRequest) -> str | None:
        if request.method not in ("GET", "HEAD") or settings.SESSION_COOKIE_NAME in request.COOKIES:
            return None
        if any(name in request.META for name in UNKEYED_HEADERS):
            return None
        if without_language(request.path_info).startswith(self.never):
            return None
        return page_cache.key_of(request)


def may_be_kept(response: HttpResponse) -> bool:
    """Only a whole public page, the same for every visitor: no cookie, no token, nothing of one person."""
    if response.status_code != 200 or response.streaming or response.cookies:
        return False
    if not response.headers.get("Content-Type", "").startswith("text/html"):
        return False
    if response.has_header("Content-Encoding") or response.has_header("Set-Cookie"):
        return False
    control = response.headers.get("Cache-Control", "")
    if any(word in control for word in ("private", "no-store", "no-cache", "max-age=0")):
        return False
    vary = {name.strip().lower() for name in response.headers.get("Vary", "").split(",")}
    if vary - KNOWN_VARY - {""}:
        return False
    content = response.content
    return len(content) <= page_cache.LARGEST_PAGE and b"csrfmiddlewaretoken" not in content


def _answer(request: HttpRequest, kept: page_cache.Kept) -> HttpResponse:
    response = kept.as_response()
    response = get_conditional_response(request, etag=kept.etag, response=response) or response
    if request.method == "HEAD":
        response.content = b""  # its length stays in the header, as for a GET
    return response
