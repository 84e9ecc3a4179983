"""Every address × every role: what each may open. An address that nobody thought about fails here.

The table below is read as: this address answers the owner so, everybody else so. What is not ours to list
one by one (the screens of Wagtail) is held as a whole.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest
from django.db import transaction
from django.test import Client, override_settings
from django.urls import get_resolver, reverse
from wagtail.models import Site

from portal.set_up import set_up
from tests.architecture.test_urls import Address, addresses
from tests.walkers.world import DESK, OUTSIDE, ROLES, World, made

pytestmark = pytest.mark.django_db

LOGIN = "302 to login"
MISSING = UUID("00000000-0000-4000-8000-000000000000")
# What differs between two answers to one person: the token of a form, the nonce of a script, the address itself.
FLEETING = re.compile(rb"csrfmiddlewaretoken\" value=\"[^\"]*|nonce[=-]\"?[\w+/=-]+")


@dataclass(frozen=True)
class Expected:
    """`anonymous` and `others` are what visitors and accounts get; `named` says it for roles that differ."""

    anonymous: int | str
    others: int | str
    named: dict[str, int | str]
    arguments: Callable[[World], dict[str, Any]] = lambda world: {}

    def of(self, role: str) -> int | str:
        return self.named.get(role, self.anonymous if role == "anonymous" else self.others)


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


def the_edition(world: World) -> dict[str, Any]:
    return {"key": world.application.edition.key}


def the_step(world: World) -> dict[str, Any]:
    return {**the_edition(world), "number": 1}


def the_application(world: World) -> dict[str, Any]:
    return {"key": world.application.key}


EXPECTED = {
    "health": everyone(),
    "health_live": everyone(),
    "robots": everyone(),
    "sitemap": everyone(),
    "security_txt": everyone(),
    "people:help": everyone(),
    "people:mine": account(),
    "people:my_data": account(),
    "people:erase": account(),
    "people:take_out": by_post(),
    "people:withdraw_consent": by_post(),
    "programmes:guide": everyone(),
    "programmes:organisations": everyone(),
    "programmes:organisation": everyone(lambda world: {"slug": world.programme.lead().slug}),
    "programmes:agenda": everyone(),
    "programmes:appointment": everyone(lambda world: {"key": world.event_key}),
    # Who applied already is sent to how that application stands.
    "programmes:apply": Expected(200, 200, {"participant": 302}, the_edition),
    "programmes:apply_step": account(the_step, participant=302),
    "programmes:apply_done": Expected(LOGIN, 302, {"participant": 200}, the_edition),
    "programmes:application": only("participant", arguments=the_application),
    "programmes:application_withdraw": only("participant", arguments=the_application),
    "elections:index": everyone(),
    "elections:body": everyone(lambda world: {"slug": world.body.slug}),
    "outcomes:monitor": only("ministry"),
    "search:search": everyone(),
    # allauth: entrances, what is asked half-way, and what someone keeps about herself.
    **dict.fromkeys(["account_login", "account_signup", "account_signup_by_passkey"], entrance()),
    "account_request_login_code": entrance(),
    "account_inactive": everyone(),
    "account_logout": Expected(302, 200, {}),
    "account_follow_code": Expected(404, 404, {}),
    "mfa_signup_webauthn": Expected(302, 302, {}),
    **dict.fromkeys(["account_email", "mfa_index", "mfa_list_webauthn", "usersessions_list"], account()),
    **dict.fromkeys(["account_confirm_login_code", "account_email_verification_sent"], half_way()),
    **dict.fromkeys(["account_confirm_reauthentication_code", "account_extra_step"], half_way()),
    **dict.fromkeys(["mfa_authenticate", "mfa_activate_totp", "mfa_add_webauthn", "mfa_login_webauthn"], half_way()),
    **dict.fromkeys(["account_change_password", "account_set_password", "account_reset_password"], no_password()),
    **dict.fromkeys(["account_reset_password_done", "account_reset_password_from_key_done"], no_password()),
    "account_reset_password_from_key": Expected(LOGIN, LOGIN, {}, lambda world: {"uidb36": "1", "key": "a-b"}),
    **dict.fromkeys(["account_reauthenticate", "wagtailcore_login"], no_password()),
    **dict.fromkeys(["mfa_reauthenticate", "mfa_reauthenticate_webauthn"], half_way()),
    "mfa_generate_recovery_codes": half_way(),
    "account_request_reauthentication_code": account(),
    **dict.fromkeys(["mfa_deactivate_totp", "mfa_view_recovery_codes", "mfa_download_recovery_codes"], nothing_yet()),
    **dict.fromkeys(["mfa_remove_webauthn", "mfa_edit_webauthn"], Expected(LOGIN, 302, {}, lambda world: {"pk": 1})),
    # Wagtail: its pages (journeys and tests of pages open those), and the door of a private page, which is shut.
    "wagtail_serve": Expected(200, 200, {}, lambda world: {"__path": ""}),
    "wagtailcore_authenticate_with_password": Expected(404, 404, {}, lambda world: {"__path": "_util/x/1/1/"}),
}
DESK_OF_WAGTAIL = "cms/"
DOCUMENTS = "documents/"


def dutch() -> list[Address]:
    return [address for address in addresses(get_resolver().url_patterns) if not address.route.startswith("en/")]


def names() -> list[str]:
    """Our own addresses and allauth's; nameless ones that only lead on are tested where they live."""
    elsewhere = (DESK_OF_WAGTAIL, DOCUMENTS)
    return sorted({one.name for one in dutch() if one.name and not one.route.startswith(elsewhere)})


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    """One world for all that only looks: nothing here changes a row that another test looks at."""
    with django_db_blocker.unblock():
        # Who proved something a moment ago is not asked again, however slow the machine.
        with transaction.atomic(), override_settings(ACCOUNT_REAUTHENTICATION_TIMEOUT=24 * 60 * 60):
            set_up()
            yield made()
            transaction.set_rollback(True)
        Site.clear_site_root_paths_cache()


def path_of(name: str, arguments: dict[str, Any]) -> str:
    arguments = dict(arguments)
    return "/" + arguments.pop("__path") if "__path" in arguments else reverse(name, kwargs=arguments)


def answer(client: Client, path: str) -> int | str:
    response = client.get(path)
    if response.status_code == 302 and response["Location"].startswith("/account/login/"):
        return LOGIN
    return response.status_code


def surprises(world: World, path: str, expected: Expected) -> dict[str, str]:
    """Roles that get something else than expected."""
    got = {role: answer(world.client(role), path) for role in ROLES}
    return {role: f"{got[role]}, not {expected.of(role)}" for role in ROLES if got[role] != expected.of(role)}


@pytest.mark.parametrize("name", names())
def test_each_role_gets_what_is_hers(world: World, name: str) -> None:
    assert name in EXPECTED, f"say in EXPECTED what each role gets at {name}"
    expected = EXPECTED[name]
    assert surprises(world, path_of(name, expected.arguments(world)), expected) == {}


def test_the_table_holds_no_address_that_is_gone() -> None:
    assert set(EXPECTED) - set(names()) == set()


def bytes_of(client: Client, path: str) -> bytes:
    response = client.get(path)
    assert response.status_code == 404
    return FLEETING.sub(b"", response.content.replace(path.encode(), b""))


@pytest.mark.parametrize("name", [name for name, one in EXPECTED.items() if one.arguments is the_application])
@pytest.mark.parametrize("role", [role for role in ROLES if role not in ("anonymous", "participant")])
def test_what_is_someone_elses_looks_like_what_does_not_exist(world: World, name: str, role: str) -> None:
    foreign = bytes_of(world.client(role), reverse(name, kwargs={"key": world.application.key}))
    assert foreign == bytes_of(world.client(role), reverse(name, kwargs={"key": MISSING}))


# The desk ---------------------------------------------------------------------------------------------

ARGUMENT = re.compile(r"<(?:\w+:)?\w+>|\(\?P<\w+>(?:[^()]|\([^()]*\))*\)")


def desk_paths() -> list[str]:
    """Every address under /cms/, with a 1 for each argument."""
    routes = [one.route for one in dutch() if one.route.startswith(DESK_OF_WAGTAIL)]
    return sorted({"/" + re.sub(r"\^|\$|\\Z|\?$", "", ARGUMENT.sub("1", route)) for route in routes})


# One that is there to fail, and one that fails for the root of the tree, which is no page.
WAGTAILS_FAULTS = {"/cms/failwhale/", "/cms/pages/1/set_position/"}
NO_FORM_HERE = re.compile(r"^/cms/password_reset/|^/cms/logout/")


@pytest.mark.parametrize("role", OUTSIDE)
def test_nobody_without_a_desk_finds_one(world: World, role: str) -> None:
    expected = LOGIN if role == "anonymous" else 404
    paths = [path for path in desk_paths() if not NO_FORM_HERE.match(path)]
    assert len(paths) > 100
    got = {path: answer(world.client(role), path) for path in paths}
    assert {path: status for path, status in got.items() if status != expected} == {}


@pytest.mark.parametrize("role", DESK)
def test_who_has_a_desk_finds_it(world: World, role: str) -> None:
    assert answer(world.client(role), "/cms/") == 200


@pytest.mark.parametrize("role", ["organiser", "administrator"])
def test_who_has_a_desk_gets_an_answer_everywhere(world: World, role: str) -> None:
    """What she may do there is Wagtail's question; a fault is ours."""
    paths = [path for path in desk_paths() if path not in WAGTAILS_FAULTS]
    got = {path: answer(world.client(role), path) for path in paths}
    assert {path: status for path, status in got.items() if status == 500} == {}


# The rules can fail -----------------------------------------------------------------------------------


def test_the_walker_sees_a_role_that_gets_too_much(world: World) -> None:
    too_strict = only("ministry")
    assert "participant" in surprises(world, "/hulp/", too_strict)
    assert surprises(world, "/cijfers/", too_strict) == {}
    assert surprises(world, "/cijfers/", everyone()).keys() == set(ROLES) - {"ministry"}


def test_the_walker_sees_bytes_that_differ(world: World) -> None:
    client = world.client("newcomer")
    assert bytes_of(client, "/cijfers/") == bytes_of(client, "/bestaat-niet/")
    assert FLEETING.sub(b"", b'nonce="abc"') == b'"'
    with pytest.raises(AssertionError):
        bytes_of(client, "/hulp/")
