"""That someone's data was seen is noted once a day, and never by whom."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from django.db import close_old_connections, connection

from people.models import PersonSeen
from people.seen import Role, What, note_view
from tests.factories.people import OrganisationFactory, UserFactory

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 29)


@pytest.mark.parametrize("organisation", [True, False])
def test_several_looks_on_one_day_are_one_line(organisation: bool) -> None:
    person, carrier = UserFactory(), OrganisationFactory() if organisation else None
    for _look in range(2):
        note_view(person, by=UserFactory(), role=Role.ORGANISER, what=What.PROFILE, organisation=carrier, on=TODAY)
    assert person.seen.count() == 1
    note_view(
        person,
        by=UserFactory(),
        role=Role.ORGANISER,
        what=What.PROFILE,
        organisation=carrier,
        on=TODAY + timedelta(days=1),
    )
    assert person.seen.count() == 2


def test_seeing_oneself_is_nothing_to_note() -> None:
    person = UserFactory()
    note_view(person, by=person, role=Role.MENTOR, what=What.PROFILE)
    assert not PersonSeen.objects.exists()


def test_a_list_of_many_is_one_statement(django_assert_num_queries) -> None:
    persons, viewer, carrier = UserFactory.create_batch(20), UserFactory(), OrganisationFactory()
    with django_assert_num_queries(1):
        note_view(persons, by=viewer, role=Role.ORGANISER, what=What.APPLICATION, organisation=carrier, on=TODAY)
    assert PersonSeen.objects.count() == 20


def test_a_line_has_no_place_for_who_looked() -> None:
    assert {field.name for field in PersonSeen._meta.get_fields()} == {
        "id",
        "user",
        "role",
        "organisation",
        "what",
        "on",
    }


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_lists_of_the_same_people_in_another_order_do_not_lock_each_other():
    people, by, organisation = UserFactory.create_batch(50), UserFactory(), OrganisationFactory()

    def look(way: int, day: int) -> None:
        close_old_connections()
        facts = {"by": by, "role": Role.ORGANISER, "what": What.APPLICATION, "organisation": organisation}
        note_view(people[::way], on=date(2026, 1, 1) + timedelta(days=day), **facts)
        connection.close()

    with ThreadPoolExecutor(4) as pool:
        for day in range(30):
            list(pool.map(look, [1, -1, 1, -1], [day] * 4))
    assert PersonSeen.objects.count() == 30 * len(people)
