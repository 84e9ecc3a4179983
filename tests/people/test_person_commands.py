"""purge_expired, export_person and erase_person: one line of JSON, and the exit codes of CONTRACTS."""

import json
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from lifecycle.errors import Refused
from people import privacy
from people.models import Letter, User
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


def run(*command: str) -> dict:
    out = StringIO()
    call_command(*command, stdout=out)
    (line,) = out.getvalue().splitlines()
    return json.loads(line)


@pytest.mark.parametrize("spelling", ["Yara@example.org", " yara@EXAMPLE.org"])
def test_an_export_is_written_for_its_reader_alone(tmp_path: Path, spelling: str) -> None:
    user = UserFactory(email="yara@example.org", name="Yara")
    folder = tmp_path / "with space" / "yara"
    told = run("export_person", spelling, "--output", str(folder))
    assert told == {"exported": str(user.key), "files": [str(folder / "person.json"), str(folder / "person.html")]}
    assert json.loads((folder / "person.json").read_text())["people"]["account"]["name"] == "Yara"
    assert "Yara" in (folder / "person.html").read_text()
    assert {oct(path.stat().st_mode & 0o777) for path in folder.iterdir()} == {"0o600"}
    assert folder.stat().st_mode & 0o077 == 0


def test_an_export_to_a_place_that_cannot_be_written_changes_nothing(tmp_path: Path) -> None:
    UserFactory(email="yara@example.org")
    (tmp_path / "file").write_text("")
    with pytest.raises(CommandError) as refused:
        run("export_person", "yara@example.org", "--output", str(tmp_path / "file"))
    assert refused.value.returncode == 2


def test_an_erased_person_is_gone() -> None:
    user = UserFactory(email="yara@example.org")
    assert run("erase_person", "yara@example.org") == {"erased": str(user.key)}
    assert not User.objects.exists()


@pytest.mark.parametrize("command", [["erase_person"], ["export_person", "--output", "nowhere"]])
def test_an_unknown_address_is_bad_input_and_is_not_repeated(command: list[str]) -> None:
    UserFactory()
    with pytest.raises(CommandError) as refused:
        run(*command, "nobody@example.org")
    assert refused.value.returncode == 2 and "nobody" not in str(refused.value)
    assert User.objects.count() == 1 and not Path("nowhere").exists()


def test_a_rule_of_an_app_can_refuse_with_a_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    UserFactory(email="yara@example.org")

    def refuse(user: User) -> None:
        raise Refused("eerst een andere organisator")

    monkeypatch.setattr(privacy, "erase", refuse)
    with pytest.raises(CommandError, match="eerst een andere organisator") as refused:
        run("erase_person", "yara@example.org")
    assert refused.value.returncode == 3


def test_a_purge_tells_what_went_and_its_dry_run_tells_the_same() -> None:
    old = timezone.now() - timedelta(days=400)
    Letter.objects.create(key="old", recipient=UserFactory(), message="m", done_at=old)
    dry, real = run("purge_expired", "--dry-run"), run("purge_expired")
    assert dry["dry_run"] is True and real["dry_run"] is False
    assert dry["purged"] == real["purged"] and real["purged"]["letter"] == 1
    assert not Letter.objects.exists()
