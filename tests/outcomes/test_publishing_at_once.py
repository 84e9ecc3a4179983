"""Several who collect and publish at once: one release, each person once."""

import threading
from datetime import date, timedelta

import pytest
from django.db import connection
from django.utils import timezone

from outcomes.actions import publish
from outcomes.collecting import collect
from outcomes.models import CountedCell, FunnelFact, FunnelPerson, PublishedCell, Release
from tests.factories.programmes import OpenEditionFactory, SentApplicationFactory

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
AT_ONCE = 4
NOVEMBER = date(2026, 11, 1)


def test_who_collect_and_publish_at_once_make_one_release_of_each_person_once():
    edition = OpenEditionFactory()
    long_ago = timezone.now() - timedelta(days=400)
    for _number in range(35):
        SentApplicationFactory(edition=edition, begun_at=long_ago, submitted_at=long_ago)
    new: list[bool] = []
    start = threading.Barrier(AT_ONCE)

    def work() -> None:
        try:
            start.wait(30)
            collect()
            new.append(publish(NOVEMBER)[1])
        finally:
            connection.close()

    threads = [threading.Thread(target=work) for _number in range(AT_ONCE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(new) == [False, False, False, True]
    assert (Release.objects.count(), PublishedCell.objects.count()) == (1, 7)
    assert (FunnelPerson.objects.count(), FunnelFact.objects.count(), CountedCell.objects.count()) == (35, 70, 35)
