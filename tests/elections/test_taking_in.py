"""What is handed in: folders, zips, zips in zips, and what people make to break things."""

import io
import json
import zipfile
from pathlib import Path

import pytest
from django.core.management import call_command

from elections.importing import Report, import_paths
from elections.importing.sources import DEEPEST_ZIP
from elections.models import ListEntry
from portal.demo.elections.making import candidate_lists, result, seated
from tests.factories.elections import candidate, head, party_list

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("bodies")]

LISTS = (party_list(1, candidate(1), candidate(2, "Wit")),)
FILE = candidate_lists(head(), LISTS)
RESULT = result(head(), seated(LISTS, {1: [2]}))
DAMAGED, TOO_LARGE = "Het zipbestand is beschadigd.", "Uitgepakt is het bestand te groot."


def zipped(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as file:
        for name, data in members.items():
            file.writestr(name, data)
    return packed.getvalue()


@pytest.fixture
def take(tmp_path: Path):
    def imported(data: bytes, name: str = "buiten.zip") -> Report:
        (tmp_path / name).write_bytes(data)
        return import_paths([tmp_path / name])

    return imported


def reasons(report: Report) -> dict[str, str]:
    return {one.file: one.reason for one in report.refused}


# Where files lie ------------------------------------------------------------------------------------------


def test_a_folder_is_read_to_the_bottom_and_the_rest_of_it_left_alone(tmp_path: Path) -> None:
    deep = tmp_path / "11 Noord-Brabant" / "deel 1"
    deep.mkdir(parents=True)
    (deep / "Kandidatenlijsten.EML.XML").write_bytes(FILE)
    (deep / "_ontbreekt.txt").write_text("x")
    (tmp_path / "namen.csv").write_text("x")
    (tmp_path / "r.zip").write_bytes(zipped({"Resultaat.eml.xml": RESULT}))
    report = import_paths([tmp_path])
    assert (report.files, report.imported, report.refused) == (2, 2, [])
    assert ListEntry.objects.get(elected=True).last_name == "Wit"


def test_zips_in_zips_are_read_and_the_result_before_its_lists(take) -> None:
    inner = zipped({"map/Kandidatenlijsten.eml.xml": FILE, "map/_lees.txt": b"x", "__MACOSX/._x.xml": b"x"})
    report = take(zipped({"a/Resultaat.eml.xml": RESULT, "b/deel 1.zip": inner}))
    assert (report.files, report.imported) == (2, 2)
    assert ListEntry.objects.get(elected=True).last_name == "Wit"


def test_a_zip_by_any_name_is_known_by_its_first_bytes(take) -> None:
    assert take(zipped({"a.xml": FILE}), name="download").imported == 1


def test_names_that_are_no_text_are_no_fault(tmp_path: Path) -> None:
    import os

    folder = os.fsencode(tmp_path) + b"/Frysl\xe2n"
    os.mkdir(folder)
    Path(os.fsdecode(folder + b"/a.xml")).write_bytes(b"<EML")
    report = import_paths([tmp_path])
    assert json.dumps(report.as_json()).isprintable()
    assert len(report.refused) == 1


# What is refused ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["../buiten.xml", "/etc/buiten.xml", "a/../../buiten.xml", "..\\buiten.xml", "C:\\b.xml"]
)
def test_a_name_that_points_outside_is_refused_and_the_rest_read(take, tmp_path: Path, name: str) -> None:
    report = take(zipped({name: FILE, "goed.xml": RESULT}))
    assert (report.imported, len(report.refused)) == (1, 1)
    assert "buiten het zipbestand" in report.refused[0].reason
    assert [path.name for path in tmp_path.rglob("*")] == ["buiten.zip"]


def test_a_zip_with_a_password_is_refused(take) -> None:
    data = bytearray(zipped({"a.xml": FILE}))
    data[6] |= 1  # in the member's own head
    data[data.index(b"PK\x01\x02") + 8] |= 1  # and in the index
    assert "wachtwoord" in reasons(take(bytes(data)))["buiten.zip/a.xml"]


@pytest.mark.parametrize("cut", [0, 4, 30, -30, -5])
def test_a_damaged_zip_is_refused(take, cut: int) -> None:
    whole = zipped({"a.xml": FILE})
    report = take(whole[:cut] if cut else b"PK\x03\x04" + b"niets")
    assert [*reasons(report).values()] == [DAMAGED] or "niet" in reasons(report)["buiten.zip"]
    assert report.imported == 0


def test_a_member_that_is_damaged_is_refused_alone(take) -> None:
    data = bytearray(zipped({"a.xml": FILE, "b.xml": RESULT}, zipfile.ZIP_STORED))
    data[data.index(b"Fenna")] ^= 0xFF
    report = take(bytes(data))
    assert (report.imported, reasons(report)) == (1, {"buiten.zip/a.xml": DAMAGED})


def test_a_bomb_does_not_go_off(take) -> None:
    bomb = FILE.replace(b"<TransactionId>", b" " * 30_000_000 + b"<TransactionId>")
    report = take(zipped({"bom.xml": bomb, "goed.xml": FILE}))
    assert (report.imported, reasons(report)) == (1, {"buiten.zip/bom.xml": TOO_LARGE})


def test_a_bomb_in_a_zip_in_a_zip_does_not_go_off(take) -> None:
    bomb = zipped({"nullen.zip": zipped({"nullen.xml": b"\0" * 30_000_000})})
    report = take(zipped({"a.zip": bomb}))
    assert report.imported == 0 and len(report.refused) == 1


def test_all_of_a_run_together_has_a_bound(take, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("elections.importing.sources.MOST_UNPACKED", 3 * len(FILE))
    other = candidate_lists(head(identifier="GR2030_Borne", domain="0147"), LISTS)
    report = take(zipped({"a.xml": FILE, "b.xml": other, "c.xml": RESULT}))
    assert {*reasons(report).values()} == {TOO_LARGE}


def test_too_many_members_are_not_looked_at(take, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("elections.importing.sources.MOST_MEMBERS", 3)
    report = take(zipped({f"{number}.txt": b"x" for number in range(5)} | {"z.xml": FILE}))
    assert "te veel" in reasons(report)["buiten.zip"]


def test_zips_do_not_go_on_for_ever(take) -> None:
    data = zipped({"a.xml": FILE})
    for _depth in range(DEEPEST_ZIP - 1):
        data = zipped({"dieper.zip": data})
    assert take(data).imported == 1
    assert [*reasons(take(zipped({"dieper.zip": data}))).values()] == ["Er zitten te veel zipbestanden in elkaar."]


def test_a_zip_that_holds_itself_ends(take) -> None:
    data = zipped({"a.zip": b"PK\x03\x04"})
    assert reasons(take(data)) == {"buiten.zip/a.zip": DAMAGED}


# The command ----------------------------------------------------------------------------------------------


def command(*paths: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str], str]:
    code = 0
    try:
        call_command("import_eml", *map(str, paths))
    except SystemExit as ended:
        code = int(str(ended.code))
    told = capsys.readouterr()
    return code, told.out.splitlines(), told.err


def test_the_last_line_tells_what_became_of_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.xml").write_bytes(FILE)
    (tmp_path / "b.xml").write_bytes(RESULT)
    (tmp_path / "c.xml").write_bytes(FILE.replace(b'Id="230b"', b'Id="510b"'))
    code, out, err = command(tmp_path, capsys=capsys)
    told = json.loads(out[-1])
    assert told.pop("seconds") >= 0
    assert (code, len(out)) == (0, 1)
    assert told == {
        "files": 3,
        "imported": 2,
        "unchanged": 0,
        "skipped": 1,
        "refused": [],
        "candidates": 2,
        "elected": 1,
    }
    assert "a.xml" in err and "Proefvlier" not in err
    assert json.loads(command(tmp_path, capsys=capsys)[1][-1])["unchanged"] == 2


def test_a_refusal_is_named_and_makes_the_end_a_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.xml").write_bytes(FILE)
    (tmp_path / "b.xml").write_bytes(b"<html/>")
    code, out, err = command(tmp_path / "a.xml", tmp_path / "b.xml", capsys=capsys)
    told = json.loads(out[-1])
    assert (code, told["imported"]) == (1, 1)
    assert told["refused"] == [{"file": "b.xml", "reason": "Dit is geen EML-bestand van de Kiesraad."}]
    assert "Traceback" not in err


def test_nothing_to_read_is_bad_input(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.xml").write_bytes(FILE)
    for paths in ([tmp_path / "a.xml", tmp_path / "weg.xml"], [tmp_path / "leeg"]):
        (tmp_path / "leeg").mkdir(exist_ok=True)
        code, out, err = command(*paths, capsys=capsys)
        assert (code, out, err.count("\n")) == (2, [], 1)
    assert not ListEntry.objects.exists()
