"""The real portal at work: web and worker as processes of their own, on a prepared database in a folder."""

import re
import socket
import sqlite3
import subprocess
import time
from collections.abc import Callable
from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import TypeVar

from scripts.places import PYTHON, ROOT
from scripts.serve import end, end_with_parent
from tests.journeys import clock
from tests.kept import DATABASE, environment

START_WITHIN = 120
BETWEEN_MAILS = b"\n" + b"-" * 79 + b"\n"
T = TypeVar("T")


def until(what: str, found: Callable[[], T | None], seconds: float = 60) -> T:
    """Ask again until there is an answer; for what happens outside the browser."""
    last = time.monotonic() + seconds
    while not (answer := found()):
        if time.monotonic() > last:
            raise AssertionError(f"not within {seconds} s: {what}")
        time.sleep(0.1)
    return answer


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class PortalAtWork:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = free_port()
        self.address = f"http://localhost:{self.port}"
        self.programs: list[subprocess.Popen] = []
        self._read: dict[str, int] = {}

    def start(self) -> None:
        self._run("web", "-m", "gunicorn", "--config", "gunicorn.conf.py", "portal.wsgi")
        self._run("worker", "manage.py", "worker", "--sweep-seconds", "2")
        until("the portal answers", self._answers, START_WITHIN)

    def stop(self) -> None:
        end(self.programs)

    def _run(self, name: str, *arguments: str) -> None:
        with (self.folder / f"{name}.log").open("ab") as log:
            program = subprocess.Popen(
                [PYTHON, *arguments],
                cwd=ROOT,
                env=environment(self.folder, self.port),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                preexec_fn=end_with_parent,
            )
        self.programs.append(program)

    def _answers(self) -> bool:
        ended = [program.returncode for program in self.programs if program.poll() is not None]
        if ended:
            raise AssertionError(f"ended at its start with {ended}:\n{self.new_faults() or self._tail()}")
        return self.status("/health/live/") == 200

    def status(self, path: str) -> int | None:
        """What a plain GET answers, without following a redirect; None when nothing answers."""
        asking = HTTPConnection("localhost", self.port, timeout=30)
        try:
            asking.request("GET", path)
            return asking.getresponse().status
        except (OSError, HTTPException):
            return None
        finally:
            asking.close()

    def lay(self, module: str) -> str:
        """Run a module of this folder that lays something in the portal's database; what it says."""
        said = subprocess.run(
            [PYTHON, "-m", f"tests.journeys.{module}"],
            cwd=ROOT,
            env=environment(self.folder, self.port),
            capture_output=True,
            text=True,
            timeout=300,
        )
        assert not said.returncode, said.stderr
        return said.stdout.strip()

    # What it left behind ---------------------------------------------------------------------

    def new_faults(self) -> str:
        """Tracebacks that web and worker logged since this was last asked."""
        found = ""
        for path in sorted(self.folder.glob("*.log")):
            text = path.read_text(encoding="utf-8", errors="replace")
            fresh, self._read[path.name] = text[self._read.get(path.name, 0) :], len(text)
            if "Traceback (most recent call last)" in fresh:
                found += f"{path.name}:\n{fresh[-4000:]}\n"
        return found

    def _tail(self) -> str:
        return "".join(path.read_text(errors="replace")[-2000:] for path in self.folder.glob("*.log"))

    def rows(self, question: str, *values: object) -> list[tuple]:
        """What the database says to a question in SQL: to choose from what the demo made up, or to see an end."""
        database = sqlite3.connect(f"{(self.folder / DATABASE).as_uri()}?mode=ro", uri=True)
        try:
            return database.execute(question, values).fetchall()
        finally:
            database.close()

    def mails(self, to: str) -> list[EmailMessage]:
        """All mail sent to this address, oldest first."""
        files = sorted((self.folder / "mail").glob("*.log"), key=lambda path: (path.stat().st_mtime_ns, path.name))
        # What stands behind the last line between mails is still being written.
        raw = [piece for path in files for piece in path.read_bytes().split(BETWEEN_MAILS)[:-1]]
        # Read apart only where the address stands somewhere: a run sends hundreds, and asks ten times a second.
        near = [piece for piece in raw if to.encode() in piece]
        every = [message_from_bytes(piece.strip() + b"\n", policy=policy.default) for piece in near]
        return [mail for mail in every if to in str(mail["To"])]

    def mail(self, to: str, subject: str) -> EmailMessage:
        """The newest mail to this address with these words in its subject; waits for the worker."""

        def newest() -> EmailMessage | None:
            return next((mail for mail in reversed(self.mails(to)) if subject in str(mail["Subject"])), None)

        return until(f"a mail '{subject}' to {to}", newest)

    def code_for(self, address: str, after: int = 0) -> str:
        """The newest code mailed to this address; `after` is how many mails it had before it asked."""
        mails = until(f"a code for {address}", lambda: self.mails(address)[after:])
        body = mails[-1].get_body(preferencelist=("plain",))
        text = body.get_content() if body else ""
        found = re.search(r"^\s*([A-Z0-9]{3,4}-?[A-Z0-9]{3,4})\s*$", text, re.MULTILINE)
        assert found, text
        return found[1]

    def move_clock(self, **by: float) -> None:
        """Let web and worker believe it is so much later than now: days=3."""
        clock.move(self.folder / "clock", timedelta(**by))
