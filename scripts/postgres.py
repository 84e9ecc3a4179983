"""A PostgreSQL of one's own for one command: on a socket in a temporary folder, gone afterwards.

python3 -m scripts.postgres COMMAND…        DATABASE_URL tells COMMAND where it is
"""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scripts.steps import StepFailed, run

# Nothing here outlives the command, so nothing needs to survive a crash.
OPTIONS = {
    "listen_addresses": "",
    "max_connections": "300",
    "shared_buffers": "128MB",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
}


def main() -> int:
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
    with cluster() as address:
        env = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
        return subprocess.run(sys.argv[1:], env={**env, "DATABASE_URL": address}).returncode


@contextmanager
def cluster() -> Iterator[str]:
    """Yields the address. PostgreSQL refuses to run as root: then its own system user keeps it."""
    programs = find_programs()
    folder = Path(tempfile.mkdtemp(prefix="odl-pg-", dir=short_folder()))
    me = pwd.getpwuid(os.getuid()).pw_name
    keeper: list[str] = []
    if os.getuid() == 0:
        keeper = [shutil.which("runuser") or "/usr/sbin/runuser", "-u", "postgres", "--"]
        shutil.chown(folder, "postgres")
    data = folder / "data"
    env = {"LC_ALL": "C.UTF-8"}
    try:
        make = [
            "initdb",
            "--pgdata",
            data,
            "--username",
            me,
            "--auth=trust",
            "--no-sync",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
        ]
        run("database cluster", [*keeper, programs / make[0], *make[1:]], seconds=90, env=env, cwd=folder)
        options = " ".join(f"-c {name}='{value}'" for name, value in OPTIONS.items())
        start = [
            "--wait",
            "--timeout=60",
            "--log",
            folder / "log",
            "--options",
            f"{options} -k {folder}",
            "start",
        ]
        try:
            run(
                "PostgreSQL",
                [*keeper, programs / "pg_ctl", "--pgdata", data, *start],
                seconds=90,
                env=env,
                cwd=folder,
            )
        except StepFailed:
            print((folder / "log").read_text() if (folder / "log").exists() else "no log", flush=True)
            raise
        run(
            "database",
            [programs / "createdb", "--host", folder, "--username", me, "portal"],
            seconds=60,
            cwd=folder,
        )
        yield f"postgres:///portal?host={folder}"
    finally:
        if (data / "postmaster.pid").exists():
            stop = [*keeper, programs / "pg_ctl", "--pgdata", data, "--mode=immediate", "--wait", "stop"]
            subprocess.run(stop, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=60)
        shutil.rmtree(folder, ignore_errors=True)


def find_programs() -> Path:
    found = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"),
        key=lambda path: int(path.parts[4].partition(".")[0]),
    )
    if found:
        return found[-1].parent
    if in_path := shutil.which("initdb"):
        return Path(in_path).resolve().parent
    raise StepFailed("PostgreSQL's programs were not found (Debian: postgresql)")


def short_folder() -> str:
    """A socket's path holds 107 characters at most; a long TMPDIR would not do."""
    return tempfile.gettempdir() if len(tempfile.gettempdir()) < 60 else "/tmp"


if __name__ == "__main__":
    sys.exit(main())
