"""`make samples` says what it missed, and ends with a one when something is short."""

from pathlib import Path

import pytest

from scripts import samples


def test_without_the_files_it_says_so_and_is_content(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert samples.main(tmp_path / "samples") == 0
    assert "is not there" in capsys.readouterr().out


def test_a_line_that_is_short_makes_the_end_a_one(tmp_path: Path, monkeypatch, capsys) -> None:
    monkeypatch.setattr(samples, "lay_database", lambda place: None)
    for lines, code in ((["a (target 1) ok"], 0), (["a (target 1) ok", "b (target 2) short"], 1)):
        monkeypatch.setattr(samples, "results", lambda folder, lines=lines: iter(lines))
        assert samples.main(tmp_path) == code
    assert "b (target 2) short" in capsys.readouterr().out


@pytest.mark.django_db
def test_a_body_that_was_not_read_is_short() -> None:
    assert (
        samples.west() == "West Maas en Waal: 0 candidates, 0 elected, each joined to one entry (target 251, 17) short"
    )
