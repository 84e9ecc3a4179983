"""What taking part in an edition reveals: stricter at once, looser after an administrator; and for the programme."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.db.models import Prefetch
from django.test.utils import CaptureQueriesContext

from lifecycle.models import JournalLine
from programmes.actions.revealing import allow_reveals, choose_reveals
from programmes.choices import Reveals
from programmes.models import Edition, Programme
from programmes.states import EditionState
from tests.factories.people import AdministratorFactory
from tests.factories.programmes import EditionFactory, OpenEditionFactory, ProgrammeFactory, organiser_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("was", "wanted", "now", "waits"),
    [
        ("nothing", "health", "health", ""),
        ("nothing", "gender", "gender", ""),
        ("gender", "origin", "origin", ""),
        ("health", "nothing", "health", "nothing"),
        ("health", "origin", "health", "origin"),
        ("gender", "nothing", "gender", "nothing"),
        ("health", "health", "health", ""),
    ],
)
def test_a_stricter_value_holds_at_once_and_a_looser_one_waits(was, wanted, now, waits):
    edition = EditionFactory(reveals=was)
    edition = choose_reveals(edition, Reveals(wanted), by=organiser_of(edition.programme))
    assert (edition.reveals, edition.reveals_asked) == (now, waits)
    assert edition in Edition.objects.with_looser_asked() if waits else not Edition.objects.with_looser_asked()


def test_saying_the_same_again_takes_the_question_back_and_nothing_changed_leaves_no_line():
    edition = EditionFactory(reveals=Reveals.HEALTH)
    organiser = organiser_of(edition.programme)
    for wanted in (Reveals.HEALTH, Reveals.NOTHING, Reveals.NOTHING, Reveals.HEALTH):
        edition = choose_reveals(edition, wanted, by=organiser)
    assert (edition.reveals, edition.reveals_asked) == (Reveals.HEALTH, "")
    assert JournalLine.objects.filter(verb="choose_reveals", thing_key=str(edition.key)).count() == 2


def test_only_an_administrator_lets_a_looser_value_hold():
    edition = EditionFactory(reveals=Reveals.HEALTH, reveals_asked=Reveals.NOTHING)
    with pytest.raises(PermissionDenied):
        allow_reveals(edition, by=organiser_of(edition.programme))
    administrator = AdministratorFactory()
    edition = allow_reveals(edition, by=administrator)
    assert (edition.reveals, edition.reveals_asked) == (Reveals.NOTHING, "")
    allow_reveals(edition, by=administrator)
    line = JournalLine.objects.get(verb="allow_reveals")
    assert (line.was, line.now, line.thing_key) == ("health", "nothing", str(edition.key))


def test_another_organisation_says_nothing_about_it():
    edition = EditionFactory()
    with pytest.raises(PermissionDenied):
        choose_reveals(edition, Reveals.HEALTH, by=organiser_of(ProgrammeFactory()))


@pytest.mark.parametrize("change", [{"reveals": "lots"}, {"minimum_age": 15}, {"minimum_age": 100}])
def test_the_database_knows_no_other_value(change):
    edition = EditionFactory()
    with pytest.raises(IntegrityError, match="edition_"), transaction.atomic():
        Edition.objects.filter(pk=edition.pk).update(**change)


# The programme is as sensitive as the strictest of its editions --------------------------------------------


@pytest.mark.parametrize(
    ("editions", "is_sensitive"),
    [
        ([], False),
        ([("nothing", "open"), ("gender", "open")], False),
        ([("nothing", "open"), ("health", "open")], True),
        ([("nothing", "open"), ("origin", "draft")], True),
        ([("health", "finished"), ("nothing", "open")], True),
        ([("health", "cancelled")], True),
    ],
)
def test_the_strictest_edition_speaks_for_the_programme(editions, is_sensitive):
    programme = ProgrammeFactory()
    EditionFactory(reveals=Reveals.HEALTH)  # of another programme
    for reveals, state in editions:
        EditionFactory(programme=programme, reveals=reveals, state=state)
    assert programme.is_sensitive is is_sensitive
    assert Programme.objects.with_sensitivity().get(pk=programme.pk).is_sensitive is is_sensitive
    assert (programme in Programme.objects.sensitive()) is is_sensitive


def test_announced_editions_fetched_along_do_not_hide_one_in_preparation():
    programme = OpenEditionFactory().programme
    EditionFactory(programme=programme, reveals=Reveals.HEALTH, state=EditionState.DRAFT)
    public = Programme.objects.prefetch_related(Prefetch("editions", Edition.objects.announced())).get(pk=programme.pk)
    assert len(public.editions.all()) == 1 and public.is_sensitive


def test_a_list_of_programmes_tells_it_in_one_query():
    for _number in range(3):
        EditionFactory(reveals=Reveals.ORIGIN)
    with CaptureQueriesContext(connection) as captured:
        assert all(programme.is_sensitive for programme in Programme.objects.with_sensitivity())
    assert len(captured) == 1
