"""Pin every package, with hashes, from pyproject.toml: `make lock`.

One file per purpose, each only with what it adds to the one before it: running, testing, checking; and Node
on its own, for machines without it. No file names an index or an address: where a package comes from is the
reader's own setting.
"""

import re
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

from scripts.places import ROOT

UV = Path(sys.executable).with_name("uv")
OPTIONS = [
    "--generate-hashes",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--no-annotate",
    "--no-header",
    "--quiet",
    "--python-version=3.11",
    "--python-platform=x86_64-manylinux_2_28",
]
PIN = re.compile(r"^([a-z0-9][\w.-]*)==(\S+)", re.MULTILINE)
ADDRESS = re.compile(r"://|^-", re.MULTILINE)


def main() -> None:
    if not UV.exists():
        sys.exit("lock: uv is not in this virtual environment; `make check` puts it there")
    upgrade = ["--upgrade"] if "--upgrade" in sys.argv else []
    runtime = lock("requirements.txt", [], upgrade)
    test = lock("requirements-test.txt", ["test"], upgrade, below=runtime)
    lock("requirements-tools.txt", ["test", "tools"], upgrade, below=runtime + test)
    lock("requirements-node.txt", ["node"], upgrade, alone=True)


def lock(name: str, extras: list[str], upgrade: list[str], below: str = "", alone: bool = False) -> str:
    """Write one lock file and return it. `below`: what earlier files pin, which is held and not repeated."""
    kept = ROOT / name
    with tempfile.TemporaryDirectory() as folder:
        draft, held, wanted = Path(folder, name), Path(folder, "held.txt"), ROOT / "pyproject.toml"
        if kept.exists():
            draft.write_text(kept.read_text())  # uv keeps the pins that it finds here
        held.write_text("".join(f"{package}=={version}\n" for package, version in PIN.findall(below)))
        if alone:
            wanted = Path(folder, "wanted.in")
            wanted.write_text("\n".join(optional_packages(extras[0])))
        command: list[str | Path] = [UV, "pip", "compile", *OPTIONS, *upgrade]
        command += ["--output-file", draft, "--constraints", held, wanted]
        for extra in [] if alone else extras:
            command += ["--extra", extra]
        for package, _ in PIN.findall(below):
            command += ["--no-emit-package", package]
        subprocess.run(command, cwd=ROOT, check=True)
        text = draft.read_text()
    if ADDRESS.search(text):
        sys.exit(f"lock: {name} would hold an address or an option; nothing written")
    kept.write_text(text)
    print(f"{name}: {len(PIN.findall(text))} packages")
    return text


def optional_packages(extra: str) -> list[str]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["optional-dependencies"][extra]


if __name__ == "__main__":
    main()
