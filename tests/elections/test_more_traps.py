"""What people make to break things, beside what tests/elections/test_taking_in.py holds."""

import io
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from elections.eml import Refused, read
from elections.importing import import_paths
from elections.importing.sources import MOST_MEMBERS
from portal.demo.elections.making import candidate_lists
from tests.factories.elections import candidate, head, party_list

FILE = candidate_lists(head(), (party_list(1, candidate(1)),))


def test_names_that_go_on_for_ever_are_refused_before_they_fill_the_memory() -> None:
    """Each of forty in each other would be kept with all those above it."""
    name = b"a" * 400_000
    nested = b'<EML xmlns="urn:oasis:names:tc:evs:schema:eml" Id="230b">' + b"".join(
        b"<%s%02d>" % (name, number) for number in range(30)
    )
    tracemalloc.start()
    with pytest.raises(Refused):
        read(nested)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 60 * 2**20


@pytest.mark.django_db
@pytest.mark.usefixtures("bodies")
@pytest.mark.parametrize("moment", ["0001-01-01T00:00:00", "9999-12-31T23:59:59", "0001-01-01T00:00:00+14:00"])
def test_a_file_made_at_no_possible_moment_stops_nothing(tmp_path: Path, moment: str) -> None:
    start, end = FILE.index(b"<kr:CreationDateTime>") + 21, FILE.index(b"</kr:CreationDateTime>")
    (tmp_path / "vroeg.xml").write_bytes(FILE[:start] + moment.encode() + FILE[end:])
    report = import_paths([tmp_path / "vroeg.xml"])
    assert report.imported + len(report.refused) == 1


@pytest.mark.django_db
def test_a_directory_of_millions_is_refused_unread(tmp_path: Path) -> None:
    """Of a zip with so many members already the list of their names fills the memory."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        for number in range(MOST_MEMBERS * 3):
            file.writestr(f"{number}.xml", b"")
    (tmp_path / "veel.zip").write_bytes(packed.getvalue())
    tracemalloc.start()
    report = import_paths([tmp_path / "veel.zip"])
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [one.reason for one in report.refused] == ["Het zipbestand bevat te veel bestanden."]
    assert peak < 10 * 2**20
