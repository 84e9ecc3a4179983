"""Signs of life, and whose turn it is."""

from datetime import timedelta

import pytest
from django.utils import timezone

from lifecycle.models import Heartbeat

pytestmark = pytest.mark.django_db
NOW = timezone.now()
DAY = timedelta(days=1)


def test_the_last_beat_counts() -> None:
    assert Heartbeat.age("worker", NOW) is None
    Heartbeat.beat("worker", NOW - timedelta(seconds=30))
    Heartbeat.beat("worker", NOW - timedelta(seconds=20))
    assert Heartbeat.age("worker", NOW) == timedelta(seconds=20)
    assert Heartbeat.objects.count() == 1


def test_a_beat_is_one_statement(django_assert_num_queries) -> None:
    with django_assert_num_queries(1):
        Heartbeat.beat("worker")


def test_only_one_has_the_turn_and_the_next_comes_a_day_later() -> None:
    assert Heartbeat.turn("purge", DAY, NOW)
    assert not Heartbeat.turn("purge", DAY, NOW)
    assert not Heartbeat.turn("purge", DAY, NOW + DAY - timedelta(seconds=1))
    assert Heartbeat.turn("purge", DAY, NOW + DAY)
    assert not Heartbeat.turn("purge", DAY, NOW + DAY)
