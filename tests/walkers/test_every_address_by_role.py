"""Every address × every role: what each may open. An address that nobody thought about fails here.

The tables stand in of_<room>.py and read as: this address answers the owner so, everybody else so. What is not
ours to list one by one (the screens of Wagtail) is held as a whole.
"""

import pkgutil
from collections.abc import Iterator
from importlib import import_module

import pytest
from django.urls import reverse

from tests import walkers
from tests.walkers.expecting import FLEETING, MISSING, Expected, bytes_of, dutch, everyone, only, path_of, surprises
from tests.walkers.of_the_path import the_application, the_participation
from tests.walkers.world import ROLES, WITHOUT_ACCOUNT, World

pytestmark = pytest.mark.django_db


def tables() -> Iterator[dict[str, Expected]]:
    """EXPECTED of each tests/walkers/of_<room>.py."""
    for module in pkgutil.iter_modules(walkers.__path__, "tests.walkers."):
        if module.name.rpartition(".")[2].startswith("of_"):
            yield import_module(module.name).EXPECTED


EXPECTED = {name: expected for table in tables() for name, expected in table.items()}
DESK_OF_WAGTAIL = "cms/"
DOCUMENTS = "documents/"


def names() -> list[str]:
    """Our own addresses and allauth's; nameless ones that only lead on are tested where they live."""
    elsewhere = (DESK_OF_WAGTAIL, DOCUMENTS)
    return sorted({one.name for one in dutch() if one.name and not one.route.startswith(elsewhere)})


@pytest.mark.parametrize("name", names())
def test_each_role_gets_what_is_hers(world: World, name: str) -> None:
    assert name in EXPECTED, f"say in EXPECTED what each role gets at {name}"
    expected = EXPECTED[name]
    assert surprises(world, path_of(name, expected.arguments(world)), expected) == {}


def test_the_table_holds_no_address_that_is_gone() -> None:
    assert set(EXPECTED) - set(names()) == set()


@pytest.mark.parametrize(
    "name", [name for name, one in EXPECTED.items() if one.arguments in (the_application, the_participation)]
)
@pytest.mark.parametrize("role", [role for role in ROLES if role not in (*WITHOUT_ACCOUNT, "participant")])
def test_what_is_someone_elses_looks_like_what_does_not_exist(world: World, name: str, role: str) -> None:
    foreign = bytes_of(world.client(role), reverse(name, kwargs=EXPECTED[name].arguments(world)))
    assert foreign == bytes_of(world.client(role), reverse(name, kwargs={"key": MISSING}))


@pytest.mark.parametrize("name", [name for name, one in EXPECTED.items() if name.startswith("mentoring:")])
@pytest.mark.parametrize("role", ["organiser", "newcomer", "administrator"])
def test_what_is_of_two_others_looks_like_what_does_not_exist(world: World, name: str, role: str) -> None:
    arguments = EXPECTED[name].arguments(world)
    if "key" in arguments and EXPECTED[name].others == 404:
        foreign = bytes_of(world.client(role), reverse(name, kwargs=arguments))
        assert foreign == bytes_of(world.client(role), reverse(name, kwargs={**arguments, "key": MISSING}))


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
