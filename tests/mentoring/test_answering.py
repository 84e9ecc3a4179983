"""Yes and no: what each press leads to, whatever was pressed before it or meanwhile."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from lifecycle.errors import IllegalMove, Refused
from lifecycle.models import JournalLine
from mentoring.actions import matches
from mentoring.actions.mentors import pause_mentor, resume_mentor
from mentoring.choices import DeclineReason
from mentoring.models import Match, Mentor, MentorProfile
from mentoring.states import MatchState, MentorState, Side
from people.models import Letter
from programmes.states import ParticipationState
from tests.factories.mentoring import a_match, a_mentee, a_mentor, a_pair
from tests.factories.people import UserFactory
from tests.factories.programmes import organiser_of

pytestmark = pytest.mark.django_db


def mentee_of(match):
    return match.participation.user


def mentor_of(match):
    return match.mentor.user


def test_the_second_yes_makes_the_pair_in_either_order():
    for first, second, between in (
        (mentee_of, mentor_of, MatchState.MENTEE_YES),
        (mentor_of, mentee_of, MatchState.MENTOR_YES),
    ):
        match = a_match()
        assert matches.accept_match(match, by=first(match)).state == between
        assert not Letter.objects.filter(ids__match=str(match.key)).exists()
        pair = matches.accept_match(match, by=second(match))
        assert pair.state == MatchState.ACTIVE and pair.active_at and pair.mentee_yes_at and pair.mentor_yes_at
        told = Letter.objects.filter(message="mentoring.pair_made", ids__match=str(match.key))
        assert {letter.recipient for letter in told} == {mentee_of(match), mentor_of(match)}


def test_a_yes_given_twice_is_told_and_changes_nothing():
    match = a_match()
    for person in (mentee_of(match), mentor_of(a_match())):
        one = Match.objects.unanswered().of(person).get()
        matches.accept_match(one, by=person)
        with pytest.raises(matches.AlreadyAnswered, match="al ja gezegd"):
            matches.accept_match(one, by=person)
    assert JournalLine.objects.filter(verb="accept").count() == 2


@pytest.mark.parametrize(
    "state",
    [MatchState.PREPARED, MatchState.DECLINED, MatchState.EXPIRED, MatchState.TAKEN_BACK, MatchState.ENDED],
)
def test_what_is_over_or_not_yet_proposed_takes_no_yes(state):
    match = a_match(state)
    with pytest.raises((IllegalMove, PermissionDenied)):
        matches.accept_match(match, by=mentee_of(match))


def test_a_pair_takes_no_third_yes_and_no_late_no():
    pair = a_pair()
    with pytest.raises(IllegalMove):
        matches.accept_match(pair, by=mentor_of(pair))
    with pytest.raises(IllegalMove):
        matches.decline_match(pair, by=mentee_of(pair), reason=DeclineReason.NO_TIME)


def test_after_the_term_a_yes_is_too_late_even_before_the_sweep():
    until = timezone.now() - timedelta(seconds=1)
    match = a_match(answer_until=until)
    for at in (None, until):  # the sweep ends it at that very moment
        with pytest.raises(matches.TooLate, match="voorbij"):
            matches.accept_match(match, by=mentee_of(match), at=at)
    just_in_time = a_match(answer_until=until)
    matches.accept_match(just_in_time, by=mentee_of(just_in_time), at=until - timedelta(microseconds=1))
    just_in_time.refresh_from_db()
    assert just_in_time.state == MatchState.MENTEE_YES
    assert matches.expire_matches() == 2
    with pytest.raises(IllegalMove):
        matches.accept_match(match, by=mentee_of(match))


def test_one_can_think_again_until_the_other_has_said_yes_too():
    match = a_match(MatchState.MENTEE_YES)
    declined = matches.decline_match(match, by=mentee_of(match), reason=DeclineReason.OTHER)
    assert (declined.state, declined.declined_by, declined.decline_reason) == (MatchState.DECLINED, "mentee", "other")
    letter = Letter.objects.get()
    assert (letter.message, letter.recipient) == ("mentoring.match_over", mentor_of(match))
    assert letter.ids == {"match": str(match.key)}


def test_a_no_needs_a_reason_from_the_list():
    match = a_match()
    with pytest.raises(ValueError, match="is not a valid"):
        matches.decline_match(match, by=mentee_of(match), reason="zomaar")


@pytest.mark.parametrize("act", [matches.accept_match, lambda m, by: matches.decline_match(m, by=by, reason="time")])
def test_nobody_answers_for_another(act):
    match = a_match()
    for by in (UserFactory(), organiser_of(match.mentor.programme), mentor_of(a_match())):
        with pytest.raises(PermissionDenied):
            act(match, by=by)


# Places -------------------------------------------------------------------------------------------------


def test_a_mentor_with_room_for_one_says_yes_once():
    mentor = a_mentor(capacity=1)
    first, second = (a_match(mentor=mentor) for _number in range(2))
    matches.accept_match(first, by=mentor.user)
    with pytest.raises(matches.NoRoom, match="plekken zijn bezet"):
        matches.accept_match(second, by=mentor.user)
    second.refresh_from_db()
    assert second.state == MatchState.PROPOSED and second.mentor_yes_at is None


def test_places_count_over_all_her_programmes():
    user = UserFactory()
    here, there = a_mentor(user=user, capacity=1), a_mentor(user=user)
    a_pair(mentor=here)
    with pytest.raises(matches.NoRoom):
        matches.accept_match(a_match(mentor=there), by=user)
    MentorProfile.objects.filter(user=user).update(capacity=2)
    matches.accept_match(Match.objects.unanswered().get(), by=user)


def test_a_place_comes_free_when_the_mentee_says_no():
    mentor = a_mentor(capacity=1)
    first, second = a_match(MatchState.MENTOR_YES, mentor=mentor), a_match(mentor=mentor)
    matches.decline_match(first, by=mentee_of(first), reason=DeclineReason.KNOWN)
    assert matches.accept_match(second, by=mentor.user).state == MatchState.MENTOR_YES


def test_a_full_mentor_can_still_say_no():
    mentor = a_mentor(capacity=1)
    a_pair(mentor=mentor)
    match = a_match(mentor=mentor)
    assert matches.decline_match(match, by=mentor.user, reason=DeclineReason.NO_TIME).state == MatchState.DECLINED


def test_who_pauses_can_say_yes_when_the_pause_is_over():
    match = a_match()
    today = timezone.localdate()
    pause_mentor(by=mentor_of(match), until=today)
    with pytest.raises(matches.NoRoom, match="pauze"):
        matches.accept_match(match, by=mentor_of(match))
    tomorrow = timezone.now() + timedelta(days=1, hours=1)
    assert matches.accept_match(match, by=mentor_of(match), at=tomorrow).state == MatchState.MENTOR_YES
    resume_mentor(by=mentor_of(match))
    assert mentor_of(match).mentor_profile.is_paused() is False


def test_a_mentees_yes_needs_no_place():
    mentor = a_mentor(capacity=1)
    a_pair(mentor=mentor)
    match = a_match(mentor=mentor)
    assert matches.accept_match(match, by=mentee_of(match)).state == MatchState.MENTEE_YES


# One mentor at a time -----------------------------------------------------------------------------------


def test_a_pair_takes_back_what_else_was_proposed_and_frees_those_places():
    mentee = a_mentee()
    programme = mentee.edition.programme
    chosen = a_match(MatchState.MENTOR_YES, participation=mentee)
    other = a_match(MatchState.MENTOR_YES, participation=mentee, mentor=a_mentor(programme, capacity=1))
    matches.accept_match(chosen, by=mentee.user)
    other.refresh_from_db()
    assert other.state == MatchState.TAKEN_BACK
    assert Letter.objects.filter(message="mentoring.match_over", recipient=mentor_of(other)).exists()
    with pytest.raises(IllegalMove):
        matches.accept_match(other, by=mentee.user)


@pytest.mark.parametrize("gone", ["mentee", "mentor"])
def test_who_takes_part_no_longer_makes_no_pair(gone):
    match = a_match(MatchState.MENTOR_YES)
    if gone == "mentee":
        Match.participation.get_queryset().filter(pk=match.participation_id).update(
            state=ParticipationState.LEFT, left_at=timezone.now()
        )
    else:
        Mentor.objects.filter(pk=match.mentor_id).update(state=MentorState.STOPPED)
    with pytest.raises(Refused, match="Dit voorstel kan nu niet doorgaan"):
        matches.accept_match(match, by=mentee_of(match))
    assert matches.expire_matches() == 1
    match.refresh_from_db()
    assert match.state == MatchState.TAKEN_BACK


# The sweep and the end ----------------------------------------------------------------------------------


def test_the_sweep_ends_what_went_by_and_tells_who_waited():
    at = timezone.now()
    silent, waiting = (a_match(state, answer_until=at) for state in (MatchState.PROPOSED, MatchState.MENTEE_YES))
    later = a_match(answer_until=at + timedelta(minutes=1))
    assert matches.expire_matches(at) == 2
    assert matches.expire_matches(at) == 0
    for match, state in ((silent, "expired"), (waiting, "expired"), (later, "proposed")):
        match.refresh_from_db()
        assert match.state == state
    letter = Letter.objects.get()
    assert (letter.recipient, letter.message) == (mentee_of(waiting), "mentoring.match_over")


def test_a_pair_goes_on_after_its_answer_term_and_after_completion():
    pair = a_pair(answer_until=timezone.now() - timedelta(days=30))
    type(pair.participation).objects.update(state=ParticipationState.COMPLETED, completed_at=timezone.now())
    assert matches.expire_matches() == 0
    pair.refresh_from_db()
    assert pair.is_active


def test_a_pair_ends_when_the_mentee_leaves():
    pair = a_pair()
    type(pair.participation).objects.update(state=ParticipationState.LEFT, left_at=timezone.now())
    assert matches.expire_matches() == 1
    assert {letter.message for letter in Letter.objects.all()} == {"mentoring.pair_ended"}


@pytest.mark.parametrize("side", list(Side))
def test_either_of_the_two_ends_it_and_the_other_is_told(side):
    pair = a_pair()
    ended = matches.end_match(pair, by=pair.user_at(side))
    assert ended.state == MatchState.ENDED and ended.ended_at
    letter = Letter.objects.get()
    assert (letter.message, letter.recipient) == ("mentoring.pair_ended", pair.user_at(side.other))
    with pytest.raises(IllegalMove):
        matches.end_match(pair, by=pair.user_at(side.other))


def test_a_stranger_ends_nothing():
    pair = a_pair()
    with pytest.raises(PermissionDenied):
        matches.end_match(pair, by=UserFactory())
