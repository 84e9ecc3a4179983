"""Counting without a person: one more, in the database, in a row that is made at the first."""

import pytest

from home.models import CampaignCount
from lifecycle.counting import add_one, add_where_known

pytestmark = pytest.mark.django_db


def rows() -> list[tuple[str, int, int]]:
    return [*CampaignCount.objects.order_by("source").values_list("source", "visits", "sign_ups")]


def test_the_first_makes_the_row_and_each_adds_one_to_its_own_counter():
    for source in ("buurt", "markt", "buurt"):
        add_one(CampaignCount, "visits", source=source)
    add_one(CampaignCount, "sign_ups", source="buurt")
    assert rows() == [("buurt", 2, 1), ("markt", 1, 0)]


def test_where_nothing_is_known_nothing_is_made():
    assert not add_where_known(CampaignCount, "visits", source="verzonnen")
    assert rows() == []
    add_one(CampaignCount, "visits", source="buurt")
    assert add_where_known(CampaignCount, "visits", source="buurt")
    assert rows() == [("buurt", 2, 0)]


def test_of_two_that_make_the_row_at_once_both_are_counted(monkeypatch):
    """Between looking and making, another makes the row."""
    make = type(CampaignCount.objects).bulk_create

    def make_later(manager, made, **how):
        CampaignCount.objects.get_or_create(source="buurt", defaults={"visits": 1})
        return make(manager, made, **how)

    monkeypatch.setattr(type(CampaignCount._default_manager), "bulk_create", make_later)
    add_one(CampaignCount, "visits", source="buurt")
    assert rows() == [("buurt", 2, 0)]
