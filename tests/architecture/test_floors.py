"""Imports go down only (docs/decisions, README): read from the code, not from memory."""

import ast
import re
from collections.abc import Iterator

import pytest
from django.utils.module_loading import import_string

from portal.settings import wiring
from tests.architecture.sources import FLOORS, Source, python

# A model or function named in a string: "programmes.Application", "people.letters.send_due".
BY_NAME = re.compile(rf"^({'|'.join(FLOORS)})\.\w[\w.]*$")


def reached(source: Source) -> Iterator[tuple[int, str]]:
    """(line, floor) of every floor this file leans on: by import, lazy key or migration's dependency."""
    for line, name in source.imported():
        if (floor := name.split(".")[0]) in FLOORS:
            yield line, floor
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and (found := BY_NAME.match(node.value)):
            yield node.lineno, found[1]
        elif (
            isinstance(node, ast.Attribute)
            and node.attr == "AUTH_USER_MODEL"
            or isinstance(node, ast.Name)
            and node.id == "get_user_model"
        ):
            yield node.lineno, "people"
    if source.is_migration:
        yield from _depended_on(source)


def _depended_on(migration: Source) -> Iterator[tuple[int, str]]:
    for node in ast.walk(migration.tree):
        names = [target.id for target in getattr(node, "targets", []) if isinstance(target, ast.Name)]
        if isinstance(node, ast.Assign) and {"dependencies", "run_before"} & {*names}:
            pairs = [pair for pair in ast.walk(node.value) if isinstance(pair, ast.Tuple)]
            apps = [(pair.lineno, getattr(pair.elts[0], "value", None)) for pair in pairs]
            yield from ((line, app) for line, app in apps if app in FLOORS)


def climbs(source: Source) -> list[str]:
    """What in this file reaches for a higher floor; settings are read by all and lean on nobody."""
    if source.app not in FLOORS or source.path.startswith("portal/settings/"):
        return []
    own = FLOORS.index(source.app)
    return [
        f"{source.path}:{line} reaches up to {floor}"
        for line, floor in sorted(set(reached(source)))
        if FLOORS.index(floor) > own
    ]


@pytest.mark.parametrize("floor", FLOORS)
def test_a_floor_leans_only_on_those_below_it(floor: str) -> None:
    assert [climb for source in python(floor) for climb in climbs(source)] == []


def test_no_app_leans_on_tests_or_scripts() -> None:
    outside = [
        f"{source.path}:{line} imports {name}"
        for source in python(*FLOORS)
        if re.search(r"\b(tests|scripts)\b", source.text)  # most files need not be parsed
        for line, name in source.imported()
        if name.split(".")[0] in ("tests", "scripts")
    ]
    assert outside == []


@pytest.mark.parametrize("name", [name for name in vars(wiring) if name.isupper()])
def test_every_name_in_the_wiring_exists(name: str) -> None:
    for path in getattr(wiring, name):
        import_string(path)


@pytest.mark.parametrize(
    ("path", "text", "floor"),
    [
        ("people/views.py", "from programmes.models import Edition", "programmes"),
        ("people/views.py", "import portal.urls", "portal"),
        ("people/views.py", "def later():\n    from search import index", "search"),
        ("people/views/desk.py", "from ...programmes import models", "programmes"),
        ("home/models/page.py", "ForeignKey('programmes.Programme', PROTECT)", "programmes"),
        ("people/letters.py", "import_string('mentoring.emails.match_accepted')", "mentoring"),
        ("lifecycle/models/keyed.py", "ForeignKey(settings.AUTH_USER_MODEL, CASCADE)", "people"),
        ("lifecycle/journal.py", "User = get_user_model()", "people"),
        (
            "people/migrations/0002_more.py",
            "class M:\n    dependencies = [('elections', '0001_initial')]",
            "elections",
        ),
        ("people/migrations/0002_more.py", "class M:\n    run_before = [('home', '0001_initial')]", "home"),
        ("search/index.py", "from portal import health", "portal"),
    ],
)
def test_the_rule_sees_a_floor_that_reaches_up(path: str, text: str, floor: str) -> None:
    (climb,) = climbs(Source(path, text))
    assert climb.endswith(floor)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("programmes/views.py", "from people.models import User\nfrom . import forms"),
        ("programmes/models/edition.py", "ForeignKey('programmes.Programme', PROTECT)"),
        ("people/views.py", "render(request, 'programmes/list.html')"),
        ("portal/settings/wiring.py", "SWEEPS = ['people.letters.send_due']"),
        ("people/views.py", "'''programmes. come later'''"),
    ],
)
def test_the_rule_lets_the_way_down_alone(path: str, text: str) -> None:
    assert climbs(Source(path, text)) == []
