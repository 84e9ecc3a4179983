"""The network of a programme: by a yes of one's own, found by who stands in it too, thirty people an hour."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from lifecycle.errors import Refused
from mentoring.alumni import network, policies, questions
from mentoring.alumni.looking import MOST_AN_HOUR, SeenEnough, look
from mentoring.alumni.models import LASTS, NetworkMember, NetworkQuestion
from mentoring.alumni.reportable import MEMBER, QUESTION
from mentoring.states import MentorState
from people import consent, letters, privacy
from people.models import Letter, User
from programmes.actions.participations import before_they_go
from programmes.choices import Reveals
from programmes.models import Event, Programme
from programmes.safety import blocking, hiding, threat
from programmes.states import ParticipationState
from tests.factories.mentoring import a_mentor
from tests.factories.people import ConsentTextFactory, UserFactory
from tests.factories.programmes import (
    EditionFactory,
    EventFactory,
    ProgrammeFactory,
    SafeguardingContactFactory,
    admitted,
)
from tests.mentoring.alumni import a_member, done
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db
SHOWN = {"display_name": "Klaver", "about": "Spreken in de raad", "topics": ["wonen"], "takes_questions": True}


@pytest.fixture
def programme() -> Programme:
    cache.clear()
    ConsentTextFactory(purpose="network")
    return ProgrammeFactory(name="Proefnetwerk")


@pytest.fixture
def me(programme: Programme) -> User:
    return done(programme).user


def found_by(user: User, programme: Programme) -> set[str]:
    return {member.display_name for member in network.members_for(user, programme)}


def test_who_took_part_stands_in_it_by_a_yes_and_leaves_by_one_press(programme, me):
    network.join_network(programme, SHOWN, by=me)
    network.join_network(programme, {"display_name": "Klaproos"}, by=me)
    member = NetworkMember.objects.get()
    assert (member.display_name, member.about, member.as_mentor) == ("Klaproos", "Spreken in de raad", False)
    assert consent.stands(me, "network", programme.key)
    assert network.leave_network(programme, by=me) and not network.leave_network(programme, by=me)
    assert not NetworkMember.objects.exists() and not consent.stands(me, "network", programme.key)


def test_what_it_shows_is_unreadable_in_the_database(programme, me):
    network.join_network(programme, SHOWN, by=me)
    with connection.cursor() as cursor:
        cursor.execute("select display_name, about from mentoring_networkmember")
        assert not any(word in str(cursor.fetchall()) for word in ("Klaver", "Spreken"))
    with pytest.raises(ValueError, match="not shown"):
        network.join_network(programme, {"phone": "06"}, by=me)


def test_who_is_still_taking_part_or_is_a_stranger_does_not_come_in(programme):
    for user in (UserFactory(), admitted(EditionFactory(programme=programme)).user, done(ProgrammeFactory()).user):
        with pytest.raises(PermissionDenied):
            network.join_network(programme, SHOWN, by=user)
    assert not NetworkMember.objects.exists()


def test_of_an_edition_from_sixteen_nobody_stands_in_it_before_she_surely_is_grown_up(programme):
    young = done(programme, minimum_age=16)
    assert not policies.can_join_network(young.user, programme) and network.open_to(young.user) == []
    young.admitted_at = timezone.now() - timedelta(days=2 * 366 + 1)
    young.save()
    assert policies.can_join_network(young.user, programme) and network.open_to(young.user) == [programme]


@pytest.mark.parametrize(("began", "grown_up"), [((2024, 1, 31), (2026, 2, 1)), ((2024, 2, 29), (2026, 3, 2))])
def test_she_is_grown_up_the_day_after_and_not_before(programme, began, grown_up):
    young = done(programme, minimum_age=16)
    young.admitted_at = datetime(*began, 12, tzinfo=UTC)
    day = datetime(*grown_up, 12, tzinfo=UTC)
    assert policies.is_grown_up(young, day) and not policies.is_grown_up(young, day - timedelta(days=1))


def test_a_mentor_stands_in_it_while_she_is_one(programme, me):
    mentor = a_mentor(programme)
    network.join_network(programme, SHOWN, by=mentor.user)
    a_member(programme, user=me)
    assert NetworkMember.objects.get(user=mentor.user).as_mentor and found_by(me, programme) == {"Klaver"}
    mentor.state = MentorState.STOPPED
    mentor.save()
    assert found_by(me, programme) == set() and not policies.can_see_network(mentor.user, programme)
    assert programme not in network.open_to(mentor.user), "she stands in it no more, and does not come in again"
    with pytest.raises(PermissionDenied):
        network.join_network(programme, SHOWN, by=mentor.user)


def test_a_mentor_who_took_part_as_well_stays_in_it_when_she_stops(programme):
    mentor = a_mentor(programme)
    network.join_network(programme, SHOWN, by=mentor.user)
    done(programme, mentor.user)
    network.join_network(programme, SHOWN, by=mentor.user)
    mentor.state = MentorState.STOPPED
    mentor.save()
    assert not NetworkMember.objects.standing().get(user=mentor.user).as_mentor


def test_who_hides_or_is_apart_by_a_block_is_not_found_and_finds_not(programme, me):
    a_member(programme, "Ik", user=me)
    hides, blocks, blocked = (a_member(programme, name).user for name in ("Winde", "Braam", "Netel"))
    a_member(programme, "Aster")
    hiding.hide(by=hides)
    blocking.block(me, by=blocks)
    blocking.block(blocked, by=me)
    assert found_by(me, programme) == {"Aster"}
    assert "Ik" not in found_by(blocks, programme) | found_by(blocked, programme)
    assert "Ik" in found_by(hides, programme)


def test_a_yes_lasts_a_year_and_a_month_before_one_letter_asks(programme, me, mailoutbox):
    now = timezone.now()
    member = a_member(programme, user=me, at=now - LASTS + timedelta(days=20))
    assert network.ask_to_renew() == 1 and network.ask_to_renew() == 1
    letter = Letter.objects.get(message="mentoring.network_renewal")
    assert letter.recipient == me
    late = now + timedelta(days=21)
    assert not NetworkMember.objects.standing(late).exists()
    network.renew_member(member, by=me)
    assert NetworkMember.objects.standing(late).exists() and network.ask_to_renew() == 0
    with pytest.raises(PermissionDenied):
        network.renew_member(member, by=UserFactory())


def test_a_lapsed_name_is_purged_with_its_yes(programme, me):
    network.join_network(programme, SHOWN, by=me)
    NetworkMember.objects.update(renewed_at=timezone.now() - LASTS - timedelta(days=1))
    assert privacy.purge_expired()["network_name"] == 1
    assert not NetworkMember.objects.exists() and not consent.stands(me, "network", programme.key)


def test_taking_back_what_an_edition_reveals_takes_the_name_off_and_a_purge_does_not(programme):
    ConsentTextFactory(purpose="application_reveals")
    own = done(programme, reveals=Reveals.HEALTH)
    consent.give(own.user, "application_reveals", own.edition.key)
    network.join_network(programme, SHOWN, by=own.user)
    before_they_go([own])
    assert NetworkMember.objects.exists(), "a participation that goes by its time leaves the own yes alone"
    consent.withdraw(own.user, "application_reveals", own.edition.key)
    assert not NetworkMember.objects.exists()


def test_thirty_people_an_hour_and_who_was_seen_counts_once(programme, me):
    members = [a_member(programme) for _ in range(MOST_AN_HOUR + 1)]
    at = timezone.now()
    look(members[:20], by=me, at=at)
    look(members[:MOST_AN_HOUR], by=me, at=at)
    with pytest.raises(SeenEnough):
        look([members[-1]], by=me, at=at + timedelta(minutes=59))
    look(members[:5], by=me, at=at + timedelta(minutes=59))
    look([members[-1]], by=me, at=at + timedelta(minutes=61))


def test_a_meeting_for_alumni_is_for_who_was_there_until_the_end_and_for_the_network(programme, me):
    alone = EventFactory(programme=programme, is_public=False, for_alumni=True)
    busy = admitted(EditionFactory(programme=programme), state=ParticipationState.STARTED).user
    shut = EventFactory(programme=programme, is_public=False)
    assert set(Event.objects.open_to(busy)) == {shut}
    for user in (me, a_member(programme).user):
        assert set(Event.objects.open_to(user)) == {alone, shut}
    for user in (UserFactory(), done(ProgrammeFactory()).user, AnonymousUser()):
        assert not Event.objects.open_to(user).exists()
    with pytest.raises(IntegrityError), transaction.atomic():
        EventFactory(programme=programme, for_alumni=True)


def test_a_name_opens_the_meetings_of_the_programme_and_takes_no_name_into_its_own_network(programme, me):
    shut = EventFactory(programme=programme, is_public=False)
    guest = a_member(programme).user
    assert list(Event.objects.open_to(guest)) == [shut] and not Event.objects.open_to(UserFactory()).exists()
    assert programme.pk in network.as_a_member(guest) and "Proefnetwerk" in network.name_of(programme)
    EditionFactory(programme=programme, reveals=Reveals.HEALTH)
    assert network.name_of(Programme.objects.get()) == "Het netwerk"


# One question, one answer ---------------------------------------------------------------------------


@pytest.fixture
def pair(programme, me) -> tuple[User, NetworkMember]:
    a_member(programme, "Vlier", user=me)
    return me, a_member(programme, "Aster", takes_questions=True)


def test_a_question_is_answered_once_and_both_hear_without_a_name(pair, mailoutbox):
    me, other = pair
    question = questions.ask_member(other, "Hoe begon jij?", by=me)
    with pytest.raises(Refused, match="Wacht op antwoord"):
        questions.ask_member(other, "En?", by=me)
    with pytest.raises(PermissionDenied):
        questions.answer_question(question, "Nee", by=me)
    questions.answer_question(question, "Met koffie.", by=other.user)
    with pytest.raises(Refused, match="al antwoord"):
        questions.answer_question(question, "Toch niet.", by=other.user)
    assert {letter.recipient for letter in Letter.objects.all()} == {me, other.user}
    assert [one.answer for one in questions.asked_by(me)] == ["Met koffie."]
    assert questions.called(question) == "Vlier"


def test_no_question_to_who_wants_none_is_gone_or_has_blocked(pair, programme):
    me, other = pair
    shy = a_member(programme, takes_questions=False)
    assert policies.can_ask_member(me, other) and not policies.can_ask_member(me, shy)
    assert not policies.can_ask_member(UserFactory(), other)
    question = questions.ask_member(other, "Hoe?", by=me)
    blocking.block(me, by=other.user)
    assert not questions.asked_of(other.user).exists() and questions.asked_by(me).exists(), "silent"
    for member in (shy, other):
        with pytest.raises(Refused, match="nu niets vragen"):
            questions.ask_member(member, "Nog iets?", by=me)
    Letter.objects.all().delete()
    questions.answer_question(question, "Dag.", by=other.user)
    assert not Letter.objects.exists()


def test_a_question_that_waits_is_gone_with_a_block_and_under_threat(pair, programme):
    asker, other = pair
    asked, question = other.user, questions.ask_member(other, "Hoe ging het?", by=asker)
    browser, page = sign_in(Client(), asked), reverse("mentoring:network_question", kwargs={"key": question.key})
    letter = Letter.objects.get(message="mentoring.question_waiting")
    written = letters.registered()[letter.message]

    def waits() -> tuple[bool, bool, bool]:
        step = "vraagt je iets" in browser.get(reverse("people:mine")).text
        return step, browser.get(page).status_code == 200, written.render(asked, letter.ids) is not None

    assert waits() == (True, True, True)
    blocking.block(asker, by=asked)
    assert waits() == (False, False, False)
    assert sign_in(Client(), asker).get(page).status_code == 200, "who asked notices nothing"
    blocking.unblock(asker, by=asked)
    contact = SafeguardingContactFactory(programme=programme).user
    threat.switch_on(programme, by=contact)
    assert waits()[:2] == (False, False)
    threat.switch_off(programme, by=contact)
    assert waits() == (True, True, True)


def test_five_questions_a_day(pair, programme):
    me, _other = pair
    for number in range(questions.MOST_A_DAY):
        questions.ask_member(a_member(programme, takes_questions=True), f"{number}", by=me)
    sixth = a_member(programme, takes_questions=True)
    with pytest.raises(Refused, match="vijf vragen"):
        questions.ask_member(sixth, "6", by=me)
    questions.ask_member(sixth, "6", by=me, at=timezone.now() + timedelta(hours=25))
    assert privacy.purge_expired(timezone.now() + timedelta(days=185))["network_question"] == 6


def test_what_can_be_reported_is_what_one_sees(pair, programme):
    me, other = pair
    question = questions.ask_member(other, "Zonnebloem?", by=me)
    assert MEMBER.find(me, str(other.key)).about == other.user
    assert QUESTION.find(other.user, str(question.key)).words == "Zonnebloem?"
    assert QUESTION.find(other.user, str(question.key)).about == me
    stranger = UserFactory()
    for key in (str(other.key), str(question.key), "geen sleutel", "\x00"):
        assert MEMBER.find(stranger, key) is None and QUESTION.find(stranger, key) is None


def test_who_is_erased_leaves_no_question_and_no_answer(pair):
    me, other = pair
    questions.answer_question(questions.ask_member(other, "Hoe?", by=me), "Zo.", by=other.user)
    assert str(privacy.export(other.user)).count("Zo.") == 1 and "Hoe?" not in str(privacy.export(other.user))
    privacy.erase(me)
    assert not NetworkQuestion.objects.exists() and NetworkMember.objects.get() == other
