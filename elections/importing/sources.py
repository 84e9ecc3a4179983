"""Finds the files to read: on disk, in folders, in zips and in zips within zips. Nothing is unpacked under its name."""

import os
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import IO

from django.utils.translation import gettext as _

from elections.eml import HEAD_BYTES, MOST_BYTES, Refused

DEEPEST_ZIP = 3
MOST_MEMBERS = 20_000
MOST_DIRECTORY = 2 * 2**20
"""Bytes of a zip's own list of names, which is read in whole before the first member can be asked for."""
MOST_UNPACKED = 2 * 2**30
LARGEST_ZIP_INSIDE = 500 * 2**20
FLAT_BYTES, STEEPEST = 2**20, 250
"""A megabyte that shrank more than 250 times is no election file but a trap; real ones shrink 10 to 50 times."""
MAGIC = b"PK\x03\x04"
FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError)
IGNORED = ("__MACOSX",)


@dataclass(frozen=True)
class Refusal:
    """A file that was not read, and why, in plain Dutch."""

    file: str
    reason: str


@dataclass(frozen=True)
class Found:
    """Something that can be an official file. `take(n)` gives its first n bytes; raises Refused."""

    name: str
    take: Callable[[int], bytes]

    def head(self) -> bytes:
        return self.take(HEAD_BYTES)

    def whole(self) -> bytes:
        """One byte more than is allowed is enough to see that it is too much."""
        return self.take(MOST_BYTES + 1)


@dataclass
class Search:
    """One run through files. Zips stay open until `open_zips` closes; all limits are of the whole run."""

    open_zips: ExitStack
    unpacked: int = 0
    members: int = 0
    told: set[str] = field(default_factory=set)

    def in_paths(self, paths: Iterable[Path]) -> Iterator[Found | Refusal]:
        for path in paths:
            if path.is_dir():
                for inside in sorted(path.rglob("*")):
                    if inside.is_file() and inside.suffix.lower() in (".xml", ".zip"):
                        yield from self._on_disk(inside, printable(inside.relative_to(path)))
            else:
                yield from self._on_disk(path, printable(path.name))

    def in_upload(self, name: str, file: IO[bytes]) -> Iterator[Found | Refusal]:
        name = printable(PurePosixPath(name).name)
        file.seek(0)
        if file.read(len(MAGIC)) == MAGIC:
            yield from self._in_zip(file, name, depth=1)
        else:
            yield Found(name, lambda most: _from_start(file, most))

    def _on_disk(self, path: Path, name: str) -> Iterator[Found | Refusal]:
        try:
            with path.open("rb") as file:
                is_zip = file.read(len(MAGIC)) == MAGIC or path.suffix.lower() == ".zip"
        except OSError:
            yield Refusal(name, _("Het bestand is niet te lezen."))
            return
        if is_zip:
            yield from self._in_zip(self.open_zips.enter_context(path.open("rb")), name, depth=1)
        else:
            yield Found(name, lambda most: _from_disk(path, most))

    def _in_zip(self, file: IO[bytes], name: str, *, depth: int) -> Iterator[Found | Refusal]:
        try:
            if _length_of_directory(file) > MOST_DIRECTORY:
                yield Refusal(name, too_many())
                return
            zipped = self.open_zips.enter_context(zipfile.ZipFile(file))
        except FAULTS:
            yield Refusal(name, _("Het zipbestand is beschadigd."))
            return
        for member in zipped.infolist():
            self.members += 1
            if self.members > MOST_MEMBERS:
                yield Refusal(name, too_many())
                return
            yield from self._member(zipped, member, name, depth)

    def _member(
        self, zipped: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, depth: int
    ) -> Iterator[Found | Refusal]:
        inside = PurePosixPath(member.filename.replace("\\", "/"))
        kind = inside.suffix.lower()
        if member.is_dir() or kind not in (".xml", ".zip") or inside.parts[0] in IGNORED or inside.name.startswith("."):
            return
        label = f"{name}/{printable(inside)}"
        if inside.is_absolute() or ".." in inside.parts or inside.parts[0].endswith(":"):
            yield Refusal(label, _("De naam wijst naar een plek buiten het zipbestand."))
        elif member.flag_bits & 0x1:
            yield Refusal(label, _("Het zipbestand is met een wachtwoord beveiligd."))
        elif kind == ".xml":
            yield Found(label, lambda most: self._unpack(zipped, member, most))
        elif depth == DEEPEST_ZIP:
            yield Refusal(label, _("Er zitten te veel zipbestanden in elkaar."))
        else:
            yield from self._zip_inside(zipped, member, label, depth)

    def _zip_inside(
        self, zipped: zipfile.ZipFile, member: zipfile.ZipInfo, label: str, depth: int
    ) -> Iterator[Found | Refusal]:
        file = self.open_zips.enter_context(tempfile.TemporaryFile())  # noqa: SIM115  # closed with the zips
        try:
            for piece in self._pieces(zipped, member, LARGEST_ZIP_INSIDE):
                file.write(piece)
        except Refused as refused:
            yield Refusal(label, str(refused))
        else:
            yield from self._in_zip(file, label, depth=depth + 1)

    def _unpack(self, zipped: zipfile.ZipFile, member: zipfile.ZipInfo, most: int) -> bytes:
        """The first `most` bytes."""
        if most == HEAD_BYTES:
            return next(self._pieces(zipped, member, MOST_UNPACKED), b"")[:most]
        return b"".join(self._pieces(zipped, member, most))

    def _pieces(self, zipped: zipfile.ZipFile, member: zipfile.ZipInfo, most: int) -> Iterator[bytes]:
        """What a zip says of its own sizes is not believed: bytes are counted as they come. Raises Refused."""
        came = 0
        try:
            with zipped.open(member) as file:
                while piece := file.read(HEAD_BYTES):
                    came += len(piece)
                    self.unpacked += len(piece)
                    if came > most or self.unpacked > MOST_UNPACKED or _is_too_steep(member, came):
                        raise Refused(too_large())
                    yield piece
        except FAULTS as error:
            raise Refused(_("Het zipbestand is beschadigd.")) from error


def _length_of_directory(file: IO[bytes]) -> int:
    """As `ZipFile` itself will find it, so that no two readings of one file differ; 0 when there is none."""
    ending = zipfile._EndRecData(file)  # type: ignore[attr-defined]
    return ending[zipfile._ECD_SIZE] if ending else 0  # type: ignore[attr-defined]


def _is_too_steep(member: zipfile.ZipInfo, came: int) -> bool:
    return came > FLAT_BYTES and came > STEEPEST * max(member.compress_size, 1)


def too_many() -> str:
    return _("Het zipbestand bevat te veel bestanden.")


def too_large() -> str:
    return _("Uitgepakt is het bestand te groot.")


def _from_start(file: IO[bytes], most: int) -> bytes:
    file.seek(0)
    return file.read(most)


def _from_disk(path: Path, most: int) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(most)
    except OSError as error:
        raise Refused(_("Het bestand is niet te lezen.")) from error


def printable(name: object) -> str:
    """File names of old zips are not always text."""
    return os.fsencode(str(name)).decode("utf-8", "replace")
