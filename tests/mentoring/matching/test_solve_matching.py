"""`solve_matching`: what it writes, and each thing that it refuses in one line."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from mentoring.management.commands import solve_matching
from mentoring.matching import NotProved
from scripts.places import ROOT
from tests.proofs import matching

GOOD: dict[str, Any] = {
    "mentees": ["a1", "a2", "a7"],
    "mentors": {"m1": 1, "m2": 1},
    "scores": [["a1", "m1", 812], ["a1", "m2", 700], ["a2", "m1", 300], ["a7", "m2", 0]],
}
RESULT = '{"assigned":[["a1","m2",700],["a2","m1",300]],"unassigned":["a7"],"total":1000}\n'


@pytest.fixture
def given(tmp_path: Path):
    def write(content: Any) -> Path:
        path = tmp_path / "instance.json"
        path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
        return path

    return write


def refusal(path: Path, **options: Any) -> str:
    with pytest.raises(CommandError) as refused:
        call_command("solve_matching", path, **options)
    assert refused.value.returncode == 2
    assert len(str(refused.value).splitlines()) == 1
    return str(refused.value)


def test_it_writes_who_meets_whom(given, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("solve_matching", given(GOOD))
    assert capsys.readouterr().out == RESULT


def test_pins_go_before_all_else(given, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("solve_matching", given({**GOOD, "pinned": [["a7", "m2"]]}))
    assert json.loads(capsys.readouterr().out) == {
        "assigned": [["a1", "m1", 812], ["a7", "m2", 0]],
        "unassigned": ["a2"],
        "total": 812,
    }


@pytest.mark.parametrize(
    "instance",
    [
        {"mentees": [], "mentors": {}, "scores": []},
        {"mentees": ["a"], "mentors": {}, "scores": [], "pinned": []},
        {"mentees": [], "mentors": {"m": 1000}, "scores": []},
        {"mentees": ["a"], "mentors": {"m": 0}, "scores": [["a", "m", 1000]]},
    ],
)
def test_nobody_to_match_is_an_answer(given, capsys: pytest.CaptureFixture[str], instance: dict) -> None:
    call_command("solve_matching", given(instance))
    assert json.loads(capsys.readouterr().out) == {"assigned": [], "unassigned": instance["mentees"], "total": 0}


def test_one_id_may_stand_on_both_sides(given, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("solve_matching", given({"mentees": ["x"], "mentors": {"x": 1}, "scores": [["x", "x", 7]]}))
    assert json.loads(capsys.readouterr().out)["assigned"] == [["x", "x", 7]]


REFUSED: list[tuple[dict[str, Any], str]] = [
    ({"mentees": ["a1", "a2", "a7", "a1"]}, "mentees: duplicate id"),
    ({"mentees": ["a1", "a2", 7]}, "mentees: expected an id, found 7"),
    ({"mentees": ["a1", "a2", "\ud800"]}, "mentees: unreadable id"),
    ({"mentees": {"a1": 1}}, "mentees: expected a list"),
    ({"mentees": None}, "mentees: expected a list"),
    ({"mentors": ["m1", "m2"]}, "mentors: expected an object"),
    ({"mentors": {"m1": True, "m2": 1}}, "expected a whole number, found true"),
    ({"mentors": {"m1": 1.0, "m2": 1}}, "expected a whole number, found 1.0"),
    ({"mentors": {"m1": "1", "m2": 1}}, "expected a whole number"),
    ({"mentors": {"m1": None, "m2": 1}}, "expected a whole number"),
    ({"mentors": {"m1": -1, "m2": 1}}, "expected 0 to 1000, found -1"),
    ({"mentors": {"m1": 1001, "m2": 1}}, "expected 0 to 1000, found 1001"),
    ({"scores": {"a1": 1}}, "scores: expected a list"),
    ({"scores": [["a9", "m1", 1]]}, "scores: unknown mentee"),
    ({"scores": [["m1", "a1", 1]]}, "scores: unknown mentee"),
    ({"scores": [["a1", "m9", 1]]}, "scores: unknown mentor"),
    ({"scores": [["a1", "m1", 1], ["a1", "m1", 1]]}, "scores: duplicate pair"),
    ({"scores": [["a1", "m1"]]}, r"scores: expected \[mentee, mentor, score\]"),
    ({"scores": [["a1", "m1", 1, 1]]}, r"scores: expected \[mentee, mentor, score\]"),
    ({"scores": ["a1m"]}, r"scores: expected \[mentee, mentor, score\]"),
    ({"scores": [[["a1"], "m1", 1]]}, "scores: expected an id"),
    ({"scores": [["a1", {}, 1]]}, "scores: expected an id"),
    ({"scores": [["a1", "m1", True]]}, "expected a whole number, found true"),
    ({"scores": [["a1", "m1", False]]}, "expected a whole number, found false"),
    ({"scores": [["a1", "m1", 5.0]]}, "expected a whole number, found 5.0"),
    ({"scores": [["a1", "m1", 5.5]]}, "expected a whole number, found 5.5"),
    ({"scores": [["a1", "m1", None]]}, "expected a whole number, found null"),
    ({"scores": [["a1", "m1", "5"]]}, "expected a whole number"),
    ({"scores": [["a1", "m1", -1]]}, "expected 0 to 1000, found -1"),
    ({"scores": [["a1", "m1", 1001]]}, "expected 0 to 1000, found 1001"),
    ({"scores": [["a1", "m1", 10**30]]}, "expected 0 to 1000"),
    ({"pinned": [["a2", "m2"]]}, "pinned: .* is not in scores"),
    ({"pinned": [["a9", "m1"]]}, "pinned: .* is not in scores"),
    ({"pinned": [["a1", "m1"], ["a1", "m2"]]}, "pinned: two pins for"),
    ({"pinned": [["a1", "m1"], ["a1", "m1"]]}, "pinned: two pins for"),
    ({"pinned": [["a1", "m1"], ["a2", "m1"]]}, "pinned: .* is over its 1 places"),
    ({"pinned": [["a1", "m1", 812]]}, r"pinned: expected \[mentee, mentor\]"),
    ({"pinned": [[1, "m1"]]}, "pinned: expected an id"),
    ({"pinned": {}}, "pinned: expected a list"),
    ({"pinned": None}, "pinned: expected a list"),
    ({"pined": []}, "unknown key"),
]


@pytest.mark.parametrize(("change", "says"), REFUSED, ids=lambda part: part if isinstance(part, str) else "")
def test_a_wrong_instance_is_refused(given, change: dict, says: str) -> None:
    with pytest.raises(CommandError, match=says):
        call_command("solve_matching", given({**GOOD, **change}))
    refusal(given({**GOOD, **change}))


@pytest.mark.parametrize("key", ["mentees", "mentors", "scores"])
def test_what_is_missing_is_named(given, key: str) -> None:
    assert refusal(given({name: rows for name, rows in GOOD.items() if name != key})) == f"{key} is missing"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (b"", "not JSON"),
        (b"{", "not JSON"),
        (b'{"mentees": ["a\n1"]}', "not JSON"),
        (b"\xff\xfe\xff", "not JSON"),
        (b"[]", "expected an object"),
        (b"null", "expected an object"),
        (b"7", "expected an object"),
        (b"[" * 100_000, "too deep"),
        (b'{"scores": [["a1", "m1", NaN]]}', "NaN is not a number"),
        (b'{"scores": [["a1", "m1", -Infinity]]}', "-Infinity is not a number"),
        (b'{"scores": ' + b"9" * 5000 + b"}", "not JSON"),
        (b'{"mentees": [], "mentees": []}', 'duplicate key or id "mentees"'),
        (b'{"mentors": {"m1": 1, "m1": 1}}', 'duplicate key or id "m1"'),
    ],
)
def test_a_broken_file_is_refused(given, text: bytes, says: str) -> None:
    assert says in refusal(given(text))


def test_a_file_that_is_too_large_is_refused(given, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(solve_matching, "MOST_BYTES", 100)
    assert "larger than" in refusal(given(GOOD))


def test_files_that_cannot_be_read_or_written_are_refused(given, tmp_path: Path) -> None:
    assert refusal(tmp_path / "nowhere.json") == "cannot read the instance: No such file or directory"
    assert refusal(tmp_path) == "cannot read the instance: Is a directory"
    assert refusal(given(GOOD), output=tmp_path) == "cannot write the result: it is a folder"
    assert "No such file" in refusal(given(GOOD), output=tmp_path / "no" / "result.json")
    assert [path.name for path in tmp_path.iterdir()] == ["instance.json"]


def test_a_result_replaces_the_old_one_whole(given, tmp_path: Path) -> None:
    output = tmp_path / "result.json"
    output.write_text("old " * 1000)
    output.chmod(0o640)
    call_command("solve_matching", given(GOOD), output=output)
    assert output.read_text() == RESULT
    assert output.stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["instance.json", "result.json"]


def test_a_refusal_and_a_failed_write_leave_the_old_result(
    given, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "result.json"
    output.write_text("old")
    refusal(given({}), output=output)

    def full(*args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(solve_matching.os, "replace", full)
    assert refusal(given(GOOD), output=output) == "cannot write the result: No space left on device"
    assert output.read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["instance.json", "result.json"]


def test_a_matching_without_a_proof_is_not_written(given, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unproved(instance: object) -> None:
        raise NotProved("the prices do not settle")

    monkeypatch.setattr(solve_matching, "solve", unproved)
    with pytest.raises(CommandError, match="not proved: the prices do not settle") as refused:
        call_command("solve_matching", given(GOOD), output=tmp_path / "result.json")
    assert refused.value.returncode == 3 and not (tmp_path / "result.json").exists()


def test_the_order_of_the_file_changes_no_pair(given, capsys: pytest.CaptureFixture[str]) -> None:
    ties = {
        "mentees": [f"a{number}" for number in range(12)],
        "mentors": {f"m{number}": 2 for number in range(5)},
        "scores": [[f"a{one}", f"m{other}", (one * other) % 2] for one in range(12) for other in range(5)],
    }
    turned = {
        "mentees": ties["mentees"][::-1],
        "mentors": dict(reversed(ties["mentors"].items())),
        "scores": ties["scores"][::-1],
    }
    call_command("solve_matching", given(ties))
    call_command("solve_matching", given(turned))
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert sorted(first["assigned"]) == sorted(second["assigned"]) and first["total"] == second["total"]
    assert first["assigned"] != second["assigned"], "each in the order of its own file"


def program(*arguments: object, database: Path, **also: str) -> subprocess.CompletedProcess[bytes]:
    own = {"DATABASE_URL": f"sqlite:///{database}", "DJANGO_SETTINGS_MODULE": "portal.settings.test"}
    env = {**os.environ, **own, **also}
    command = [sys.executable, ROOT / "manage.py", "solve_matching", *map(str, arguments)]
    return subprocess.run(command, env=env, capture_output=True, timeout=120)


def test_the_same_file_gives_the_same_bytes_and_no_database_is_needed(given, tmp_path: Path) -> None:
    from random import Random

    instance = matching.middling_instance(Random(3))
    path = given(
        {
            "mentees": instance.mentees,
            "mentors": instance.mentors,
            "scores": [[*pair, score] for pair, score in instance.scores.items()],
        }
    )
    first, second = (
        program(path, database=tmp_path / "none.sqlite3", PYTHONHASHSEED=seed, OMP_NUM_THREADS=threads)
        for seed, threads in (("1", "1"), ("2", "4"))
    )
    assert first.returncode == 0 and first.stdout == second.stdout and first.stderr == b""
    assert not (tmp_path / "none.sqlite3").exists()


def test_as_a_program_it_refuses_in_one_line(given, tmp_path: Path) -> None:
    done = program(given({**GOOD, "pinned": [["a2", "m2"]]}), database=tmp_path / "none.sqlite3")
    assert done.returncode == 2 and done.stdout == b""
    assert done.stderr.decode().splitlines() == ['CommandError: pinned: ["a2", "m2"] is not in scores']
