"""The worker as a process: beside another one, killed, on a locked database, and asked to stop."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
SECONDS = 90
WRITE = """
import django; django.setup()
from django.core.management import call_command
for app in ("lifecycle", "people", "django_tasks_database"):
    call_command("migrate", app, verbosity=0)
from people import letters
from people.models import User
for number in range(10):
    user = User.objects.create_user(f"yara{number}@example.org", name="Yara Kanarie")
    letters.write("tests.neutral", user, key=f"neutral:{number}")
"""


class House:
    """A database and a mail folder, and the workers that were started on them."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.mail, self.database = folder, folder / "mail", folder / "db.sqlite3"
        self.mail.mkdir()
        self.workers: list[subprocess.Popen[str]] = []

    def environment(self, **more: str) -> dict[str, str]:
        return {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "tests.portal.worker_settings",
            "DATABASE_URL": f"sqlite:///{self.database}",
            "MAIL_FOLDER": str(self.mail),
            **more,
        }

    def python(self, code: str) -> None:
        subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=self.environment(), check=True, timeout=120)

    def work(self, **more: str) -> subprocess.Popen[str]:
        worker = subprocess.Popen(
            [sys.executable, "manage.py", "worker", "--sweep-seconds", "0.5"],
            cwd=ROOT,
            env=self.environment(**more),
            stderr=subprocess.PIPE,
            text=True,
        )
        self.workers.append(worker)
        return worker

    def ask(self, sql: str) -> list[tuple]:
        with sqlite3.connect(self.database, timeout=20) as connection:
            return connection.execute(sql).fetchall()

    def mails(self) -> list[str]:
        """Every mail as text; one file holds what one connection sent."""
        text = "".join(path.read_text() for path in self.mail.iterdir())
        return [part for part in text.split("-" * 79 + "\n") if part.strip()]

    def wait(self, until: Callable[[], object]) -> None:
        end = time.monotonic() + SECONDS
        while not until():
            assert time.monotonic() < end, [worker.poll() for worker in self.workers]
            time.sleep(0.1)

    def hears(self, *workers: subprocess.Popen[str]) -> bool:
        """Whether each of them catches SIGTERM by now; one that still starts up would just end."""
        bit = 1 << (signal.SIGTERM - 1)
        statuses = [Path(f"/proc/{worker.pid}/status").read_text() for worker in workers]
        return all(int(status.partition("SigCgt:")[2].split()[0], 16) & bit for status in statuses)

    def stop(self, worker: subprocess.Popen[str], sign: signal.Signals = signal.SIGTERM) -> str:
        worker.send_signal(sign)
        return worker.communicate(timeout=SECONDS)[1]


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    built = House(tmp_path)
    built.python(WRITE)
    yield built
    for worker in built.workers:
        if worker.poll() is None:
            worker.kill()
        if worker.stderr:
            worker.stderr.close()
        worker.wait()


def test_two_workers_send_each_letter_once_and_stop_when_asked(house: House) -> None:
    one, two = house.work(), house.work()
    house.wait(lambda: house.ask("SELECT count(*) FROM people_letter WHERE sent_at IS NULL") == [(0,)])
    ready = "SELECT count(*) FROM django_tasks_database_dbtaskresult WHERE status = 'READY'"
    house.wait(lambda: house.ask(ready) == [(0,)])
    # Each in its own time: the letters may all be out before the first daily turn.
    names = {"worker", "tests.portal.worker_settings.daily"}
    house.wait(lambda: names <= {name for (name,) in house.ask("SELECT name FROM lifecycle_heartbeat")})
    house.wait(lambda: house.hears(one, two))
    told = house.stop(one, signal.SIGTERM) + house.stop(two, signal.SIGINT)
    assert (one.returncode, two.returncode) == (0, 0)
    receivers = sorted(line for mail in house.mails() for line in mail.splitlines() if line.startswith("To: "))
    assert receivers == [f"To: yara{number}@example.org" for number in range(10)]
    assert house.ask("SELECT DISTINCT attempts FROM people_letter") == [(1,)]
    assert told.count("worker_settings.daily: 7") == 1, "once a day, whoever has the turn"
    assert "worker_settings.fail failed: ValueError" in told
    assert "yara" not in told.lower() and "Traceback" not in told, "a log holds no person"


def test_a_letter_survives_a_killed_worker_and_a_locked_database(house: House) -> None:
    house.ask("UPDATE people_letter SET message = 'tests.stuck' WHERE key = 'neutral:0'")
    house.ask("DELETE FROM people_letter WHERE key <> 'neutral:0'")
    killed = house.work(LETTERS_STICK="1")
    house.wait(lambda: house.ask("SELECT attempts FROM people_letter") == [(1,)])
    killed.kill()
    killed.wait()
    assert house.mails() == []

    after = house.work()
    time.sleep(1.5)
    assert house.mails() == [], "the lease of the one that was killed still runs"
    with sqlite3.connect(house.database, timeout=20) as lock:
        lock.execute("BEGIN EXCLUSIVE")
        time.sleep(2)
        assert after.poll() is None, "a locked database must not end the worker"
        lock.execute("UPDATE people_letter SET leased_until = '2026-01-01 00:00:00'")  # run out
    house.wait(house.mails)
    house.wait(lambda: house.ask("SELECT attempts, sent_at IS NULL FROM people_letter") == [(2, 0)])
    told = house.stop(after)
    assert after.returncode == 0 and len(house.mails()) == 1
    assert "Traceback" not in told
