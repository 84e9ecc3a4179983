"""What is built is built again when its sources change, and only then."""

import signal
import socket
import subprocess
import sys
import time

import pytest

from scripts import frontend, migrations, prepare, serve, stamps, steps
from scripts.places import ROOT


@pytest.fixture
def source(tmp_path, monkeypatch):
    monkeypatch.setattr(stamps, "ROOT", tmp_path)
    file = tmp_path / "in" / "a.css"
    file.parent.mkdir()
    file.write_text("a")
    return file


def stamp(source, **more):
    return stamps.Stamp("styles", [source.parent], folder=source.parent.parent / "stamps", **more)


def test_a_step_is_fresh_until_a_source_changes(source):
    assert not stamp(source).fresh()
    stamp(source).keep()
    assert stamp(source).fresh()
    source.write_text("b")
    assert not stamp(source).fresh()


def test_a_step_is_done_again_when_its_output_has_gone(source, tmp_path):
    out = tmp_path / "out.css"
    out.write_text("built")
    stamp(source, outputs=[out]).keep()
    assert stamp(source, outputs=[out]).fresh()
    out.unlink()
    assert not stamp(source, outputs=[out]).fresh()


def test_a_renamed_or_added_source_counts_as_changed(source):
    before = stamp(source).digest
    (source.parent / "b.css").write_text("")
    assert stamp(source).digest != before


def test_another_port_is_told_to_the_database(monkeypatch):
    monkeypatch.setattr(prepare, "FLOORS", [])
    monkeypatch.setattr(prepare, "database_mark", lambda: "the same")
    monkeypatch.delenv("SITE_ADDRESS", raising=False)
    digests = []
    for port in ("", "8000", "8866"):
        monkeypatch.setenv("PORT", port)
        digests.append(prepare.database_stamp().digest)
    assert digests[0] == digests[1] != digests[2]
    monkeypatch.setenv("SITE_ADDRESS", "https://opdelijst.example.org")
    assert prepare.database_stamp().digest not in digests


def test_pruning_keeps_tokens_that_are_used_through_others_and_all_selectors(tmp_path):
    theme, styles, out = tmp_path / "theme.css", tmp_path / "own.css", tmp_path / "out.css"
    theme.write_text(
        ".theme {\n  --far: red;\n  --near: var(--far);\n  --unused: blue;\n}\n.x:not(:focus) { top: 0 }\n"
    )
    styles.write_text("a { color: var(--near, var(--elsewhere)) }")
    frontend.prune_theme(theme, out, used_by=[styles])
    kept = out.read_text()
    assert "--near" in kept and "--far" in kept and ".x:not(:focus)" in kept
    assert "--unused" not in kept


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("migrations.RemoveField('a', 'b')", 1),
        ("migrations.RunSQL('drop table a')", 1),
        ("# reviewed: the column was never filled\nmigrations.RemoveField('a', 'b')", 0),
        ("migrations.RemoveField('a', 'b')  # reviewed: the column was never filled", 0),
        ("# reviewed:\nmigrations.DeleteModel('a')", 1),
        ("# reviewed: this one\nmigrations.DeleteModel('a')\nx = 1\nmigrations.DeleteModel('b')", 1),
        ("migrations.AddField('a', 'b')", 0),
    ],
)
def test_a_dangerous_migration_needs_a_signed_reason(tmp_path, monkeypatch, text, faults):
    monkeypatch.setattr(migrations, "ROOT", tmp_path)
    (tmp_path / "0002_x.py").write_text(text)
    assert len(migrations.unsigned(tmp_path / "0002_x.py")) == faults


def test_a_taken_port_is_one_line_and_exit_code_1(capsys):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(SystemExit) as ended:
            serve.refuse_taken(port)
    assert ended.value.code == 1
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 1 and str(port) in lines[0]


@pytest.mark.parametrize("asked", ["0", "65536", "80a", "-1", "٣"])
def test_a_port_that_is_no_port_is_refused(monkeypatch, capsys, asked):
    monkeypatch.setenv("PORT", asked)
    with pytest.raises(SystemExit):
        serve.asked_port()
    assert asked in capsys.readouterr().out


def test_a_failing_step_names_itself_and_shows_its_output(capsys):
    with pytest.raises(SystemExit) as ended:
        steps.run("painting", [sys.executable, "-c", "print('no paint'); raise SystemExit(7)"], seconds=20)
    said = capsys.readouterr().out
    assert ended.value.code == 1 and "no paint" in said and "painting: exit code 7" in said


def test_a_step_without_an_end_is_ended(capsys):
    with pytest.raises(SystemExit):
        steps.run("sleeping", [sys.executable, "-c", "import time; time.sleep(60)"], seconds=1)
    assert "sleeping: no end after 1 s" in capsys.readouterr().out


def test_a_network_step_is_tried_again(tmp_path, monkeypatch):
    monkeypatch.setattr(steps.time, "sleep", lambda seconds: None)
    first_fails = (
        f"import pathlib; p = pathlib.Path({str(tmp_path / 'tried')!r}); known = p.exists(); p.touch(); exit(not known)"
    )
    steps.run("fetching", [sys.executable, "-c", first_fails], seconds=20, tries=2)


def test_what_serve_starts_ends_with_it():
    code = (
        "from scripts import serve; import subprocess, sys, time;"
        "child = subprocess.Popen(['sleep', '60'], preexec_fn=serve.end_with_parent);"
        "print(child.pid, flush=True); time.sleep(60)"
    )
    parent = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, cwd=ROOT)
    child = int(parent.stdout.readline())
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    until = time.monotonic() + 10
    while time.monotonic() < until and not ended(child):
        time.sleep(0.05)
    assert ended(child)


def ended(pid: int) -> bool:
    """Gone, or only waiting for whoever adopted it to notice."""
    try:
        with open(f"/proc/{pid}/stat") as stat:
            return stat.read().rpartition(")")[2].split()[0] == "Z"
    except (FileNotFoundError, ProcessLookupError):
        return True
