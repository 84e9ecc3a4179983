"""The project's own files, read as text: what the rules of this folder look at."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from scripts.places import FLOORS, ROOT

OWN = (*FLOORS, "scripts", "tests")


@dataclass(frozen=True)
class Source:
    """One Python file, or a made-up one of which a test says where it would lie."""

    path: str  # from the project's root, with forward slashes
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text, self.path)

    @property
    def app(self) -> str:
        return self.path.split("/")[0]

    @property
    def module(self) -> str:
        return self.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")

    @property
    def is_migration(self) -> bool:
        return "/migrations/" in self.path

    def imported(self) -> Iterator[tuple[int, str]]:
        """(line, dotted name) of every import, also those inside a function; relative ones made whole."""
        package = self.module if self.path.endswith("__init__.py") else self.module.rpartition(".")[0]
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from ((node.lineno, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                base = node.module or ""
                if node.level:
                    parts = package.split(".")
                    base = ".".join([*parts[: len(parts) - node.level + 1], *([base] if base else [])])
                yield from ((node.lineno, f"{base}.{alias.name}") for alias in node.names)


def python(*folders: str) -> list[Source]:
    """The Python files under these folders of the project."""
    return [
        Source(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"))
        for folder in folders
        for path in sorted((ROOT / folder).rglob("*.py"))
    ]


def files(pattern: str, *folders: str) -> Iterator[tuple[str, str]]:
    """(path, text) of other files, such as templates."""
    for folder in folders:
        for path in sorted((ROOT / folder).rglob(pattern)):
            yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")


def words(name: str) -> list[str]:
    """The words of a name in any of our spellings: PageCache, page_cache, page-cache."""
    return [word.lower() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+", name)]
