"""Bringing two people in contact by hand: what is asked first, and what both are told."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from lifecycle.errors import IllegalMove, Refused
from lifecycle.models import JournalLine
from mentoring.actions.matches import propose_match, propose_prepared, take_back_match
from mentoring.models import Match
from mentoring.states import MatchState, MentorState
from people.models import Letter
from programmes.states import ParticipationState
from tests.factories.mentoring import MentorFactory, a_match, a_mentee, a_mentor, a_pair
from tests.factories.people import UserFactory
from tests.factories.programmes import organiser_of

pytestmark = pytest.mark.django_db


def test_both_are_asked_at_once_and_have_until_the_end_of_a_day():
    mentee = a_mentee()
    mentor = a_mentor(mentee.edition.programme)
    at = timezone.now()
    match = propose_match(mentee, mentor, by=organiser_of(mentor.programme), at=at)
    assert (match.state, match.proposed_at, match.round) == (MatchState.PROPOSED, at, None)
    assert timezone.localtime(match.answer_until).time().isoformat() == "00:00:00"
    assert match.last_day == timezone.localdate(at) + timedelta(days=10)
    told = set(Letter.objects.values_list("message", "recipient"))
    assert told == {
        ("mentoring.proposed_to_mentee", mentee.user_id),
        ("mentoring.proposed_to_mentor", mentor.user_id),
    }
    line = JournalLine.objects.get(verb="propose")
    assert (line.was, line.now, line.thing_key) == ("prepared", "proposed", str(match.key))


def test_another_term_can_be_given():
    mentee = a_mentee()
    until = timezone.now() + timedelta(days=3)
    match = propose_match(mentee, a_mentor(mentee.edition.programme), by=None, until=until)
    assert match.answer_until == until and match.last_day == timezone.localdate(until)


def _already_proposed(mentee, mentor):
    a_match(participation=mentee, mentor=mentor)


def _stands_ready(mentee, mentor):
    a_match(MatchState.PREPARED, participation=mentee, mentor=mentor)


def _has_a_mentor(mentee, mentor):
    a_pair(mentee)


def _left(mentee, mentor):
    type(mentee).objects.filter(pk=mentee.pk).update(state=ParticipationState.LEFT, left_at=timezone.now())


def _not_admitted(mentee, mentor):
    type(mentor).objects.filter(pk=mentor.pk).update(state=MentorState.APPLIED)


def _no_profile(mentee, mentor):
    mentor.user.mentor_profile.delete()


@pytest.mark.parametrize(
    ("before", "said"),
    [
        (_already_proposed, "al een voorstel"),
        (_stands_ready, "koppelronde"),
        (_has_a_mentor, "al een mentor"),
        (_left, "niet meer mee"),
        (_not_admitted, "niet toegelaten"),
        (_no_profile, "geen profiel"),
    ],
)
def test_what_cannot_be_proposed_is_said_in_words(before, said):
    mentee = a_mentee()
    mentor = a_mentor(mentee.edition.programme)
    before(mentee, mentor)
    with pytest.raises(Refused, match=said):
        propose_match(mentee, mentor, by=organiser_of(mentee.edition.programme))
    assert not Letter.objects.exists()


def test_nobody_is_her_own_mentor():
    mentee = a_mentee()
    mentor = a_mentor(mentee.edition.programme, mentee.user)
    with pytest.raises(Refused, match="dezelfde persoon"):
        propose_match(mentee, mentor, by=organiser_of(mentor.programme))


def test_a_mentor_of_another_programme_is_not_proposed():
    mentee = a_mentee()
    with pytest.raises(Refused, match="ander programma"):
        propose_match(mentee, a_mentor(), by=organiser_of(mentee.edition.programme))


def test_after_a_no_the_same_two_can_be_proposed_again():
    match = a_match(MatchState.DECLINED)
    again = propose_match(match.participation, match.mentor, by=None)
    assert again.pk != match.pk and again.state == MatchState.PROPOSED


def test_only_an_organiser_of_the_programme_proposes():
    mentee = a_mentee()
    mentor = a_mentor(mentee.edition.programme)
    for by in (UserFactory(), mentee.user, mentor.user, organiser_of(a_mentee().edition.programme)):
        with pytest.raises(PermissionDenied):
            propose_match(mentee, mentor, by=by)
    assert not Match.objects.exists()


def test_what_a_round_laid_ready_is_sent_once():
    match = a_match(MatchState.PREPARED)
    organiser = organiser_of(match.mentor.programme)
    assert propose_prepared(match, by=organiser).state == MatchState.PROPOSED
    with pytest.raises(IllegalMove):
        propose_prepared(match, by=organiser)


def test_what_was_laid_ready_is_looked_at_again_when_it_is_sent():
    match = a_match(MatchState.PREPARED)
    MentorFactory._meta.model.objects.filter(pk=match.mentor_id).update(state=MentorState.STOPPED)
    with pytest.raises(Refused, match="niet toegelaten"):
        propose_prepared(match, by=organiser_of(match.mentor.programme))


def test_an_organiser_takes_a_proposal_back_and_both_hear_that_it_is_over():
    match = a_match(MatchState.MENTOR_YES)
    taken = take_back_match(match, by=organiser_of(match.mentor.programme))
    assert taken.state == MatchState.TAKEN_BACK and taken.ended_at
    assert {letter.message for letter in Letter.objects.all()} == {"mentoring.match_over"}
    assert Letter.objects.count() == 2
    with pytest.raises(PermissionDenied):
        take_back_match(a_match(), by=match.participation.user)


def test_taking_back_what_nobody_heard_of_tells_nobody():
    match = a_match(MatchState.PREPARED)
    take_back_match(match, by=organiser_of(match.mentor.programme))
    assert not Letter.objects.exists()
