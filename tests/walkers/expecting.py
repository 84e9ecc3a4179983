"""How an expectation is written down, and how it is held against what an address answers."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from unittest import mock
from uuid import UUID

from django.http import HttpResponseNotFound
from django.test import Client
from django.urls import get_resolver, reverse

from tests.architecture.test_urls import Address, addresses
from tests.walkers.world import ROLES, WITHOUT_ACCOUNT, World

LOGIN = "302 to login"
MISSING = UUID("00000000-0000-4000-8000-000000000000")
# What differs between two answers to one person: the token of a form, the nonce of a script.
FLEETING = re.compile(rb"csrfmiddlewaretoken\" value=\"[^\"]*|nonce[=-]\"?[\w+/=-]+")


@dataclass(frozen=True)
class Expected:
    """`anonymous` and `others` are what visitors and accounts get; `named` says it for roles that differ."""

    anonymous: int | str
    others: int | str
    named: dict[str, int | str]
    arguments: Callable[[World], dict[str, Any]] = lambda world: {}

    def of(self, role: str) -> int | str:
        return self.named.get(role, self.anonymous if role in WITHOUT_ACCOUNT else self.others)


def everyone(arguments=lambda world: {}) -> Expected:
    return Expected(200, 200, {}, arguments)


def account(arguments=lambda world: {}, **named: int | str) -> Expected:
    return Expected(LOGIN, 200, named, arguments)


def only(*roles: str, arguments=lambda world: {}) -> Expected:
    """For these roles; for others it does not exist."""
    return Expected(LOGIN, 404, dict.fromkeys(roles, 200), arguments)


def by_post(arguments=lambda world: {}) -> Expected:
    """A press of a button: opening the address does nothing."""
    return Expected(LOGIN, 405, {}, arguments)


def entrance() -> Expected:
    """For who is not signed in yet; who is, is sent on."""
    return Expected(200, 302, {})


def half_way() -> Expected:
    """A step that nobody here is in, or that first asks who is there: back, or on."""
    return Expected(LOGIN, 302, {})


def no_password() -> Expected:
    return Expected(LOGIN, LOGIN, {})


def nothing_yet() -> Expected:
    """About a passkey or an app that nobody here has."""
    return Expected(LOGIN, 404, {})


def dutch() -> list[Address]:
    return [address for address in addresses(get_resolver().url_patterns) if not address.route.startswith("en/")]


def path_of(name: str, arguments: dict[str, Any]) -> str:
    arguments = dict(arguments)
    return "/" + arguments.pop("__path") if "__path" in arguments else reverse(name, kwargs=arguments)


def answer(client: Client, path: str) -> int | str:
    """Whether she is let in. The page that says no is drawn thousands of times otherwise; `bytes_of` looks at it."""
    with mock.patch("portal.urls.handler404", lambda request, exception: HttpResponseNotFound(), create=True):
        response = client.get(path)
    if response.status_code == 302 and response["Location"].startswith("/account/login/"):
        return LOGIN
    return response.status_code


def surprises(world: World, path: str, expected: Expected) -> dict[str, str]:
    """Roles that get something else than expected."""
    got = {role: answer(world.client(role), path) for role in ROLES}
    return {role: f"{got[role]}, not {expected.of(role)}" for role in ROLES if got[role] != expected.of(role)}


def bytes_of(client: Client, path: str) -> bytes:
    response = client.get(path)
    assert response.status_code == 404
    return FLEETING.sub(b"", response.content.replace(path.encode(), b""))
