"""`make samples`: reads the real election files that may lie beside the project, in a database of a moment.

    .venv/bin/python -m scripts.samples [FOLDER]

Counts only: no name from these files is printed, kept or put into the project.
"""

import csv
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from scripts.places import ROOT

SAMPLES = ROOT.parent / "shared" / "eml" / "samples"
GROUPS = ("real", "synthetic", "national_small", "negative")
WEST, CANDIDATES, ELECTED = "GR2022_WestMaasenWaal", 251, 17


def main(folder: Path) -> int:
    if not folder.is_dir():
        print(f"samples: {folder.name} is not there; put the files in ../shared/eml/samples")
        return 0
    with tempfile.TemporaryDirectory() as place:
        lay_database(Path(place))
        lines = [*results(folder)]
    for line in lines:
        print(line)
    return 1 if any(line.endswith(" short") for line in lines) else 0


def lay_database(place: Path) -> None:
    os.environ["DATABASE_URL"] = f"sqlite:///{place / 'samples.sqlite3'}"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.demo")
    import django

    django.setup()
    from django.core.management import call_command

    from elections import reference

    call_command("migrate", verbosity=0)
    reference.load()


def results(folder: Path) -> Iterator[str]:
    from elections.importing import import_paths

    for group in GROUPS:
        there = folder / group
        files = len([*there.rglob("*.xml")])
        report = import_paths([there])
        read = (
            f"{group}: {report.files} files, {report.imported} read, {report.skipped} of another kind,"
            f" {len(report.refused)} refused, {report.candidates} candidates, {report.elected} elected"
        )
        refused = files if group == "negative" else 0
        yield verdict(read, f"{refused} refused", report.files == files and len(report.refused) == refused)
        again = import_paths([there])
        yield verdict(f"{group}, once more: {again.unchanged} unchanged", report.imported, again.imported == 0)
    yield west()
    yield answers(folder / "national_small" / "candidates.csv")


def west() -> str:
    """The one body of which both lists and result lie there."""
    from elections.models import ElectedCandidate, ListEntry

    entries = ListEntry.objects.filter(candidate_list__body_election__identifier=WEST)
    elected = ElectedCandidate.objects.filter(body_election__identifier=WEST)
    joined = elected.filter(joined=ElectedCandidate.Joined.ONE).count()
    counts = (entries.count(), elected.count(), joined, entries.filter(elected=True).count())
    each = "each joined to one entry" if joined == elected.count() == counts[3] else f"{joined} joined to an entry"
    said = f"West Maas en Waal: {counts[0]} candidates, {counts[1]} elected, {each}"
    return verdict(said, f"{CANDIDATES}, {ELECTED}", counts == (CANDIDATES, ELECTED, ELECTED, ELECTED))


def answers(key: Path) -> str:
    """The invented election comes with the truth: who stands where, and who was elected."""
    if not key.exists():
        return verdict("national_small: no answers", key.name, False)
    with key.open(encoding="utf-8", newline="") as file:
        true = {
            (row["eid"], int(row["list"]), int(row["no"])): (row["last"], row["elected"] == "yes")
            for row in csv.DictReader(file)
        }
    from elections.models import ListEntry

    place = ("candidate_list__body_election__identifier", "candidate_list__number", "number")
    ours = {
        tuple(row[:3]): row[3:]
        for row in ListEntry.objects.filter(candidate_list__body_election__election__identifier="GR2030").values_list(
            *place, "last_name", "elected"
        )
    }
    wrong = sum(ours.get(at) != said for at, said in true.items())
    return verdict(f"national_small: {len(true)} candidates, {wrong} not as they are", 0, wrong == 0 and len(true) > 0)


def verdict(said: str, target: object, is_met: bool) -> str:
    return f"{said} (target {target}) {'ok' if is_met else 'short'}"


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLES))
