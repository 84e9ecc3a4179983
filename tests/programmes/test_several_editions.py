"""A programme that comes to several towns, one that began already, and one that organisations book."""

from datetime import timedelta

import pytest
from django.utils import timezone

from programmes import page_facts
from programmes.choices import Audience
from programmes.models import Edition
from programmes.states import EditionState
from tests.factories.programmes import EditionFactory, OpenEditionFactory, ProgrammeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def programme():
    return ProgrammeFactory()


def rows(programme):
    return page_facts.several_to_come(Edition.objects.filter(programme=programme).with_places_taken())


def _announced(programme):
    return list(Edition.objects.announced().filter(programme=programme).with_places_taken())


def facts(programme, edition):
    return {fact["label"]: fact["value"] for fact in page_facts.page_facts(programme, edition, _announced(programme))}


def test_one_edition_needs_no_choice(programme):
    edition = OpenEditionFactory(programme=programme)
    assert rows(programme) == []
    assert "Editie" not in facts(programme, edition)


def test_what_one_can_apply_to_now_or_later_stands_by_first_day(programme):
    today, now = timezone.localdate(), timezone.now()
    later = {"opens_at": now + timedelta(days=50), "closes_at": now + timedelta(days=70)}
    OpenEditionFactory(programme=programme, name="Later", starts_on=today + timedelta(days=90), **later)
    first = OpenEditionFactory(programme=programme, name="Nu", starts_on=today + timedelta(days=40))
    EditionFactory(programme=programme, name="Voorbij", state=EditionState.FINISHED)
    found = rows(programme)
    assert [row["title"] for row in found] == ["Nu", "Later"]
    assert [str(first.key) in row["url"] for row in found] == [True, False]
    assert "Aanmelden kan tot en met" in found[0]["text"] and "Opent op" in found[1]["text"]
    assert facts(programme, first)["Editie"] == "Nu"


@pytest.mark.parametrize(("days", "label"), [(1, "Begint"), (0, "Begon"), (-30, "Begon")])
def test_what_began_is_told_as_such(programme, days, label):
    edition = EditionFactory(programme=programme, starts_on=timezone.localdate() + timedelta(days=days))
    assert label in facts(programme, edition)


def test_only_what_parties_book_without_an_edition_is_booked_by_mail():
    address = {"contact_address": "boek@example.org"}
    training = ProgrammeFactory(for_whom=Audience.PARTIES, **address)
    edition = OpenEditionFactory(programme=training)
    assert page_facts.booked_at(training, None) == "boek@example.org"
    assert page_facts.booked_at(training, edition) == ""
    assert page_facts.booked_at(ProgrammeFactory(**address), None) == ""
    assert page_facts.badge_of(training, None)["label"] == "Te boeken"
    assert page_facts.badge_of(training, edition)["label"] == "Er is plek"


@pytest.mark.parametrize("is_over_first", [True, False])
def test_of_two_that_began_on_one_day_the_one_that_is_not_over_speaks(is_over_first: bool) -> None:
    programme = ProgrammeFactory()
    over = EditionFactory(programme=programme, state=EditionState.FINISHED)
    busy = EditionFactory(programme=programme, state=EditionState.RUNNING)
    assert page_facts.shown_edition([over, busy] if is_over_first else [busy, over]) == busy
