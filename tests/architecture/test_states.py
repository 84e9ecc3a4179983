"""Every state machine is drawn, and drawing and code say the same."""

import re
from collections.abc import Iterator
from importlib import import_module

import pytest

from lifecycle.machine import Machine, Move
from tests.architecture.sources import FLOORS, ROOT, python

DRAWINGS = ROOT / "docs" / "states"
ARROW = re.compile(r"^\s*(\w+)\s*-->\s*(\w+)\s*:\s*(\w+)\s*$", re.MULTILINE)


def machines() -> Iterator[Machine]:
    """The machines of every states.py (or states/ that grew from one)."""
    seen = set()
    for source in python(*FLOORS):
        if re.match(r"^(\w+/)+states(\.py|/)", source.path):
            for thing in vars(import_module(source.module)).values():
                if isinstance(thing, Machine) and thing.name not in seen:
                    seen.add(thing.name)
                    yield thing


def drawn(text: str) -> set[tuple[str, str, str]]:
    """(source, verb, target) of each `source --> target: verb`; an arrow from [*] is no move."""
    return {(source, verb, target) for source, target, verb in ARROW.findall(text)}


def differences(machine: Machine, text: str) -> list[str]:
    code, drawing = machine.arrows(), drawn(text)
    return [
        *(f"{machine.name}: not drawn: {' '.join(arrow)}" for arrow in sorted(code - drawing)),
        *(f"{machine.name}: only drawn: {' '.join(arrow)}" for arrow in sorted(drawing - code)),
    ]


def test_every_machine_is_drawn_as_it_is() -> None:
    faults = []
    for machine in machines():
        drawing = DRAWINGS / f"{machine.name}.md"
        faults += differences(machine, drawing.read_text(encoding="utf-8")) if drawing.exists() else [f"no {drawing}"]
    assert faults == []


def test_every_drawing_has_its_machine() -> None:
    names = {machine.name for machine in machines()}
    assert {path.stem for path in DRAWINGS.glob("*.md")} - names - {"README"} == set()


DOOR = Machine("door", [Move("open", {"closed"}, "opened"), Move("shut", {"opened"}, "closed")])


@pytest.mark.parametrize(
    ("drawing", "fault"),
    [
        ("closed --> opened: open", "not drawn: opened shut closed"),
        (
            "closed --> opened: open\nopened --> closed: shut\nopened --> locked: lock",
            "only drawn: opened lock locked",
        ),
        ("closed --> opened: open\nopened --> opened: shut", "not drawn: opened shut closed"),
    ],
)
def test_the_rule_sees_a_drawing_that_differs(drawing: str, fault: str) -> None:
    assert f"door: {fault}" in differences(DOOR, drawing)


def test_the_rule_accepts_a_true_drawing() -> None:
    text = "stateDiagram-v2\n    [*] --> closed\n    closed --> opened: open\n    opened --> closed: shut\n"
    assert differences(DOOR, text) == []
