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

from scripts.steps import Command, StepFailed, run

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
    folder = Path(tempfile.mkdtemp(prefix="odl-pg-", dir=short_folder()))
    if os.getuid() == 0:
        shutil.chown(folder, "postgres")
    try:
        start(folder)
        yield f"postgres:///portal?host={folder}"
    finally:
        if (folder / "data" / "postmaster.pid").exists():
            stop = kept_by_postgres("pg_ctl", f"--pgdata={folder / 'data'}", "--mode=immediate", "stop")
            subprocess.run(stop, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=90)
        shutil.rmtree(folder, ignore_errors=True)


def start(folder: Path) -> None:
    data, log, me = f"--pgdata={folder / 'data'}", folder / "log", pwd.getpwuid(os.getuid()).pw_name
    flags = [f"--username={me}", "--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C.UTF-8"]
    run("database cluster", kept_by_postgres("initdb", data, *flags), seconds=90, cwd=folder)
    options = " ".join(f"-c {name}='{value}'" for name, value in OPTIONS.items())
    flags = ["--wait", "--timeout=60", f"--log={log}", f"--options={options} -k {folder}"]
    try:
        run("PostgreSQL", kept_by_postgres("pg_ctl", data, *flags, "start"), seconds=90, cwd=folder)
    except StepFailed:
        print(log.read_text() if log.exists() else "PostgreSQL wrote no log", flush=True)
        raise
    create: Command = [find_programs() / "createdb", f"--host={folder}", f"--username={me}", "portal"]
    run("database", create, seconds=60, cwd=folder)


def kept_by_postgres(program: str, *arguments: str) -> Command:
    command: Command = [find_programs() / program, *arguments]
    if os.getuid() == 0:
        return [shutil.which("runuser") or "/usr/sbin/runuser", "-u", "postgres", "--", *command]
    return command


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
