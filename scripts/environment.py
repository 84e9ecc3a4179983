"""The virtual environment: exactly the locked packages, for running, testing or checking.

python3 -m scripts.environment run|test|check
"""

import shutil
import subprocess
import sys

from scripts.places import PYTHON, ROOT, VENV
from scripts.stamps import Stamp
from scripts.steps import Command, need_python, run

LOCKS = {
    "run": ("requirements.txt",),
    "test": ("requirements.txt", "requirements-test.txt"),
    "check": ("requirements.txt", "requirements-test.txt", "requirements-tools.txt"),
    "node": ("requirements-node.txt",),
}


def lay(purpose: str) -> None:
    """Make the environment when it is missing or broken, and install what is not there yet.

    The stamps lie inside it: whoever removes `.venv` removes them too.
    """
    need_python()
    if not _works():
        shutil.rmtree(VENV, ignore_errors=True)
        run("virtual environment", [sys.executable, "-m", "venv", VENV], seconds=120)
    stamps = [Stamp(name, [ROOT / name], folder=VENV / "stamps") for name in LOCKS[purpose]]
    if all(stamp.fresh() for stamp in stamps):
        return
    wanted: Command = [part for name in LOCKS[purpose] for part in ("-r", ROOT / name)]
    pip: Command = [
        PYTHON,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-input",
        "--disable-pip-version-check",
        "--require-hashes",
    ]
    run(f"packages of {', '.join(LOCKS[purpose])}", [*pip, *wanted], seconds=420, tries=3)
    for stamp in stamps:
        stamp.keep()


def _works() -> bool:
    """Not when the Python it was made from has gone, nor when the clone was moved."""
    try:
        probe = subprocess.run(
            [PYTHON, "-c", "import pip, sys; print(sys.prefix)"], capture_output=True, text=True, timeout=30
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return probe.returncode == 0 and probe.stdout.strip() == str(VENV)


if __name__ == "__main__":
    lay(sys.argv[1])
