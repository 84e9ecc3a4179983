"""The mails that Django's file backend left in var/mail, read for /demo/post/.

A file holds one or more messages, each followed by a line of 79 dashes.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from django.conf import settings

NAME = re.compile(r"\d{8}-\d{6}-\d+\.log")
BETWEEN = b"\n" + b"-" * 79 + b"\n"


@dataclass(frozen=True)
class Mail:
    """`name` and `number` (from 0) say where it lies."""

    name: str
    number: int
    at: datetime
    to: str
    subject: str
    text: str
    html: str


def files() -> list[str]:
    """Names of all files, newest first: a name begins with its time."""
    folder = Path(settings.EMAIL_FILE_PATH)
    if not folder.is_dir():
        return []
    found = [path for path in folder.iterdir() if NAME.fullmatch(path.name)]
    return [path.name for path in sorted(found, key=lambda path: (path.stat().st_mtime_ns, path.name), reverse=True)]


def read(name: str) -> list[Mail]:
    """The mails in a file, newest first. Empty for a name that is none of ours, or a file that is gone."""
    path = Path(settings.EMAIL_FILE_PATH) / name
    if not NAME.fullmatch(name) or not path.is_file():
        return []
    at = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    pieces = [piece for piece in path.read_bytes().split(BETWEEN) if piece.strip()]
    return [_mail(name, number, at, piece) for number, piece in reversed(list(enumerate(pieces)))]


def find(name: str, number: int) -> Mail | None:
    return next((mail for mail in read(name) if mail.number == number), None)


def _mail(name: str, number: int, at: datetime, raw: bytes) -> Mail:
    message = message_from_bytes(raw.strip() + b"\n", policy=policy.default)
    return Mail(
        name=name,
        number=number,
        at=at,
        to=str(message["To"] or ""),
        subject=str(message["Subject"] or ""),
        text=_body(message, "plain"),
        html=_body(message, "html"),
    )


def _body(message: EmailMessage, kind: str) -> str:
    part = message.get_body(preferencelist=(kind,))
    return part.get_content() if part else ""
