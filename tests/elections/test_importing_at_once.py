"""Two who read the same files at once: each is read once, and the lists are whole."""

import threading
from importlib import import_module
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection

from elections import reference
from elections.importing import Report, import_paths
from elections.models import BodyElection, ElectionFile, ListEntry
from portal.demo.elections.making import candidate_lists, result, seated
from tests.factories.elections import candidate, head, party_list

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

LISTS = (party_list(1, *(candidate(number, f"Proef{number}") for number in range(1, 31))),)
AT_ONCE = 4


def test_many_who_read_the_same_files_read_each_once(tmp_path: Path) -> None:
    # What migrations laid is gone where a test with transactions of its own went before.
    import_module("elections.migrations.0002_lay_the_election_calendar").lay_calendar(apps, None)
    reference.load()
    (tmp_path / "a.xml").write_bytes(candidate_lists(head(), LISTS))
    (tmp_path / "b.xml").write_bytes(result(head(), seated(LISTS, {1: [3, 7]})))
    reports: list[Report] = []
    start = threading.Barrier(AT_ONCE)

    def read() -> None:
        try:
            start.wait(30)
            reports.append(import_paths([tmp_path]))
        finally:
            connection.close()

    threads = [threading.Thread(target=read) for _number in range(AT_ONCE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert [report.refused for report in reports] == [[]] * AT_ONCE
    assert sum(report.imported for report in reports) == 2
    assert sum(report.unchanged for report in reports) == 2 * AT_ONCE - 2
    assert (BodyElection.objects.count(), ElectionFile.objects.count(), ListEntry.objects.count()) == (1, 2, 30)
    assert ListEntry.objects.filter(elected=True).count() == 2
