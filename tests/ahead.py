"""Before the processes of a run begin: what each of them needs, made once instead of by all at the same time.

    python -m tests.ahead

Tables that were migrated, and beside it the tests themselves, compiled. Nothing to do where the tables are kept.
"""

import subprocess

from scripts.places import PYTHON, ROOT
from tests import kept


def main() -> None:
    if kept.has_tables():
        return
    reading = subprocess.Popen(
        [PYTHON, "-m", "pytest", "--collect-only", "--quiet"],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,  # what is wrong with a test, the run itself says
        stderr=subprocess.DEVNULL,
    )
    kept.tables()
    reading.wait()


if __name__ == "__main__":
    main()
