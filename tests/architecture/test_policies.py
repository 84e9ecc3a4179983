"""Every rule about who may do what says yes or no, is typed, and stands in a table of roles."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.architecture.sources import FLOORS, Source, python

RULES_OF_WHO = re.compile(r"/policies(\.py|/)")


def rules(source: Source) -> Iterator[ast.FunctionDef]:
    """What others may ask of this module."""
    if RULES_OF_WHO.search(source.path):
        for node in source.tree.body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                yield node


def unclear(source: Source) -> Iterator[str]:
    for rule in rules(source):
        arguments = [*rule.args.args, *rule.args.kwonlyargs]
        answers = ast.unparse(rule.returns) if rule.returns else ""
        if answers not in ("bool", "None") or any(one.annotation is None for one in arguments):
            yield f"{source.path}:{rule.lineno} {rule.name} is not typed as a yes or a no"


def asked(text: str) -> set[str]:
    """The names in a test that stand for a rule: called, or by name in a list of verbs."""
    return set(re.findall(r"\b[a-z][a-z_]+\b", text))


def test_every_rule_is_a_typed_yes_or_no() -> None:
    assert [fault for source in python(*FLOORS) for fault in unclear(source)] == []


def test_every_rule_is_asked_in_a_test_of_its_floor() -> None:
    known = {rule.name: source.app for source in python(*FLOORS) for rule in rules(source)}
    tests = {app: asked("".join(one.text for one in python(f"tests/{app}"))) for app in set(known.values())}
    assert {name for name, app in known.items() if name not in tests[app]} == set()
    assert len(known) > 50


@pytest.mark.parametrize(
    "text",
    [
        "def can_read(user, thing: Thing) -> bool: ...",
        "def can_read(user: Visitor) -> str: ...",
        "def can_read(user: Visitor): ...",
    ],
)
def test_the_rule_sees_what_is_unclear(text: str) -> None:
    assert len([*unclear(Source("programmes/policies.py", text))]) == 1
