"""Two sheets with the same people, taken in by two workers in the same moment: each is in once, and asked once."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from people.models import Letter
from programmes.importing import running
from programmes.models import Edition, Imported, ImportRun
from tests.factories.programmes import OpenEditionFactory
from tests.proofs.imports import handed_in, rows_of

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

PEOPLE = 24
NOBODY_WORKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}


def test_the_same_people_by_two_sheets_at_once(settings) -> None:
    settings.TASKS = NOBODY_WORKS  # otherwise each sheet is in as soon as it is started
    edition = OpenEditionFactory(town="")
    rows = rows_of(PEOPLE, mended=True)[0]
    runs = [handed_in(edition, rows), handed_in(edition, rows[::-1])]
    start = Barrier(len(runs))

    def take(run: ImportRun) -> None:
        mine = ImportRun.objects.started().select_related("edition__programme").claim(run.pk, seconds=300)
        assert mine
        start.wait(60)
        running.take_in(mine)
        connection.close()

    with ThreadPoolExecutor(len(runs)) as pool:
        list(pool.map(take, runs))
    assert Imported.objects.count() == Letter.objects.count() == PEOPLE
    assert Edition.objects.count() == PEOPLE + 1, "each place is made once"
    ends = ImportRun.objects.values_list("rows_new", "rows_known")
    assert sum(new for new, _known in ends) == PEOPLE and all(new + known == PEOPLE for new, known in ends)
