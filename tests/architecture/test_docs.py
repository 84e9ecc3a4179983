"""Documents that the tests keep true: what they name exists."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import get_commands
from django.urls import get_resolver

from tests.architecture.sources import FLOORS, ROOT, words

DOCS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
PATH = re.compile(r"`((?:[\w.-]+/)+[\w.-]*\.(?:py|md|html|css|txt|json|toml|sh))`")
TARGET = re.compile(r"`make ([a-z][a-z-]*)")
HEADINGS = ("## Context", "## Decision", "## Consequences")
MOST_LINES_OF_A_DECISION = 50


def dangling(text: str, folder: Path) -> Iterator[str]:
    """Links and paths in a text that lead nowhere; a link is read from its folder, a path from the root."""
    for link in LINK.findall(text):
        target, _, anchor = link.partition("#")
        if re.match(r"[a-z]+:", link):
            continue
        there = folder / target if target else None
        if there and not there.exists():
            yield f"link {link}"
        elif (
            anchor
            and there
            and there.suffix == ".md"
            and anchor not in anchors(there.read_text(encoding="utf-8"))
            or anchor
            and not there
            and anchor not in anchors(text)
        ):
            yield f"anchor {link}"
    for path in PATH.findall(text):
        if not (ROOT / path).exists() and not (ROOT / "templates" / path).exists() and not path.startswith("var/"):
            yield f"path {path}"


def anchors(text: str) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading).strip().lower().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize(
    "path", [path for path in DOCS if path.exists()], ids=lambda path: path.relative_to(ROOT).as_posix()
)
def test_what_a_document_names_exists(path: Path) -> None:
    assert [*dangling(path.read_text(encoding="utf-8"), path.parent)] == []


def test_every_make_target_that_is_named_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z][a-z-]*):", makefile, re.MULTILINE))
    named = {name for path in DOCS if path.exists() for name in TARGET.findall(path.read_text(encoding="utf-8"))}
    assert named - targets == set()


def lacks(record: str) -> list[str]:
    """What a decision record should have and has not."""
    missing = [heading for heading in HEADINGS if heading not in record]
    if not re.search(r"^Status: (accepted|replaced by \d{4})", record, re.MULTILINE):
        missing.append("Status: accepted")
    if record.count("\n") > MOST_LINES_OF_A_DECISION:
        missing.append("shortness")
    return missing


def test_decisions_are_numbered_once_and_complete() -> None:
    records = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    numbers = [path.name[:4] for path in records]
    assert numbers == [f"{number:04}" for number in range(1, len(records) + 1)]
    assert {path.name: lacks(path.read_text(encoding="utf-8")) for path in records} == {
        path.name: [] for path in records
    }


# Operations -------------------------------------------------------------------------------------


def read_from_environment() -> set[str]:
    """Names that production and the web server read from the environment."""
    production = (ROOT / "portal" / "settings" / "production.py").read_text(encoding="utf-8")
    gunicorn = (ROOT / "gunicorn.conf.py").read_text(encoding="utf-8")
    return {
        *re.findall(r"\benv(?:\.\w+)?\(\s*\"([A-Z_]+)\"", production),
        *re.findall(r"environ(?:\.get\(|\[)\"([A-Z_]+)\"", gunicorn),
    }


def unexplained_names(text: str) -> set[str]:
    return read_from_environment() - set(explained_names(text))


def explained_names(text: str) -> list[str]:
    """Names at the head of a row, in whichever table: one row may explain several."""
    heads = re.findall(r"^\| (`[A-Z_]+`(?:, `[A-Z_]+`)*) \|", text, re.MULTILINE)
    return [name for head in heads for name in re.findall(r"[A-Z_]+", head)]


def test_operations_explains_every_name_that_is_read_from_the_environment() -> None:
    assert {"SECRET_KEY", "DATABASE_URL", "FIELD_KEYS", "PORT"} <= read_from_environment()
    text = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    assert unexplained_names(text) == set()
    assert unexplained_names(text.replace("`FIELD_KEYS`", "")) == {"FIELD_KEYS"}


def test_operations_explains_each_name_once_and_each_row_stands_in_a_table() -> None:
    text = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    assert sorted(explained_names(text)) == sorted({*explained_names(text)})
    assert rows_without_a_table(text) == []
    assert rows_without_a_table("| a |\n|---|\n| b |\n\n| c |\nwords") == ["| c |"]


def rows_without_a_table(text: str) -> list[str]:
    """A row below ordinary words is shown as words, bars and all."""
    tables = re.findall(r"(?:^\|.*\n?)+", text, re.MULTILINE)
    return [table.splitlines()[0] for table in tables if not re.match(r"^\|.*\n\|[-|]+\n", table)]


def test_every_command_that_is_named_exists() -> None:
    text = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`manage\.py (\w+)", text))
    assert named and named - set(get_commands()) == set()


# The glossary -------------------------------------------------------------------------------------


def unexplained_models(glossary: str) -> list[str]:
    """Models whose name stands nowhere in the glossary as `Name`."""
    own = [model.__name__ for app in FLOORS for model in apps.get_app_config(app).get_models()]
    return sorted(name for name in own if f"`{name}`" not in glossary)


def words_of_addresses() -> set[str]:
    """The words of our own Dutch addresses, without what third parties bring or lay under their own."""
    found = set()
    for pattern in get_resolver().url_patterns:
        for route, view in _routes(pattern):
            ours = getattr(view, "__module__", "").split(".")[0] in FLOORS
            if ours and not re.match(r"(en|account|cms|documents|media|_util|\^)\b", route):
                found |= {part for part in re.sub(r"<[^>]*>", "", route).split("/") if re.match(r"^[a-z-]+$", part)}
    return found


def _routes(pattern, prefix: str = "") -> Iterator[tuple[str, object]]:
    route = prefix + str(pattern.pattern)
    if hasattr(pattern, "url_patterns"):
        for inner in pattern.url_patterns:
            yield from _routes(inner, route)
    else:
        yield route, pattern.callback


def test_the_glossary_explains_every_model_and_address() -> None:
    words, addresses = ((ROOT / "docs" / name).read_text(encoding="utf-8") for name in ("words.md", "addresses.md"))
    assert unexplained_models(words) == []
    explained = set(re.findall(r"[a-z-]+", (words + addresses).lower()))
    assert words_of_addresses() - explained == set()


# The rules can fail -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "[floors](docs/nowhere.md)",
        "see `people/nowhere.py`",
        "[words](#nothing)",
        "[words](docs/words.md#no-such-heading)",
    ],
)
def test_the_rule_sees_a_link_that_leads_nowhere(text: str) -> None:
    assert len([*dangling(text, ROOT)]) == 1


def test_the_rule_lets_true_links_alone() -> None:
    text = "# To start\n[models](people/models/user.py) [site](https://example.org/x) [up](#to-start)"
    text += "`portal/urls.py`"
    assert [*dangling(text, ROOT)] == []


def test_the_rule_sees_an_unfinished_record() -> None:
    assert lacks("# 1\n\nStatus: accepted\n\n## Context\n## Decision\n") == ["## Consequences"]
    assert "shortness" in lacks("Status: accepted\n## Context\n## Decision\n## Consequences\n" + "\n" * 60)


def test_the_rule_sees_a_word_that_is_not_explained() -> None:
    assert "User" in unexplained_models("nothing") and "User" not in unexplained_models("`User`")
    assert words("SafeguardingContact") == ["safeguarding", "contact"]
