"""`make prove`: the counts that a test run cannot hold. Each ends in `<name>: <figure> (target …) ok`, or `… short`.

    .venv/bin/python -m scripts.prove [NAME…]

A proof is one test of the suite, run with its full count: the test asks `tests.proofs.counts.rounds()` how often to
repeat, and says with `tests.proofs.counts.held()` how often it held. Every proof runs, also after one fell short.
"""

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from scripts.places import PYTHON, ROOT
from scripts.steps import Command, say


@dataclass(frozen=True)
class Proof:
    name: str
    test: str
    count: int
    postgres: bool = False  # needs what only PostgreSQL does
    minutes: int = 10


# A new proof is a line here and a test that counts.
PROOFS = (
    Proof("matching-brute-force", "tests/mentoring/matching/test_optimum.py::test_as_good_as_brute_force", 10_000),
    Proof("matching-milp", "tests/mentoring/matching/test_optimum.py::test_as_good_as_milp", 300),
    Proof("swaps", "tests/mentoring/test_swaps.py::test_who_someone_is_changes_no_score", 10_000),
    Proof(
        "reviews",
        "tests/programmes/test_reviews_of_many.py"
        "::test_many_are_read_blind_ten_are_answered_at_once_and_the_eleventh_moves_up",
        60,
    ),
    Proof("accepts", "tests/mentoring/test_accepts_at_once.py::test_no_place_is_given_twice", 10_000, postgres=True),
    Proof(
        "accepts-on-pages",
        "tests/mentoring/test_requests_at_once.py::test_on_the_pages_one_pair_comes_of_all_presses",
        50,
        postgres=True,
        minutes=30,
    ),
    Proof("import-rows", "tests/programmes/test_proofs_of_imports.py::test_a_sheet_of_forty_places", 1_000),
    Proof("import-kills", "tests/programmes/test_proofs_of_imports.py::test_a_kill_leaves_nothing_half", 100),
)


def main(names: list[str]) -> int:
    known = {proof.name: proof for proof in PROOFS}
    unknown = [name for name in names if name not in known]
    if unknown:
        say(f"unknown: {', '.join(unknown)}; there are {', '.join(known)}")
        return 2
    short = [proof for proof in PROOFS if (not names or proof.name in names) and not holds(proof)]
    return 1 if short else 0


def holds(proof: Proof) -> bool:
    """Short when the test fails, does not end, counts too little, or does not count at all."""
    with tempfile.TemporaryDirectory() as folder:
        figure = Path(folder) / "figure"
        failed, output = attempt(proof, {"PROVE_COUNT": str(proof.count), "PROVE_FIGURE": str(figure)})
        found = int(figure.read_text(encoding="ascii")) if figure.exists() else 0
    good = not failed and found >= proof.count
    if not good:
        say("\n".join(output.strip().splitlines()[-30:]))
    say(f"{proof.name}: {found} (target {proof.count}) {'ok' if good else 'short'}")
    return good


def attempt(proof: Proof, counts: dict[str, str]) -> tuple[bool, str]:
    limit = f"faulthandler_timeout={60 * proof.minutes}"  # that of the suite is for tests with small counts
    pytest: Command = [PYTHON, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-o", limit, proof.test]
    if proof.postgres:
        pytest = [PYTHON, "-m", "scripts.postgres", *pytest]
    try:
        done = subprocess.run(
            [str(part) for part in pytest],
            cwd=ROOT,
            env={**os.environ, **counts},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=60 * proof.minutes,
        )
    except subprocess.TimeoutExpired:
        return True, f"no end after {proof.minutes} minutes"
    return done.returncode != 0, done.stdout.decode(errors="replace")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
