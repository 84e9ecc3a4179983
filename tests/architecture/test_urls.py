"""Every address says who may open it, or stands on the short list of what third parties guard themselves."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.urls import get_resolver, include, path
from django.views import View

from people.access import public, signed_in
from tests.architecture.sources import FLOORS

# Views of third parties, and what guards them there.
THIRD_PARTIES = {
    r"^(en/)?account/": "allauth: for everyone, or for the signed-in person about herself",
    r"^cms/": "the guard of /cms/, then Wagtail's own permissions; walked by tests/walkers",
    r"^documents/": "Wagtail: published documents, private collections refused",
    r"^(en/)?\(\(\?:\[\\w\\-\]\+/\)\*\)\$$": "Wagtail's pages: published ones, for everyone",
    r"^(en/)?_util/": "Wagtail: the door of a private page, shut by portal.side_doors",
}


@dataclass(frozen=True)
class Address:
    route: str
    name: str | None
    view: Any

    @property
    def ours(self) -> bool:
        return self.view.__module__.split(".")[0] in (*FLOORS, "tests")

    @property
    def policy(self) -> str | None:
        """What `people.access` wrote on the view, or on the class behind it."""
        for thing in (self.view, getattr(self.view, "view_class", None)):
            if policy := getattr(thing, "access", None):
                return policy
        return None


def addresses(patterns: list, prefix: str = "", spaces: str = "") -> Iterator[Address]:
    for pattern in patterns:
        route = prefix + re.sub(r"^\^|\\Z$", "", str(pattern.pattern))
        if hasattr(pattern, "url_patterns"):
            space = f"{spaces}{pattern.namespace}:" if pattern.namespace else spaces
            yield from addresses(pattern.url_patterns, route, space)
        else:
            yield Address(route, f"{spaces}{pattern.name}" if pattern.name else None, pattern.callback)


def unguarded(patterns: list) -> list[str]:
    """Addresses that nobody guards. A view of our own names its policy, wherever it stands outside /cms/."""
    return [
        f"{address.route} ({address.view.__module__})"
        for address in addresses(patterns)
        if not address.policy
        and (
            not any(re.match(route, address.route) for route in THIRD_PARTIES)
            or (address.ours and not address.route.startswith("cms/"))
        )
    ]


def test_every_address_names_its_policy() -> None:
    assert unguarded(get_resolver().url_patterns) == []


def test_the_list_of_third_parties_is_short_and_used() -> None:
    routes = [address.route for address in addresses(get_resolver().url_patterns)]
    unused = [known for known in THIRD_PARTIES if not any(re.match(known, route) for route in routes)]
    assert unused == []


def namespaces(patterns: list, prefix: str = "") -> Iterator[str]:
    for pattern in patterns:
        if hasattr(pattern, "url_patterns"):
            inside = f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix
            if pattern.namespace:
                yield inside
            yield from namespaces(pattern.url_patterns, inside)


def taken_twice(patterns: list) -> set[str]:
    """Namespaces that stand twice: then the links of one of the two lead nowhere."""
    found = [*namespaces(patterns)]
    return {name for name in found if found.count(name) > 1}


def test_no_namespace_is_taken_twice() -> None:
    assert taken_twice(get_resolver().url_patterns) == set()


def test_the_rule_sees_a_namespace_that_is_taken_twice() -> None:
    one, other = (path(route, include(([], "programmes"), namespace="programmes")) for route in ("a/", "b/"))
    assert taken_twice([one, path("c/", include([other]))]) == {"programmes:"}
    assert taken_twice([one]) == set()


def _bare(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


class _Bare(View):
    pass


@pytest.mark.parametrize("view", [_bare, _Bare.as_view()])
@pytest.mark.parametrize("route", ["geheim/", "account/geheim/", "documents/geheim/", "cms-niet/"])
def test_the_rule_sees_a_view_without_a_policy(view: Any, route: str) -> None:
    assert len(unguarded([path("", include([path(route, view)]))])) == 1


def test_the_rule_lets_a_named_policy_alone() -> None:
    guarded = [public(_bare_copy()), signed_in(_bare_copy()), public(_Bare.as_view())]
    assert unguarded([path(f"{number}/", view) for number, view in enumerate(guarded)]) == []


def _bare_copy() -> Any:
    return lambda request: HttpResponse()
