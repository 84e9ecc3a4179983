"""What is locked says what, never where from: mirrors and closed networks must be able to build."""

import json
import re

import pytest

from tests.architecture.sources import ROOT

HOST = re.compile(r"://|--(?:extra-)?index-url|--find-links|^registry\s*=", re.MULTILINE)
REGISTRY = re.compile(r"pypi\.org|pythonhosted\.org|npmjs\.(?:org|com)|yarnpkg\.com")
REQUIREMENTS = sorted(ROOT.glob("requirements*.txt"))


def test_requirements_hold_hashes_and_no_addresses() -> None:
    assert REQUIREMENTS
    for path in REQUIREMENTS:
        text = path.read_text(encoding="utf-8")
        assert not HOST.search(text), path.name
        pins = re.findall(r"^[\w.\[\],-]+==", text, re.MULTILINE)
        assert pins and text.count("--hash=sha256:") >= len(pins), path.name


def addresses(lock: dict) -> list[str]:
    return [name for name, package in lock["packages"].items() if "resolved" in package or "link" in package]


def test_the_lock_of_node_packages_holds_no_addresses() -> None:
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))
    assert addresses(lock) == []
    assert all("integrity" in package for name, package in lock["packages"].items() if name)


def test_no_file_of_the_project_names_a_registry() -> None:
    names = ["pyproject.toml", "package.json", "package-lock.json", ".npmrc", "Makefile", "README.md"]
    texts = [*REQUIREMENTS, *(ROOT / name for name in names if (ROOT / name).exists())]
    texts += [*(ROOT / "scripts").rglob("*.*"), *(ROOT / "docs").rglob("*.md")]
    texts = [path for path in texts if path.suffix != ".pyc"]
    assert [path.name for path in texts if REGISTRY.search(path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize(
    "line", ["--index-url https://mirror.example.org/simple", "--find-links wheels", "x @ git+https://a"]
)
def test_the_rule_sees_an_address(line: str) -> None:
    assert HOST.search(f"django==5.2\n{line}\n")
    assert addresses({"packages": {"": {}, "a": {"resolved": "x"}, "b": {"integrity": "y"}}}) == ["a"]
    assert REGISTRY.search("files." + "pythonhosted" + ".org")
