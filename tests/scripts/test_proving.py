"""`make prove` and `make bench` say what they found, and tell when it is too little."""

from pathlib import Path

import pytest

from scripts import bench, prove
from scripts.places import PYTHON, ROOT

FEW = "tests/mentoring/matching/test_optimum.py::test_as_good_as_brute_force"


def test_every_proof_is_a_test_of_the_suite() -> None:
    for proof in prove.PROOFS:
        path, _, name = proof.test.partition("::")
        text = (ROOT / path).read_text(encoding="utf-8")
        assert f"def {name}(" in text, proof.name
        assert "held(" in text and "rounds(" in text, f"{proof.name} does not count"


def test_a_proof_that_holds_says_its_figure(capsys: pytest.CaptureFixture[str], monkeypatch) -> None:
    monkeypatch.setattr(prove, "PROOFS", [prove.Proof("few", FEW, 7)])
    assert prove.main([]) == 0
    assert capsys.readouterr().out == "few: 7 (target 7) ok\n"


@pytest.mark.parametrize(
    ("figure", "code", "says"),
    [("7", 1, "few: 7 (target 7) short"), ("6", 0, "few: 6 (target 7) short"), ("", 0, "few: 0 (target 7) short")],
)
def test_a_proof_that_fails_or_counts_too_little_is_short(
    figure: str, code: int, says: str, capsys: pytest.CaptureFixture[str], monkeypatch
) -> None:
    def attempt(proof: prove.Proof, counts: dict[str, str]) -> tuple[bool, str]:
        assert counts["PROVE_COUNT"] == "7"
        if figure:
            Path(counts["PROVE_FIGURE"]).write_text(figure)
        return code != 0, "what went wrong"

    monkeypatch.setattr(prove, "attempt", attempt)
    monkeypatch.setattr(prove, "PROOFS", [prove.Proof("few", "", 7), prove.Proof("again", "", 7)])
    assert prove.main([]) == 1
    told = capsys.readouterr().out.splitlines()
    assert says in told and "what went wrong" in told and told[-1].startswith("again: "), "each runs"


@pytest.mark.parametrize("script", [prove, bench], ids=["prove", "bench"])
def test_an_unknown_name_is_told(script, capsys: pytest.CaptureFixture[str]) -> None:
    assert script.main(["nothing"]) == 2
    assert capsys.readouterr().out.startswith("unknown: nothing; there are matching-")


def test_a_bench_that_falls_short_or_fails_is_told(capfd: pytest.CaptureFixture[str], monkeypatch) -> None:
    def ending_with(code: int) -> tuple[list[str], int]:
        return ["timeit", "-n1", "-r1", "-s", f"import os; os._exit({code})"], 60

    monkeypatch.setattr(bench, "BENCHES", {"good": ending_with(0), "less": ending_with(1), "broken": ending_with(3)})
    assert PYTHON.exists()
    assert [bench.meets_its_target(name) for name in bench.BENCHES] == [True, False, False]
    assert "broken: ended with 3 short" in capfd.readouterr().out
