"""`make run`: prepare what is missing, then web and worker together until Ctrl-C or SIGTERM.

PORT=8000 python3 -m scripts.serve
"""

import ctypes
import http.client
import os
import signal
import socket
import subprocess
import time
from collections import deque

from scripts import prepare
from scripts.places import PYTHON, ROOT
from scripts.steps import StepFailed, need_python, say

STOP_WITHIN = 30  # seconds: a worker may be in the middle of a task
START_WITHIN = 90
WORKER_DEATHS = 5  # within a minute: something is wrong that a restart does not mend


class Stopped(SystemExit):
    """Ctrl-C or SIGTERM: an end that was asked for."""


def main() -> None:
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:  # under nohup it stays ignored
        signal.signal(signal.SIGHUP, stop)
    need_python()
    port = asked_port()
    refuse_taken(port)
    say("Preparing")
    prepare.ground("run")
    prepare.contents()
    refuse_taken(port)
    serve(port)


def stop(number: int, _frame: object) -> None:
    raise Stopped(0 if number == signal.SIGINT else 128 + number)


def asked_port() -> int:
    asked = os.environ.get("PORT") or "8000"
    if not (asked.isascii() and asked.isdecimal()) or not 0 < int(asked) < 65536:
        raise StepFailed(f"PORT must be a number from 1 to 65535, not '{asked}'")
    return int(asked)


def refuse_taken(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise StepFailed(f"Port {port} cannot be used ({error.strerror}); try: make run PORT={port + 1}") from None


def serve(port: int) -> None:
    env = {**os.environ, "DJANGO_SETTINGS_MODULE": prepare.settings_module(), "PORT": str(port)}
    web = start(["-m", "gunicorn", "--config", "gunicorn.conf.py", "portal.wsgi"], env)
    worker = start(["manage.py", "worker"], env)
    deaths: deque[float] = deque(maxlen=WORKER_DEATHS)
    try:
        wait_until_it_answers(port, web)
        say(f"Op de lijst: http://localhost:{port}/  (the demo's people: /demo/; Ctrl-C stops it)")
        while True:
            time.sleep(0.5)
            if web.poll() is not None:
                raise StepFailed(f"The web server ended by itself (exit code {web.returncode})")
            if worker.poll() is not None:
                deaths.append(time.monotonic())
                if len(deaths) == WORKER_DEATHS and deaths[-1] - deaths[0] < 60:
                    raise StepFailed(
                        f"The worker ended {WORKER_DEATHS} times in a minute (exit code {worker.returncode})"
                    )
                say(f"The worker ended (exit code {worker.returncode}); starting it again")
                worker = start(["manage.py", "worker"], env)
    finally:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)  # the second Ctrl-C must not leave one of them behind
        end([web, worker])


def start(arguments: list[str], env: dict[str, str]) -> subprocess.Popen:
    """In our own process group, so that one Ctrl-C reaches all; gone when this process is gone."""
    return subprocess.Popen(
        [PYTHON, *arguments], cwd=ROOT, env=env, stdin=subprocess.DEVNULL, preexec_fn=end_with_parent
    )


def end_with_parent() -> None:
    set_parent_death_signal = 1
    try:
        ctypes.CDLL(None).prctl(set_parent_death_signal, signal.SIGTERM)
    except (AttributeError, OSError):
        pass  # not Linux: Ctrl-C and SIGTERM still stop everything


def wait_until_it_answers(port: int, web: subprocess.Popen) -> None:
    until = time.monotonic() + START_WITHIN
    while time.monotonic() < until:
        if web.poll() is not None:
            raise StepFailed(f"The web server did not start (exit code {web.returncode})")
        try:
            asking = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            asking.request("GET", "/health/live/")
            asking.getresponse()
            return
        except (OSError, http.client.HTTPException):
            time.sleep(0.2)
    raise StepFailed(f"The web server did not answer within {START_WITHIN} s")


def end(programs: list[subprocess.Popen]) -> None:
    for program in programs:
        if program.poll() is None:
            program.terminate()
    until = time.monotonic() + STOP_WITHIN
    for program in programs:
        try:
            program.wait(max(0.1, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            program.kill()
            program.wait()


if __name__ == "__main__":
    main()
