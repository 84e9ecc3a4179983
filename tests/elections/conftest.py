"""Bodies as the reference lists give them, and official files to take in."""

from pathlib import Path

import pytest

from elections import reference
from elections.importing import Report, import_paths


@pytest.fixture
def bodies(db):
    return reference.load()


@pytest.fixture
def take(tmp_path: Path):
    """Import these bytes as files of one run, in the order of their names."""
    runs = iter(range(1000))

    def imported(*files: bytes) -> Report:
        folder = tmp_path / str(next(runs))
        folder.mkdir()
        for number, data in enumerate(files):
            (folder / f"{number}.eml.xml").write_bytes(data)
        return import_paths([folder])

    return imported
