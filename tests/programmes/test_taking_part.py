"""From admission to the end: with the edition, one by one, and what is kept after it."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from elections.models import Election, Kind
from lifecycle.errors import IllegalMove
from people import consent, privacy
from people.models import Letter
from programmes.actions import applications, editions
from programmes.actions.participations import answer_follow_up, complete_participation, leave_participation
from programmes.choices import Office, Reveals
from programmes.models import Application, Participation
from programmes.personal_data import PROGRAMMES
from programmes.states import EditionState, ParticipationState
from tests.factories.people import AdministratorFactory, ConsentTextFactory, UserFactory
from tests.factories.programmes import (
    EditionFactory,
    OpenEditionFactory,
    SafeguardingContactFactory,
    admitted,
    organiser_of,
)

pytestmark = pytest.mark.django_db
P = ParticipationState
NOW = timezone.now()
FOLLOW_UP = "follow_up_after_election"


@pytest.fixture
def running(programme):
    return EditionFactory(programme=programme, state=EditionState.CLOSED)


@pytest.fixture(autouse=True)
def texts():
    for purpose in (FOLLOW_UP, "application_reveals"):
        ConsentTextFactory(purpose=purpose)


def state_of(participation):
    return Participation.objects.get(pk=participation.pk).state


def test_an_edition_takes_its_people_along(running, organiser):
    first, second, left = admitted(running), admitted(running), admitted(running, state=P.LEFT)
    elsewhere = admitted()
    edition = editions.start_edition(running, by=organiser)
    assert [state_of(one) for one in (first, second, left, elsewhere)] == [P.STARTED, P.STARTED, P.LEFT, P.ADMITTED]
    leave_participation(second, by=organiser)
    editions.finish_edition(edition, by=organiser)
    assert [state_of(one) for one in (first, second, left)] == [P.COMPLETED, P.LEFT, P.LEFT]
    done = Participation.objects.get(pk=first.pk)
    assert done.admitted_at <= done.started_at <= done.completed_at
    assert Letter.objects.get().recipient == first.user


def test_an_organiser_completes_one(programme, organiser):
    participation = admitted(EditionFactory(programme=programme), state=P.STARTED)
    assert complete_participation(participation, by=organiser).state == P.COMPLETED
    with pytest.raises(IllegalMove):
        complete_participation(participation, by=organiser)
    with pytest.raises(IllegalMove):
        leave_participation(participation, by=organiser)


def test_only_an_organiser_of_the_programme_says_how_it_went():
    participation = admitted(state=P.STARTED)
    for who in (
        participation.user,
        UserFactory(),
        AdministratorFactory(),
        organiser_of(OpenEditionFactory().programme),
    ):
        for act in (complete_participation, leave_participation):
            with pytest.raises(PermissionDenied):
                act(participation, by=who)


def test_withdrawing_ends_it_until_it_is_done():
    participation = admitted(state=P.STARTED)
    application = Application.objects.get()
    applications.withdraw_application(application, by=participation.user)
    assert state_of(participation) == P.LEFT
    done = admitted(state=P.COMPLETED)
    with pytest.raises(IllegalMove):
        applications.withdraw_application(Application.objects.get(user=done.user), by=done.user)


def test_where_it_rests_on_a_consent_withdrawing_leaves_nothing():
    participation = admitted(OpenEditionFactory(reveals=Reveals.HEALTH))
    consent.give(participation.user, "application_reveals", about=participation.edition.key)
    applications.withdraw_application(Application.objects.get(), by=participation.user)
    assert not Participation.objects.exists() and not Application.objects.exists()


@pytest.mark.parametrize("state", P)
def test_taking_back_that_consent_leaves_nothing_either(state):
    participation = admitted(OpenEditionFactory(reveals=Reveals.ORIGIN), state=state)
    consent.give(participation.user, "application_reveals", about=participation.edition.key)
    consent.withdraw(participation.user, "application_reveals", about=participation.edition.key)
    assert not Participation.objects.exists() and not Application.objects.exists()


@pytest.mark.parametrize(
    ("change", "constraint"),
    [
        ({"state": "lost"}, "participation_state_known"),
        ({"state": "completed"}, "completed_participation_has_a_time"),
        ({"state": "left"}, "left_participation_has_a_time"),
    ],
)
def test_the_database_holds_what_it_can(change, constraint):
    admitted()
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Participation.objects.update(**change)


def test_one_participation_per_person_and_edition():
    participation = admitted()
    with pytest.raises(IntegrityError), transaction.atomic():
        Participation.objects.create(edition=participation.edition, user=participation.user)


# One question afterwards ----------------------------------------------------------------------------------


def test_a_yes_afterwards_is_a_consent_and_is_asked_once():
    done, other = admitted(state=P.COMPLETED), admitted(state=P.COMPLETED)
    answer_follow_up(done, agrees=True, by=done.user)
    answer_follow_up(done, agrees=False, by=done.user)  # a second press
    answer_follow_up(other, agrees=False, by=other.user)
    assert consent.stands(done.user, FOLLOW_UP, about=done.edition.key)
    assert not consent.stands(other.user, FOLLOW_UP, about=other.edition.key)
    assert not Participation.objects.asking_follow_up().exists()


def test_it_is_not_asked_before_the_end_nor_of_another():
    participation = admitted(state=P.STARTED)
    answer_follow_up(participation, agrees=True, by=participation.user)
    assert not consent.stands(participation.user, FOLLOW_UP, about=participation.edition.key)
    with pytest.raises(PermissionDenied):
        answer_follow_up(participation, agrees=True, by=UserFactory())


def test_taking_back_that_yes_removes_the_participation():
    done, other = admitted(state=P.COMPLETED), admitted(state=P.COMPLETED)
    answer_follow_up(done, agrees=True, by=done.user)
    consent.withdraw(done.user, FOLLOW_UP, about=done.edition.key)
    assert list(Participation.objects.all()) == [other]


# Export, erasing, how long --------------------------------------------------------------------------------


def test_the_export_has_every_field():
    done = admitted(state=P.COMPLETED)
    (exported,) = PROGRAMMES.export(done.user)["participations"]
    fields = {field.name for field in Participation._meta.get_fields() if not field.auto_created}
    assert fields - {"id", "user"} <= set(exported) and exported["programme"] == done.edition.programme.name


def test_erasing_leaves_nothing():
    done, other = admitted(), admitted()
    PROGRAMMES.erase(done.user)
    assert list(Participation.objects.all()) == [other]


@pytest.mark.parametrize(
    ("state", "ago", "ended", "goes"),
    [
        (P.COMPLETED, 183, 183, True),
        (P.COMPLETED, 181, 181, False),
        (P.LEFT, 183, -100, True),
        (P.LEFT, 181, -100, False),
        (P.STARTED, 300, 183, True),
        (P.STARTED, 300, 181, False),
        (P.COMPLETED, 181, 183, False),
    ],
)
def test_without_a_yes_it_goes_half_a_year_after_the_end(state, ago, ended, goes):
    then = NOW - timedelta(days=ago)
    ends_on = timezone.localdate(NOW - timedelta(days=ended))
    edition = EditionFactory(starts_on=ends_on - timedelta(days=90), ends_on=ends_on)
    times = {P.COMPLETED: {"completed_at": then}, P.LEFT: {"left_at": then}, P.STARTED: {}}[state]
    admitted(edition, state=state, admitted_at=then, started_at=then, **times)
    dry = privacy.purge_expired(NOW, dry_run=True)
    assert privacy.purge_expired(NOW) == dry
    assert Participation.objects.exists() is not goes


def _followed_up(office, days_ago):
    then = NOW - timedelta(days=days_ago)
    edition = EditionFactory(programme__office=office, starts_on=None, ends_on=None)
    done = admitted(edition, state=P.COMPLETED, admitted_at=then, started_at=then, completed_at=then)
    answer_follow_up(done, agrees=True, by=done.user)
    return done


def _election(kind, days_from_now, number=1):
    day = timezone.localdate(NOW) + timedelta(days=days_from_now)
    return Election.objects.create(
        identifier=f"XX{number}", kind=kind, election_day=day, nomination_day=day - timedelta(days=44)
    )


@pytest.mark.parametrize(
    ("office", "kind"),
    [
        (Office.COUNCIL, Kind.COUNCIL),
        (Office.STATES, Kind.PROVINCE),
        (Office.WATER_BOARD, Kind.WATER_BOARD),
        (Office.EXECUTIVE, Kind.COUNCIL),
        ("", Kind.COUNCIL),
    ],
)
def test_with_a_yes_it_stays_until_three_months_after_the_first_election_of_that_office(office, kind):
    Election.objects.all().delete()
    done = _followed_up(office, 500)
    for number, other in enumerate(set(Kind) - {kind}, 2):
        _election(other, -300, number)
    _election(kind, -501, 8)  # before the end: not the one meant
    _election(kind, -60, 9)
    found = Participation.objects.with_election_day().get()
    assert found.votes_on == timezone.localdate(NOW) - timedelta(days=60)
    privacy.purge_expired(NOW + timedelta(days=30))
    assert Participation.objects.exists()
    privacy.purge_expired(NOW + timedelta(days=33))
    assert not Participation.objects.exists()
    assert not consent.stands(done.user, FOLLOW_UP, about=done.edition.key)


def test_however_far_the_election_is_it_goes_after_five_years():
    Election.objects.all().delete()
    _followed_up(Office.COUNCIL, 500)
    privacy.purge_expired(NOW + timedelta(days=5 * 365 - 501))
    assert Participation.objects.exists()
    privacy.purge_expired(NOW + timedelta(days=5 * 365 - 499))
    assert not Participation.objects.exists()


def test_the_consent_to_be_seen_stays_while_the_participation_does():
    """The application goes half a year after the edition; the participation that is followed up, later."""
    Election.objects.all().delete()
    ended = timezone.localdate() - timedelta(days=200)
    edition = EditionFactory(reveals=Reveals.HEALTH, starts_on=ended, ends_on=ended)
    done = admitted(edition, state=P.COMPLETED)
    for purpose in ("application_reveals", FOLLOW_UP):
        consent.give(done.user, purpose, about=edition.key)
    privacy.purge_expired(NOW)
    assert not Application.objects.exists() and Participation.objects.exists()
    assert consent.stands(done.user, "application_reveals", about=edition.key)
    privacy.purge_expired(NOW + timedelta(days=6 * 365))
    assert not Participation.objects.exists()
    assert not consent.stands(done.user, "application_reveals", about=edition.key)


# The person's pages ---------------------------------------------------------------------------------------


def page_of(participation):
    return reverse("programmes:participation", kwargs={"key": participation.key})


def test_it_shows_on_the_overview_and_has_a_page(browser, person):
    participation = admitted(user=person)
    mine = browser.get(reverse("people:mine")).text
    assert "Waar je aan meedoet" in mine and page_of(participation) in mine and "Jouw aanmeldingen" not in mine
    assert "Het begint op" in browser.get(page_of(participation)).text
    assert browser.get(page_of(admitted())).status_code == 404


def test_the_overview_says_where_one_stands_and_whom_one_can_talk_to_safely(browser, person):
    participation = admitted(user=person)
    SafeguardingContactFactory(programme=participation.edition.programme, display_name="Ilse Vertrouwd")
    SafeguardingContactFactory(display_name="Iemand Anders")
    mine = browser.get(reverse("people:mine")).text
    assert "Waar sta ik?" in mine and "Praat met Ilse Vertrouwd" in mine and "Iemand Anders" not in mine


def test_once_it_is_over_one_question_is_asked_with_the_day_it_is_kept_to(browser, person):
    done = admitted(user=person, state=P.COMPLETED)
    assert "Eén vraag over later" in browser.get(reverse("people:mine")).text
    page = browser.get(page_of(done)).text
    assert "Mogen we je één keer vragen" in page and "dan bewaren wij dit tot" in page
    assert browser.post(page_of(done), {"answer": "ja"}).status_code == 302
    assert consent.stands(person, FOLLOW_UP, about=done.edition.key)
    assert "Eén vraag over later" not in browser.get(reverse("people:mine")).text
    assert "Mogen we je" not in browser.get(page_of(done)).text
