"""Migrations that can lose data or stop the site need a second look, and a line that says it was taken.

    python3 -m scripts.migrations

On the operation or the line above it: `# reviewed: <why this is safe, or when it may run>`.
"""

import ast
import re
import sys
from pathlib import Path

from scripts.places import FLOORS, ROOT

DANGEROUS = {
    "AlterModelTable",
    "DeleteModel",
    "RemoveField",
    "RenameField",
    "RenameModel",
    "RunSQL",
    "SeparateDatabaseAndState",
}
REVIEWED = re.compile(r"#\s*reviewed:\s*\S{3,}")


def unsigned(path: Path) -> list[str]:
    source = path.read_text()
    lines = source.splitlines()
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and _name(node.func) in DANGEROUS:
            around = lines[max(0, node.lineno - 2) : node.end_lineno]
            if not any(REVIEWED.search(line) for line in around):
                found.append(f"{path.relative_to(ROOT)}:{node.lineno}: {_name(node.func)} without `# reviewed: <why>`")
    return found


def _name(function: ast.expr) -> str:
    return getattr(function, "attr", getattr(function, "id", ""))


def main() -> None:
    migrations = [path for floor in FLOORS for path in sorted((ROOT / floor).glob("migrations/0*.py"))]
    faults = [fault for path in migrations for fault in unsigned(path)]
    print("\n".join(faults) or f"{len(migrations)} migrations, none unsigned")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
