"""Groups of people at a step, made in bulk for the tests."""

from datetime import date

from outcomes.disclosure.steps import STEPS
from outcomes.models import FunnelFact, FunnelPerson
from programmes.models import Edition
from tests.factories.programmes import EditionFactory

SEPTEMBER = date(2026, 9, 1)


def people_at(step: str, number: int, *, on: date = SEPTEMBER, edition: Edition | None = None) -> list[FunnelPerson]:
    """So many people who took this step and each before it, all on one day."""
    edition = edition or EditionFactory()
    people = FunnelPerson.objects.bulk_create(FunnelPerson() for _number in range(number))
    move(people, *STEPS[: STEPS.index(step) + 1], on=on, edition=edition)
    return people


def move(people: list[FunnelPerson], *steps: str, on: date, edition: Edition | None = None) -> None:
    """These people take these steps on this day, in the edition of their first step unless told."""
    edition = edition or people[0].facts.earliest("pk").edition
    FunnelFact.objects.bulk_create(
        FunnelFact(person=person, programme=edition.programme, edition=edition, step=step, happened_on=on)
        for person in people
        for step in steps
    )
