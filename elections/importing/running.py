"""One run: find the files, put them in the order in which they make sense, read each, and say what became of them."""

import datetime as dt
import hashlib
import time
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from django.db import DatabaseError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from elections import eml
from elections.importing.sources import Found, Refusal, Search
from elections.importing.storing import store
from elections.models import ElectionFile
from people.models import User

Tell = Callable[[str], None]


@dataclass
class Report:
    """`files` is the sum of the four below it and `left`; candidates and elected are of the files imported now."""

    files: int = 0
    imported: int = 0
    unchanged: int = 0
    skipped: int = 0
    refused: list[Refusal] = field(default_factory=list)
    candidates: int = 0
    elected: int = 0
    seconds: float = 0.0
    left: int = 0
    """Not looked at: the time for this run was over. The same files again go on where it stopped."""

    def as_json(self) -> dict[str, Any]:
        return {
            "files": self.files,
            "imported": self.imported,
            "unchanged": self.unchanged,
            "skipped": self.skipped,
            "refused": [{"file": one.file, "reason": one.reason} for one in self.refused],
            "candidates": self.candidates,
            "elected": self.elected,
            "seconds": round(self.seconds, 2),
        }


def import_paths(
    paths: Iterable[Path], *, tell: Tell | None = None, by: User | None = None, at: dt.datetime | None = None
) -> Report:
    """Files, folders and zips. `at`: when it was read, for who lays a past."""
    with ExitStack() as open_zips:
        return _Run(by, tell, at=at).through(Search(open_zips).in_paths(paths))


def import_upload(name: str, file: IO[bytes], *, by: User, seconds: float | None = None) -> Report:
    """One EML file or one zip from a form; after so many seconds no further file is begun."""
    with ExitStack() as open_zips:
        return _Run(by, None, seconds).through(Search(open_zips).in_upload(name, file))


class _Run:
    def __init__(
        self, by: User | None, tell: Tell | None, seconds: float | None = None, at: dt.datetime | None = None
    ) -> None:
        self.by, self.tell, self.longest, self.at = by, tell or (lambda line: None), seconds, at
        self.report = Report()

    def through(self, sources: Iterable[Found | Refusal]) -> Report:
        began = time.monotonic()
        for found in self._in_order(sources):
            if self.longest is not None and time.monotonic() - began > self.longest:
                self.report.left += 1
            else:
                self._take(found)
        self.report.seconds = time.monotonic() - began
        return self.report

    def _in_order(self, sources: Iterable[Found | Refusal]) -> list[Found]:
        """Definitions, then lists, then results; of one kind the oldest first, so that the latest stands."""
        ours: list[tuple[int, dt.datetime, int, Found]] = []
        for source in sources:
            self.report.files += 1
            if isinstance(source, Refusal):
                self._refuse(source.file, source.reason)
                continue
            try:
                opening = eml.message_of(source.head())
            except eml.Refused as refused:
                self._refuse(source.name, str(refused))
                continue
            if opening.is_ours:
                rank = eml.READ.index(opening.kind)
                ours.append((rank, opening.made_at or dt.datetime.min, self.report.files, source))
            else:
                self.report.skipped += 1
                self.tell(f"{source.name}: overgeslagen ({opening.kind})")
        return [found for *_rank, found in sorted(ours, key=lambda row: row[:3])]

    def _take(self, found: Found) -> None:
        sha256 = ""
        try:
            data = found.whole()
            sha256 = hashlib.sha256(data).hexdigest()
            if self._was_read(found.name, sha256):
                return
            message = eml.read(data)
            del data
            with transaction.atomic():
                file = store(message, sha256=sha256, name=found.name, by=self.by, at=self.at or timezone.now())
        except eml.Refused as refused:
            self._refuse(found.name, str(refused))
        except DatabaseError:  # its text can hold what stood in the file
            # Two who read the same file at once: the other was first.
            if not self._was_read(found.name, sha256):
                self._refuse(found.name, _("Het bestand kon niet worden opgeslagen. Probeer het later nog eens."))
        else:
            self._count(found.name, file)

    def _was_read(self, name: str, sha256: str) -> bool:
        if not ElectionFile.objects.filter(sha256=sha256).exists():
            return False
        self.report.unchanged += 1
        self.tell(f"{name}: ongewijzigd")
        return True

    def _count(self, name: str, file: ElectionFile) -> None:
        self.report.imported += 1
        self.report.candidates += file.candidates
        self.report.elected += file.elected
        self.tell(f"{name}: {file.message}, {file.candidates} kandidaten, {file.elected} gekozenen")

    def _refuse(self, name: str, reason: str) -> None:
        self.report.refused.append(Refusal(name, reason))
        self.tell(f"{name}: geweigerd: {reason}")
