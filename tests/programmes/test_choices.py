"""The fixed answers of a programme are those of the elections: said twice, and held together here."""

import pytest

from elections import reference
from elections.models import Body, Kind
from programmes.choices import Office, Province


def test_the_offices_are_the_bodies_and_their_executives():
    assert Office.choices == [*Kind.choices, (Office.EXECUTIVE.value, Office.EXECUTIVE.label)]


@pytest.mark.django_db
def test_the_provinces_are_those_of_the_official_list():
    reference.load()
    official = Body.objects.filter(kind=Kind.PROVINCE).values_list("name", flat=True)
    assert sorted(Province.values) == sorted(official)
    assert Province.labels == Province.values
