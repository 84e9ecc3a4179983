"""The web server, for `make run` and for production alike; see docs/operations.md."""

import os
import socket

from gunicorn.config import KNOWN_SETTINGS


def loopback_addresses() -> list[str]:
    """`localhost` means ::1 to one browser and 127.0.0.1 to the next: both, where the machine has both."""
    port = os.environ.get("PORT", "8000")
    with socket.socket(socket.AF_INET6) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("::1", int(port)))
        except OSError:
            return [f"127.0.0.1:{port}"]
    return [f"127.0.0.1:{port}", f"[::1]:{port}"]


bind = os.environ["BIND"].split(",") if "BIND" in os.environ else loopback_addresses()
workers = int(os.environ.get("WEB_WORKERS", "2"))
timeout = 60
graceful_timeout = 8
keepalive = 5
forwarder_headers = ""  # SCRIPT_NAME as a header: a visitor would choose under which address a page is kept
loglevel = "error"  # a line for each HEAD would hide what matters
if any(setting.name == "control_socket_disable" for setting in KNOWN_SETTINGS):
    control_socket_disable = True  # it would be opened in the home folder, which may not be ours to write
