"""Running other programs: every wait has an end, every failure names its step and shows its output."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from scripts.places import ROOT

Command = list[str | Path]


class StepFailed(SystemExit):
    """Ends the program with exit code 1; the reason has been printed."""

    def __init__(self, reason: str) -> None:
        say(reason)
        super().__init__(1)


def say(line: str) -> None:
    print(line, flush=True)


def run(
    name: str,
    command: Command,
    *,
    seconds: int,
    tries: int = 1,
    env: Mapping[str, str] | None = None,
    cwd: Path = ROOT,
) -> str:
    """Run one step quietly and return its output.

    `tries` is for steps that ask the network: it is asked again, a little later each time.
    """
    print(f"  {name} ...", end="", flush=True)  # who waits sees what for
    started = time.monotonic()
    for attempt in range(1, tries + 1):
        code, output = _attempt(command, seconds, env, cwd)
        if code == 0:
            say(f" {time.monotonic() - started:.1f} s")
            return output
        if attempt < tries:
            say(f" try {attempt} of {tries} failed, again in {5 * attempt} s: {_reason(output)}")
            time.sleep(5 * attempt)
            print(f"  {name} ...", end="", flush=True)
    say("")
    tail = "\n".join(output.strip().splitlines()[-60:])
    why = f"no end after {seconds} s" if code is None else f"exit code {code}"
    raise StepFailed(f"{tail}\n{name}: {why}")


def _attempt(command: Command, seconds: int, env: Mapping[str, str] | None, cwd: Path) -> tuple[int | None, str]:
    try:
        done = subprocess.run(
            [str(part) for part in command],
            cwd=cwd,
            env={**os.environ, **(env or {})},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=seconds,
        )
    except subprocess.TimeoutExpired as slow:
        return None, (slow.stdout or b"").decode(errors="replace")
    except OSError as error:
        return 127, str(error)
    return done.returncode, done.stdout.decode(errors="replace")


def _reason(output: str) -> str:
    """The first line that speaks of an error; programs like to end on where their log lies."""
    lines = output.strip().splitlines() or ["no output"]
    return next((line for line in lines if "error" in line.lower()), lines[-1])


def need_python() -> None:
    if sys.version_info < (3, 11):  # noqa: UP036  this may well be started by an older one
        raise StepFailed(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}")
