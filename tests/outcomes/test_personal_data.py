"""What the figures hold about a person: exported whole, erased whole, cut loose in time."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from outcomes.models import CountedCell, FunnelFact, FunnelPerson, GoneSince, PublishedCell, Release
from outcomes.personal_data import OUTCOMES
from people import privacy
from programmes.models import Application, Participation
from tests.factories.outcomes import FunnelFactFactory, FunnelPersonFactory
from tests.factories.people import UserFactory
from tests.factories.programmes import SentApplicationFactory
from tests.walkers.personal_models import uncovered_models, unknown_models

pytestmark = pytest.mark.django_db


@pytest.fixture
def person():
    person = FunnelPersonFactory(user=UserFactory(), gender="vrouw", birth_year=1987, province="Fryslân")
    FunnelFactFactory(person=person, source="kanarie", office="raad")
    CountedCell.objects.create(person=person, table="national", row="nederland", cell="signed_up")
    return person


def test_no_model_of_ours_lacks_a_rule():
    ours = {label for label in [*uncovered_models(), *unknown_models()] if label.startswith("outcomes.")}
    assert ours == set()


def test_the_export_has_every_field(person):
    told = OUTCOMES.export(person.user)["figures"]
    fields = {field.name for field in FunnelPerson._meta.get_fields() if not field.auto_created}
    assert fields - {"id", "user", "label"} <= set(told)
    (fact,) = told["steps"]
    fields = {field.name for field in FunnelFact._meta.get_fields() if not field.auto_created}
    assert fields - {"id", "person", "rests_on"} <= set(fact)
    assert told["counted_in"] == [{"table": "national", "row": "nederland", "cell": "signed_up"}]
    assert OUTCOMES.export(UserFactory()) == {"figures": None}


def test_erasing_takes_key_and_facts_and_only_tells_the_row_that_one_is_gone(person):
    other = FunnelFactFactory(person__user=UserFactory())
    privacy.erase(person.user)
    assert list(FunnelFact.objects.all()) == [other]
    assert list(FunnelPerson.objects.all()) == [other.person]
    assert list(GoneSince.objects.values_list("table", "row", "count")) == [("national", "nederland", 1)]


def test_what_is_published_stays_after_erasing(person):
    release = Release.objects.create(as_of=date(2026, 11, 1))
    cells = {"table": "national", "row": "nederland", "column": "signed_up", "value": 10, "as_of": release.as_of}
    PublishedCell.objects.create(release=release, **cells)
    privacy.erase(person.user)
    assert PublishedCell.objects.get().value == 10


def test_the_tie_to_the_account_goes_with_the_last_application_and_the_facts_stay(person):
    application = SentApplicationFactory(user=person.user)
    privacy.purge_expired(timezone.now())
    person.refresh_from_db()
    assert person.user == application.user
    there = person.facts.count()
    Application.objects.filter(pk=application.pk).delete()
    assert privacy.purge_expired(timezone.now(), dry_run=True)["figures_tie"] == 1
    privacy.purge_expired(timezone.now())
    person.refresh_from_db()
    assert person.user is None and person.facts.count() == there > 1


def test_a_participation_that_is_kept_until_the_election_keeps_the_tie(person):
    edition = person.facts.get().edition
    participation = Participation.objects.create(edition=edition, user=person.user)
    privacy.purge_expired(timezone.now())
    person.refresh_from_db()
    assert person.user is not None
    participation.delete()
    privacy.purge_expired(timezone.now())
    person.refresh_from_db()
    assert person.user is None


def test_what_someone_said_of_herself_before_any_step_keeps_its_tie():
    person = FunnelPersonFactory(user=UserFactory(), gender="x")
    privacy.purge_expired(timezone.now() + timedelta(days=300))
    person.refresh_from_db()
    assert person.user is not None


def test_each_key_is_random_and_fits_in_64_bits():
    keys = {FunnelPersonFactory().rounding_key for _number in range(50)}
    assert len(keys) == 50
    assert all(-(2**63) <= key < 2**63 for key in keys) and any(key < 0 for key in keys)


@pytest.mark.parametrize(
    ("cell", "constraint"),
    [
        ({"value": 9}, "published_value_hidden_or_rounded"),
        ({"value": 12}, "published_value_hidden_or_rounded"),
        ({"value": 15, "as_of": None}, "published_value_has_a_date"),
    ],
)
def test_the_database_refuses_a_cell_that_tells_too_much(cell, constraint):
    release = Release.objects.create(as_of=date(2026, 11, 1))
    cell = {"table": "national", "row": "nederland", "column": "signed_up", "as_of": release.as_of} | cell
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        PublishedCell.objects.create(release=release, **cell)


def test_a_step_counts_once_in_an_edition_and_once_without_one():
    fact = FunnelFactFactory()
    again = {"person": fact.person, "programme": fact.programme, "step": fact.step, "happened_on": fact.happened_on}
    for edition in (fact.edition, None, None):
        first_without = edition is None and not FunnelFact.objects.filter(edition=None).exists()
        if first_without:
            FunnelFact.objects.create(edition=edition, **again)
            continue
        with pytest.raises(IntegrityError), transaction.atomic():
            FunnelFact.objects.create(edition=edition, **again)
