"""An organisation answers, the person says yes: places, terms, reasons, and who may."""

from datetime import date, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from lifecycle.errors import IllegalMove, Refused
from lifecycle.models import JournalLine
from people.models import Letter
from programmes.actions import applications, decisions
from programmes.actions.participations import leave_participation
from programmes.actions.waiting import end_of
from programmes.choices import Reveals
from programmes.models import Application, Participation
from programmes.states import ApplicationState, EditionState, ParticipationState
from tests.factories.people import AdministratorFactory, MembershipFactory
from tests.factories.programmes import (
    EditionFactory,
    OpenEditionFactory,
    ProgrammeFactory,
    SentApplicationFactory,
    admitted,
    organiser_of,
)

pytestmark = pytest.mark.django_db
A, P = ApplicationState, ParticipationState
REASON = "Het gesprek ging over landelijke politiek. De cursus Landelijk past beter."


@pytest.fixture
def application(programme):
    return SentApplicationFactory(edition=OpenEditionFactory(programme=programme, capacity=1))


def offered(application, organiser, **facts):
    return decisions.offer_place(application, by=organiser, **facts)


def told(person):
    return [letter.message.partition(".")[2] for letter in Letter.objects.filter(recipient=person).order_by("pk")]


def lines(thing):
    return list(JournalLine.objects.filter(thing_key=str(thing.key)).order_by("pk").values_list("verb", "was", "now"))


# The organiser's answer -----------------------------------------------------------------------------------


def test_an_offer_has_a_last_day_and_words_and_is_told(application, organiser):
    found = offered(application, organiser, words=" Fijn dat je er bent. ")
    found.refresh_from_db()
    assert (found.state, found.decision_words) == (A.OFFERED, "Fijn dat je er bent.")
    assert timezone.localdate(found.answer_until) == timezone.localdate() + timedelta(days=14)
    assert told(found.user) == ["place_offered"] and lines(found) == [("offer", A.SUBMITTED, A.OFFERED)]
    assert JournalLine.objects.get().actor == organiser.journal_key


@pytest.mark.parametrize(
    ("offer_days", "starts_in", "expected"),
    [(14, 60, 14), (3, 60, 3), (14, 5, 4), (14, 14, 13), (14, None, 14), (14, -3, 14)],
)
def test_the_last_day_is_the_editions_and_before_it_starts(offer_days, starts_in, expected):
    starts_on = None if starts_in is None else timezone.localdate() + timedelta(days=starts_in)
    edition = EditionFactory.build(programme=None, offer_days=offer_days, starts_on=starts_on)
    until = decisions.default_deadline(edition)
    assert timezone.localdate(until) == timezone.localdate() + timedelta(days=expected)


def test_a_last_day_lasts_until_midnight_here_also_when_the_clock_changes():
    for day in (date(2026, 10, 25), date(2027, 3, 28), date(2026, 12, 31)):
        until = timezone.localtime(end_of(day))
        assert (until.date(), until.hour, until.minute) == (day, 23, 59)


def test_a_last_day_that_went_by_is_refused(application, organiser):
    with pytest.raises(Refused, match="een dag die nog komt"):
        offered(application, organiser, until=timezone.now() - timedelta(hours=1))
    application.refresh_from_db()
    assert application.state == A.SUBMITTED and not Letter.objects.exists()


def test_no_more_places_are_offered_than_there_are(application, organiser):
    second = SentApplicationFactory(edition=application.edition)
    offered(application, organiser)
    with pytest.raises(decisions.Full, match="Zet het aantal plekken hoger, of kies wachtlijst"):
        offered(second, organiser)
    decisions.put_on_waiting_list(second, by=organiser)
    applications.withdraw_application(application, by=application.user)
    second.refresh_from_db()
    assert second.state == A.OFFERED
    assert told(second.user) == ["put_on_waiting_list", "place_offered"]


@pytest.mark.parametrize("state", EditionState)
def test_a_place_is_offered_only_where_people_still_come_in(application, organiser, state):
    type(application.edition).objects.update(state=state)
    if state in (EditionState.OPEN, EditionState.CLOSED, EditionState.RUNNING):
        assert offered(application, organiser).state == A.OFFERED
    else:
        with pytest.raises(Refused, match="neemt niemand meer aan"):
            offered(application, organiser)


def test_a_no_is_also_possible_when_the_edition_is_over(application, organiser):
    type(application.edition).objects.update(state=EditionState.FINISHED)
    found = decisions.refuse_application(application, by=organiser, words=REASON)
    assert (found.state, found.decision_words) == (A.REFUSED, REASON) and told(found.user) == ["application_answered"]


@pytest.mark.parametrize(
    "words",
    [
        "", "  \n", "Je hoort niet bij de doelgroep.", "Dit is bedoeld voor vrouwen.", "Omdat je een man bent.",
        "You are too old.", "Je beperking maakt het lastig.", "Vanwege je geloof.",
    ],
)  # fmt: skip
def test_what_is_no_reason_is_refused_and_nothing_changes(application, organiser, words):
    with pytest.raises(decisions.NoReason):
        decisions.refuse_application(application, by=organiser, words=words)
    application.refresh_from_db()
    assert application.state == A.SUBMITTED and not Letter.objects.exists()


def test_the_words_of_an_answer_are_unreadable_at_rest(application, organiser):
    from django.db import connection

    decisions.refuse_application(application, by=organiser, words=REASON)
    with connection.cursor() as cursor:
        cursor.execute("SELECT decision_words FROM programmes_application")
        assert "gesprek" not in cursor.fetchone()[0]


@pytest.mark.parametrize("state", set(A) - {A.DRAFT, A.SUBMITTED, A.WAITING})
def test_what_was_decided_stays_decided(application, organiser, state):
    Application.objects.update(state=state)
    for act in (
        lambda: offered(application, organiser),
        lambda: decisions.put_on_waiting_list(application, by=organiser),
        lambda: decisions.refuse_application(application, by=organiser, words=REASON),
    ):
        with pytest.raises(IllegalMove):
            act()
    assert not Letter.objects.exists()


def test_only_an_organiser_of_the_programme_decides(application, programme):
    publisher = MembershipFactory(organisation=programme.lead(), role="publisher").user
    for who in (application.user, organiser_of(ProgrammeFactory()), publisher, AdministratorFactory()):
        with pytest.raises(PermissionDenied):
            offered(application, who)


def test_nobody_decides_on_herself(programme, organiser):
    own = SentApplicationFactory(edition=OpenEditionFactory(programme=programme), user=organiser)
    with pytest.raises(PermissionDenied):
        offered(own, organiser)


def test_nobody_decides_on_who_has_not_agreed_to_be_seen(application, organiser):
    type(application.edition).objects.update(reveals=Reveals.HEALTH)
    with pytest.raises(PermissionDenied):
        offered(application, organiser)


# The person's yes -----------------------------------------------------------------------------------------


def test_a_yes_makes_one_participation_however_often_it_is_pressed(application, organiser):
    offered(application, organiser)
    first = decisions.accept_offer(application, by=application.user)
    again = decisions.accept_offer(application, by=application.user)
    assert first == again and Participation.objects.get().state == P.ADMITTED
    application.refresh_from_db()
    assert application.state == A.ADMITTED and told(application.user) == ["place_offered", "admission_confirmed"]
    assert lines(first) == [("admit", "", P.ADMITTED)]


def test_a_yes_after_the_last_day_is_told_so(application, organiser):
    offered(application, organiser)
    until = decisions.default_deadline(application.edition)
    with pytest.raises(decisions.TooLate, match="Mail de organisatie"):
        decisions.accept_offer(application, by=application.user, at=until + timedelta(seconds=2))
    assert not Participation.objects.exists()
    assert decisions.accept_offer(application, by=application.user, at=until - timedelta(seconds=1))


def test_a_yes_without_an_offer_is_no_yes(application):
    with pytest.raises(IllegalMove):
        decisions.accept_offer(application, by=application.user)


def test_nobody_says_yes_for_another(application, organiser):
    offered(application, organiser)
    with pytest.raises(PermissionDenied):
        decisions.accept_offer(application, by=organiser)


def test_what_taking_part_reveals_by_now_is_asked_first(application, organiser):
    offered(application, organiser)
    type(application.edition).objects.update(reveals=Reveals.HEALTH)
    with pytest.raises(Refused, match="wat meedoen over je laat zien"):
        decisions.accept_offer(application, by=application.user)


def test_who_says_yes_while_it_runs_is_under_way_at_once(application, organiser):
    offered(application, organiser)
    type(application.edition).objects.update(state=EditionState.RUNNING)
    participation = decisions.accept_offer(application, by=application.user)
    assert participation.state == P.STARTED and participation.started_at


def test_offers_lapse_by_the_clock_and_free_the_place(application, organiser):
    offered(application, organiser)
    until = decisions.default_deadline(application.edition)
    assert decisions.expire_offers(until) == 0
    assert decisions.expire_offers(until + timedelta(seconds=2)) == 1
    assert decisions.expire_offers(until + timedelta(seconds=2)) == 0
    application.refresh_from_db()
    assert application.state == A.EXPIRED and decisions.free_places(application.edition) == 1
    assert told(application.user) == ["place_offered", "offer_expired"]
    assert JournalLine.objects.get(verb="expire").actor is None


def test_who_left_can_come_back_with_a_new_application(application, organiser):
    offered(application, organiser)
    first = decisions.accept_offer(application, by=application.user)
    applications.withdraw_application(application, by=application.user)
    first.refresh_from_db()
    assert first.state == P.LEFT and first.left_at
    draft = applications.begin_application(application.edition, by=application.user)
    assert (draft.decision_words, draft.answer_until, draft.decided_at) == ("", None, None)
    Application.objects.update(state=A.SUBMITTED, submitted_at=timezone.now())
    offered(application, organiser)
    again = decisions.accept_offer(application, by=application.user)
    assert again.pk == first.pk and again.state == P.ADMITTED and again.left_at is None
    assert told(application.user) == ["place_offered", "admission_confirmed"] * 2


def test_whoever_the_organiser_says_left_frees_a_place(programme, organiser):
    participation = admitted(OpenEditionFactory(programme=programme, capacity=1))
    waiting = SentApplicationFactory(edition=participation.edition)
    leave_participation(participation, by=organiser)
    assert Application.objects.get(user=participation.user).state == A.WITHDRAWN
    assert offered(waiting, organiser).state == A.OFFERED


def test_times_are_an_argument(application, organiser):
    then = datetime(2026, 3, 2, 12, tzinfo=timezone.get_current_timezone())
    offered(application, organiser, at=then)
    participation = decisions.accept_offer(application, by=application.user, at=then + timedelta(days=1))
    assert participation.admitted_at == then + timedelta(days=1)
    assert set(JournalLine.objects.values_list("at", flat=True)) == {then, then + timedelta(days=1)}
