"""Opening and closing an edition, and what taking part reveals."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from lifecycle.errors import IllegalMove, Refused
from lifecycle.models import JournalLine
from people import roles
from programmes.actions import editions
from programmes.actions.programmes import allow_reveals, choose_reveals
from programmes.choices import Reveals
from programmes.models import Edition
from programmes.states import EditionState
from tests.factories.people import MembershipFactory, UserFactory
from tests.factories.programmes import (
    EditionFactory,
    OpenEditionFactory,
    ProgrammeFactory,
    SafeguardingContactFactory,
    SentApplicationFactory,
    organiser_of,
    two_contacts,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition():
    return EditionFactory()


@pytest.fixture
def organiser(edition):
    return organiser_of(edition.programme)


def test_an_edition_with_two_contacts_opens(edition, organiser):
    two_contacts(edition.programme)
    opened = editions.open_edition(edition, by=organiser)
    assert opened.state == EditionState.OPEN and Edition.objects.open().get() == edition
    line = JournalLine.objects.get(verb="open")
    assert (line.actor, line.thing_key, line.scope) == (
        organiser.journal_key,
        str(edition.key),
        edition.programme.lead().key,
    )


@pytest.mark.parametrize("outside", [[], [True], [False], [False, False]])
def test_without_two_contacts_of_whom_one_from_outside_it_stays_shut(edition, organiser, outside):
    for is_outside in outside:
        SafeguardingContactFactory(programme=edition.programme, is_outside=is_outside)
    with pytest.raises(Refused, match="vertrouwenspersonen"):
        editions.open_edition(edition, by=organiser)
    edition.refresh_from_db()
    assert edition.state == EditionState.DRAFT


def test_an_edition_whose_last_day_is_past_does_not_open(organiser, edition):
    two_contacts(edition.programme)
    edition.opens_at, edition.closes_at = None, timezone.now() - timedelta(minutes=1)
    edition.save()
    with pytest.raises(Refused, match="laatste dag"):
        editions.open_edition(edition, by=organiser)


@pytest.mark.parametrize("verb", ["open", "close", "start", "finish", "cancel"])
def test_another_organisation_moves_nothing(edition, verb):
    with pytest.raises(PermissionDenied):
        getattr(editions, f"{verb}_edition")(edition, by=MembershipFactory().user)


def test_closing_twice_is_told(organiser, edition):
    two_contacts(edition.programme)
    editions.open_edition(edition, by=organiser)
    editions.close_edition(edition, by=organiser)
    with pytest.raises(IllegalMove):
        editions.close_edition(edition, by=organiser)


def test_an_edition_in_which_someone_waits_is_not_cancelled():
    application = SentApplicationFactory()
    with pytest.raises(Refused, match="aanmeldingen"):
        editions.cancel_edition(application.edition, by=organiser_of(application.edition.programme))


def test_the_portal_closes_what_is_past_its_last_day():
    past = OpenEditionFactory(opens_at=None, closes_at=timezone.now() - timedelta(minutes=1))
    coming = OpenEditionFactory()
    assert editions.close_past_editions() == 1
    past.refresh_from_db()
    coming.refresh_from_db()
    assert (past.state, coming.state) == (EditionState.CLOSED, EditionState.OPEN)
    assert JournalLine.objects.get(verb="close").actor is None


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
    programme = ProgrammeFactory(reveals=was)
    programme = choose_reveals(programme, Reveals(wanted), by=organiser_of(programme))
    assert (programme.reveals, programme.reveals_asked) == (now, waits)


def test_only_an_administrator_lets_a_looser_value_hold():
    programme = ProgrammeFactory(reveals=Reveals.HEALTH, reveals_asked=Reveals.NOTHING)
    with pytest.raises(PermissionDenied):
        allow_reveals(programme, by=organiser_of(programme))
    programme = allow_reveals(programme, by=UserFactory(groups=[roles.ADMINISTRATOR]))
    assert (programme.reveals, programme.reveals_asked) == (Reveals.NOTHING, "")
