"""The matching against its reference, in the same round of the same process, in CPU time.

python -m bench.matching MENTEES ROUNDS          one line for the ratio, one for the memory
python -m bench.matching --memory MENTEES        the peak of one process that does nothing else, in MB
"""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from bench.random_pools import national_weights, random_pool
from bench.reference import score_all, solve_all
from mentoring.matching.assigning import assign
from mentoring.matching.certificate import Assignment
from mentoring.matching.pools import Pool
from mentoring.matching.scoring_pools import pairs_of

TARGETS = {10_000: 0.3, 30_000: 0.15}
MOST_MEMORY = 300  # MB
Given = TypeVar("Given")
Result = TypeVar("Result")


def main(mentees: int, rounds: int) -> int:
    """0 when the targets are met; a matching that is not the reference's own number and total is an error."""
    ratios, matched, greedy = [], 0, 0
    for seed in range(rounds):
        pool = random_pool(mentees, seed)
        first, second = (reference, engine) if seed % 2 else (engine, reference)
        (one, its_time), (other, other_time) = timed(first, pool), timed(second, pool)
        if one != other:
            raise SystemExit(f"matching-{mentees}: {first.__name__} found {one}, {second.__name__} found {other}")
        ratios.append(its_time / other_time if first is engine else other_time / its_time)
        matched, greedy = matched + one[0], greedy + by_greed(pool)
    median, most = statistics.median(ratios), memory(mentees)
    fine = [
        tell(f"matching-{mentees}", f"{median:.2f}", median, TARGETS[mentees]),
        tell(f"matching-{mentees}-memory", f"{most} MB", most, MOST_MEMORY),
    ]
    print(f"  ratios of the rounds: {', '.join(f'{ratio:.2f}' for ratio in sorted(ratios))}")
    print(f"  more matched than the best pair first: {100 * (matched / greedy - 1):.1f} %", flush=True)
    return 0 if all(fine) else 1


def tell(name: str, figure: str, value: float, target: float) -> bool:
    print(f"{name}: {figure} (target <= {target}) {'ok' if value <= target else 'short'}", flush=True)
    return value <= target


def timed(solve: Callable[[Given], Result], given: Given) -> tuple[Result, float]:
    started = time.process_time()
    result = solve(given)
    return result, time.process_time() - started


def engine(pool: Pool) -> tuple[int, int]:
    """Bucketed scoring, exact solving, and the check of its certificate."""
    found = solved(pool)
    return len(found.chosen), found.total


def solved(pool: Pool) -> Assignment:
    return assign(pairs_of(pool, national_weights()))


def reference(pool: Pool) -> tuple[int, int]:
    return solve_all(pool, score_all(pool, national_weights()))


def by_greed(pool: Pool) -> int:
    """How many are matched when the best pair goes first and nobody makes room for another."""
    pairs = pairs_of(pool, national_weights())
    room, row = pairs.capacity.tolist(), pairs.rows()
    free = [True] * pairs.mentees
    order = (-pairs.score.astype("int32")).argsort(kind="stable")
    for mentee, mentor in zip(row[order].tolist(), pairs.mentor[order].tolist(), strict=True):
        if free[mentee] and room[mentor]:
            free[mentee] = False
            room[mentor] -= 1
    return free.count(False)


def memory(mentees: int) -> int:
    command = [sys.executable, "-m", "bench.matching", "--memory", str(mentees)]
    return int(subprocess.run(command, check=True, capture_output=True, text=True, timeout=600).stdout)


def peak() -> int:
    """Of this program alone; the usual figure of the system begins with that of the program that started it."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) // 1024


if __name__ == "__main__":
    if sys.argv[1] == "--memory":
        solved(random_pool(int(sys.argv[2]), 0))
        print(peak())
    else:
        sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
