"""Opening and closing an edition."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from lifecycle.errors import IllegalMove, Refused
from lifecycle.models import JournalLine
from programmes.actions import editions
from programmes.actions.revealing import choose_reveals
from programmes.choices import Reveals
from programmes.models import Edition
from programmes.states import EditionState
from tests.factories.people import MembershipFactory
from tests.factories.programmes import (
    EditionFactory,
    OpenEditionFactory,
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


# From 16 and 17 on ------------------------------------------------------------------------------------


def a_mentor_without_vog(edition):
    return f"Van een mentor van {edition} ontbreekt de VOG-datum."


def all_is_known(edition):
    return ""


HERE = "tests.programmes.test_editions"


@pytest.mark.parametrize(
    ("age", "rules", "reason"),
    [
        (18, [], ""),
        (18, ["a_mentor_without_vog"], ""),
        (17, [], "VOG-datum bekend"),
        (16, [], "VOG-datum bekend"),
        (16, ["all_is_known"], ""),
        (16, ["all_is_known", "a_mentor_without_vog"], "ontbreekt de VOG-datum"),
    ],
)
def test_under_18_an_edition_opens_only_when_every_rule_agrees(edition, organiser, settings, age, rules, reason):
    settings.UNDER_18_RULES = [f"{HERE}.{rule}" for rule in rules]
    two_contacts(edition.programme)
    Edition.objects.filter(pk=edition.pk).update(minimum_age=age)
    if reason:
        with pytest.raises(Refused, match=reason):
            editions.open_edition(edition, by=organiser)
    else:
        editions.open_edition(edition, by=organiser)
    assert Edition.objects.open().exists() is not bool(reason)


def test_a_form_turns_back_no_button_that_was_pressed_meanwhile(edition, organiser):
    two_contacts(edition.programme)
    seen_before = Edition.objects.get(pk=edition.pk)
    editions.open_edition(edition, by=organiser)
    choose_reveals(edition, Reveals.HEALTH, by=organiser)
    with transaction.atomic():
        editions.take_over_moves(seen_before)
    assert (seen_before.state, seen_before.reveals) == (EditionState.OPEN, Reveals.HEALTH)


def test_an_edition_opened_meanwhile_does_not_become_one_for_16_and_17(edition, organiser, settings):
    settings.UNDER_18_RULES = []
    two_contacts(edition.programme)
    seen_before = Edition.objects.get(pk=edition.pk)
    seen_before.minimum_age = 16
    editions.open_edition(edition, by=organiser)
    with pytest.raises(Refused, match="VOG-datum"), transaction.atomic():
        editions.take_over_moves(seen_before)
