"""What was built from what: a step is done again only when something it was made from has changed."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from scripts.places import ROOT, VAR

STAMPS = VAR / "stamps"


class Stamp:
    """Remembers, for one step, the digest of its inputs; fresh only while its outputs are still there."""

    def __init__(
        self,
        name: str,
        inputs: Iterable[Path],
        *,
        outputs: Iterable[Path] = (),
        more: str = "",
        folder: Path = STAMPS,
    ) -> None:
        self.path = folder / name
        self.outputs = tuple(outputs)
        self.digest = digest(inputs, more)

    def fresh(self) -> bool:
        return all(path.exists() for path in self.outputs) and self.kept() == self.digest

    def kept(self) -> str:
        return self.path.read_text() if self.path.exists() else ""

    def keep(self) -> None:
        """Written aside first: a step that is interrupted here must not count as done."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        aside = self.path.with_name(f"{self.path.name}.new")
        aside.write_text(self.digest)
        aside.replace(self.path)


def digest(inputs: Iterable[Path], more: str = "") -> str:
    """Names and contents of files, and of all files in folders, in one fixed order."""
    total = hashlib.sha256(more.encode())
    for path in sorted({file for item in inputs for file in files_in(item)}):
        total.update(f"{path.relative_to(ROOT)}\0".encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def files_in(item: Path) -> list[Path]:
    if item.is_dir():
        return [path for path in item.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    return [item] if item.exists() else []
