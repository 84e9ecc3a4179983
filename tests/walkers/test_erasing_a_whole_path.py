"""Somebody who went the whole way, as participant, mentor, candidate and teller, and then wants nothing to stay."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from elections.models import PartyCard
from elections.states import CardState
from lifecycle.models import JournalLine
from mentoring.actions import matches, meetings, mentors
from mentoring.actions.rounds import begin_round, compute_round, send_round
from mentoring.choices import Way
from mentoring.models import Match, Meeting, Mentor
from outcomes.actions import describe_yourself
from outcomes.collecting import collect
from outcomes.models import FunnelFact, FunnelPerson
from people import privacy, takeout
from people.addresses import keyed
from people.letters import send_due
from people.models import MailCode, User
from programmes.actions import decisions, editions, participations
from programmes.actions.stories import tell_story
from programmes.agenda import actions as agenda
from programmes.interests.actions import ask_interest
from programmes.models import Answer, Booking, Interest, Programme, Story
from tests.factories.bookings import SessionFactory, SessionOfferFactory, booked
from tests.factories.elections import PartyCardFactory
from tests.factories.mentoring import MenteeProfileFactory, MentorProfileFactory, a_mentor
from tests.factories.programmes import (
    EventFactory,
    OpenEditionFactory,
    QuestionFactory,
    SentApplicationFactory,
    organiser_of,
)
from tests.laid import laid
from tests.mentoring.on_a_list import an_entry, body, claimed, election, place, result_of
from tests.mentoring.rounds import a_seeker
from tests.people.full_person import ADDRESS, make_full_person
from tests.people.test_privacy import whole_database
from tests.programmes.told import CANARY, words

__all__ = ["body", "election", "laid", "place"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("laid")]
PSEUDONYM, AS_MENTOR, ANSWER, REASON = "Kanariepluim", "Kanarieveer", "Kanarieantwoord", "Kanariereden"
CODE, BOOKING, CARD, EVENT = "kanariecode", "Kanarieboeking", "Kanariekaart", "Kanarieavond"
BY_ADDRESS = {BOOKING: ("club", "vraag", "nee"), CARD: ("wijze", "maat", "reden")}


@pytest.fixture
def person(place) -> User:
    user = make_full_person()
    edition = OpenEditionFactory(capacity=3)
    organiser = organiser_of(edition.programme)
    application = SentApplicationFactory(edition=edition, user=user)
    Answer.objects.create(application=application, question=QuestionFactory(edition=edition), value=ANSWER)
    decisions.offer_place(application, by=organiser, words=REASON)
    participation = decisions.accept_offer(application, by=user)
    MenteeProfileFactory(user=user, display_name=PSEUDONYM)
    helper = a_mentor(edition.programme)
    round = send_round(compute_round(begin_round(edition, by=organiser), by=organiser), by=organiser).round
    match = Match.objects.get(round=round)
    for by in (user, helper.user):
        matches.accept_match(match, by=by)
    soon = timezone.now() + timedelta(days=2)
    meetings.propose_meeting(match, by=user, starts_at=soon, minutes=30, way=Way.ONLINE)
    _mentor_elsewhere(user)
    claimed(user, place, entry := an_entry(place))
    result_of(place, entry)
    describe_yourself(user, gender="vrouw", birth_year=1991, province="Gelderland")
    tell_story(words(), by=user, programme=None, language="nl")
    for move in (editions.close_edition, editions.start_edition, editions.finish_edition):
        move(edition, by=organiser)
    participations.answer_follow_up(participation, agrees=True, by=user)
    collect()
    agenda.register(EventFactory(title=EVENT, registering="open"), by=user)
    _by_address_alone(user, edition.programme)
    return user


def _by_address_alone(user: User, programme: Programme) -> None:
    """Before she had an account, or beside it: what hangs on her address and not on her."""
    address = user.email
    MailCode.objects.create(purpose=CODE, address=address, address_keyed=keyed(address), digits="123456", language="nl")
    ask_interest(programme, address, language="nl")
    offer = SessionOfferFactory()
    booking = booked(offer, SessionFactory(offer=offer), address=address)
    booking.organisation_name, booking.note, booking.answer = (f"{BOOKING} {part}" for part in BY_ADDRESS[BOOKING])
    booking.save()
    how, criteria, remark = (f"{CARD} {part}" for part in BY_ADDRESS[CARD])
    for state, said in ((CardState.WAITING, ""), (CardState.REFUSED, remark)):
        PartyCardFactory(address=address, state=state, how=how, criteria=criteria, remark=said)
    PartyCardFactory(address=address, shown=True)


def _mentor_elsewhere(user: User) -> None:
    edition = OpenEditionFactory(programme__has_mentors=True)
    organiser = organiser_of(edition.programme)
    MentorProfileFactory(user=user, display_name=AS_MENTOR)
    mentor = mentors.sign_up_mentor(edition.programme, by=user)
    mentors.note_check(mentor, by=organiser, talked_on=timezone.localdate())
    mentors.admit_mentor(mentor, by=organiser)
    matches.propose_match(a_seeker(edition), mentor, by=organiser)


def keys_of(user: User) -> set[str]:
    """What names her rows, as a database may write it: with and without dashes."""
    own: list[Any] = [user, *user.participations.all(), *user.applications.all(), *user.candidacies.all()]
    own += [*Mentor.objects.filter(user=user), *Story.objects.of(user), *Match.objects.of(user)]
    own += Meeting.objects.filter(match__in=Match.objects.of(user))
    mark = keyed(user.email)
    own += [*user.registrations.all(), *Interest.objects.filter(address_digest=mark)]
    own += [*Booking.objects.of_address(mark), *PartyCard.objects.own(mark)]
    return {str(one.key).replace("-", "") for one in own}


WORDS = (PSEUDONYM, AS_MENTOR, CANARY, CODE, BOOKING, CARD, "Kanarie Geel", "kanarie.geel")


def test_the_way_is_there_and_told_in_the_export(person: User) -> None:
    database = whole_database()
    assert all(word in database for word in WORDS)
    assert ANSWER not in database and REASON not in database and "GR2026_Verzonnen/geen/2/3" not in database
    told = "".join(takeout.files(person).values())
    kept = (f"{what} {part}" for what, parts in BY_ADDRESS.items() for part in parts)
    for word in (*WORDS, *kept, ANSWER, REASON, EVENT, "GR2026_Verzonnen/geen/2/3"):
        assert word in told, word
    assert keyed(person.email) in database
    assert FunnelFact.objects.filter(person__user=person).count() >= 6


def test_erasing_leaves_no_word_no_key_and_no_fact(person: User) -> None:
    keys = keys_of(person)
    figure = FunnelPerson.objects.get(user=person)
    assert len(keys) > 12
    privacy.erase(person)
    # The letters of others and the journal name what was done by key; whose it was, nobody can tell any more.
    left = whole_database("lifecycle_journalline", "people_letter")
    assert [word for word in WORDS if word in left] == []
    assert [key for key in keys if key in left.replace("-", "")] == []
    assert str(figure.rounding_key) not in left and keyed(ADDRESS) not in left
    assert [card.kept_by for card in PartyCard.objects.public()] == [""]  # a party's words stay, by nobody any more
    assert not FunnelFact.objects.filter(person=figure.pk).exists()
    assert not JournalLine.objects.filter(actor=person.journal_key).exclude(verb="").filter(ids__icontains="anarie")


def test_the_other_of_each_pair_hears_that_it_is_over(person: User, mailoutbox: list[Any]) -> None:
    going_on = Match.objects.of(person).going_on()
    others = {match.user_at(match.side_of(person).other).email for match in going_on}
    assert len(others) == 2
    send_due()
    mailoutbox.clear()
    privacy.erase(person)
    send_due()
    assert {to for mail in mailoutbox for to in mail.to} == others
    assert not any("anarie" in mail.subject + mail.body for mail in mailoutbox)
