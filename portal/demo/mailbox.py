"""The mails that Django's file backend left in var/mail, read for /demo/post/.

A file holds one or more messages, each followed by a line of 79 dashes.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from functools import lru_cache
from pathlib import Path

from django.conf import settings

NAME = re.compile(r"\d{8}-\d{6}-\d+\.log")
MOST_FILES = 1000
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


def places() -> list[tuple[str, int]]:
    """Where each mail lies (file, number in it), newest first, as far back as MOST_FILES."""
    folder = Path(settings.EMAIL_FILE_PATH)
    if not folder.is_dir():
        return []
    found = [(path, path.stat()) for path in folder.iterdir() if NAME.fullmatch(path.name)]
    newest = sorted(found, key=lambda file: (file[1].st_mtime_ns, file[0].name), reverse=True)[:MOST_FILES]
    return [
        (path.name, number)
        for path, stat in newest
        for number in reversed(range(_how_many(str(path), stat.st_mtime_ns, stat.st_size)))
    ]


@lru_cache(maxsize=2 * MOST_FILES)
def _how_many(path: str, mtime: int, size: int) -> int:
    """The time and size are there for the cache: a file that grew is counted anew."""
    return len(_pieces(Path(path)))


def _pieces(path: Path) -> list[bytes]:
    return [piece for piece in path.read_bytes().split(BETWEEN) if piece.strip()]


def find(name: str, number: int) -> Mail | None:
    """None for a name that is none of ours, or a mail that is gone."""
    path = Path(settings.EMAIL_FILE_PATH) / name
    if not NAME.fullmatch(name) or not path.is_file():
        return None
    pieces = _pieces(path)
    if number >= len(pieces):
        return None
    return _mail(name, number, datetime.fromtimestamp(path.stat().st_mtime, UTC), pieces[number])


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
