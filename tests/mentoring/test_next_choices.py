"""After a no or a silence the next mentor is asked by itself; who has not chosen hears once before the term ends."""

from datetime import timedelta

import pytest
from django.utils import timezone

from mentoring.actions.matches import accept_match, decline_match, expire_matches, propose_match
from mentoring.actions.rounds import begin_round, close_round, compute_round, let_go_on, send_round
from mentoring.asking.enquiring import ask_first
from mentoring.choices import DeclineReason, Topic
from mentoring.models import Match, MentorProfile, Round
from mentoring.next_choices import _pool, next_choices, propose_next
from mentoring.reminders import remind_of_terms
from mentoring.states import MatchState
from people.models import Letter
from tests.factories.mentoring import a_pair
from tests.factories.programmes import OpenEditionFactory, organiser_of
from tests.mentoring.rounds import a_guide, a_seeker, names
from tests.mentoring.test_rounds_at_once import at_once

pytestmark = pytest.mark.django_db


@pytest.fixture
def sent(edition, organiser) -> Match:
    """Anna is proposed to Eerste, who fits best; behind her stand two others."""
    a_seeker(edition, "Anna", topics=[Topic.HOUSING, Topic.CARE, Topic.WATER])
    a_guide(edition, "Eerste", topics=[Topic.HOUSING, Topic.CARE, Topic.WATER])
    a_guide(edition, "Tweede")
    a_guide(edition, "Derde", topics=[Topic.HOUSING])
    round = compute_round(begin_round(edition, by=organiser, answer_days=5), by=organiser)
    send_round(round, by=organiser, at=timezone.now() - timedelta(minutes=1))
    return Match.objects.get()


def say_no(match, by="mentor"):
    decline_match(match, by=match.user_at(by), reason=DeclineReason.NO_TIME)


def open_ones():
    return names(Match.objects.unanswered())


def test_after_a_no_the_next_best_is_asked_and_both_get_a_letter(sent):
    assert propose_next() == 0
    say_no(sent)
    letters, at = Letter.objects.count(), timezone.now()
    assert propose_next(at) == 1 and propose_next(at) == 0
    assert open_ones() == {("Anna", "Tweede")}
    match = Match.objects.unanswered().get()
    assert match.round == sent.round and match.reasons and match.last_day == timezone.localdate(at) + timedelta(days=5)
    assert Letter.objects.count() == letters + 2 and list(next_choices(sent.round)) == [match]


def test_after_a_silence_too_but_not_for_who_stays_silent_herself(sent):
    later = timezone.now()
    for mentor in ("Tweede",):
        later += timedelta(days=7)
        assert expire_matches(later) == 1 and propose_next(later) == 1
        assert open_ones() == {("Anna", mentor)}
    later += timedelta(days=7)
    assert expire_matches(later) == 1
    assert propose_next(later) == 0 and not open_ones()


def test_it_stops_after_three_proposals(sent, edition):
    a_guide(edition, "Vierde", topics=[Topic.HOUSING])
    for _number in range(2):
        say_no(Match.objects.unanswered().get())
        assert propose_next() == 1
    say_no(Match.objects.unanswered().get())
    assert propose_next() == 0 and Match.objects.count() == 3


def test_when_none_fits_it_stops_and_looks_again_an_hour_later(sent, edition):
    Match.objects.exclude(pk=sent.pk).delete()
    for mentor in edition.programme.mentors.exclude(pk=sent.mentor_id):
        mentor.user.mentor_profile.languages = ["fy"]
        mentor.user.mentor_profile.save()
    say_no(sent)
    at = timezone.now()
    assert propose_next(at) == 0
    a_guide(edition, "Nieuw")
    assert propose_next(at + timedelta(minutes=59)) == 0
    assert propose_next(at + timedelta(minutes=61)) == 1 and open_ones() == {("Anna", "Nieuw")}


def test_it_does_not_go_on_when_told_so_nor_once_the_round_is_closed(sent, organiser):
    say_no(sent)
    let_go_on(sent.round, by=organiser, goes_on=False)
    assert propose_next() == 0
    let_go_on(sent.round, by=organiser, goes_on=True)
    assert propose_next() == 1
    say_no(Match.objects.unanswered().get())
    close_round(sent.round, by=organiser)
    assert propose_next() == 0


def test_who_was_helped_by_hand_or_pauses_is_left_alone(sent, edition, organiser):
    say_no(sent)
    paused = edition.programme.mentors.get(user__name="Tweede").user.mentor_profile
    paused.paused_until = timezone.localdate()
    paused.save()
    by_hand = propose_match(sent.participation, a_guide(edition, "Met De Hand"), by=organiser)
    assert propose_next() == 0
    say_no(by_hand)
    assert propose_next() == 1 and open_ones() == {("Anna", "Derde")}


@pytest.mark.parametrize("meanwhile", ["pauses", "is full"])
def test_who_pauses_or_fills_her_last_place_while_the_pool_is_read_is_not_asked(sent, edition, monkeypatch, meanwhile):
    """What was read is a moment old when it is proposed."""
    say_no(sent)
    at, mentor = timezone.now(), edition.programme.mentors.get(user__name="Tweede")

    def read(round, at):
        pool = _pool(round, at)
        if meanwhile == "pauses":
            MentorProfile.objects.filter(user=mentor.user).update(paused_until=timezone.localdate(at))
        else:
            a_pair(mentor=mentor)
        return pool

    monkeypatch.setattr("mentoring.next_choices._pool", read)
    assert propose_next(at) == 0 and not Match.objects.unanswered().filter(mentor=mentor).exists()


def test_who_asked_something_first_and_was_not_answered_did_not_let_it_go_by(sent):
    later = timezone.now()
    for _twice in range(2):
        match = Match.objects.unanswered().get()
        ask_first(match, "Kan het ook op dinsdag?", by=match.participation.user, at=later)
        later += timedelta(days=30)
        assert expire_matches(later) == 1 and propose_next(later) == 1


def test_who_has_not_chosen_hears_it_once_two_days_before(sent):
    accept_match(sent, by=sent.participation.user)
    until = Match.objects.get().answer_until
    reminders = Letter.objects.filter(message="mentoring.proposal_lapses")
    assert remind_of_terms(until - timedelta(days=2, minutes=1)) == 0
    assert remind_of_terms(until - timedelta(days=2)) == 1
    assert remind_of_terms(until - timedelta(days=1)) == 0
    assert [letter.recipient for letter in reminders] == [sent.mentor.user]


def test_a_term_as_short_as_the_reminder_brings_no_second_mail_on_its_first_day(sent):
    Match.objects.update(answer_until=timezone.now() + timedelta(days=1), proposed_at=timezone.now())
    assert remind_of_terms() == 0
    Match.objects.update(
        state=MatchState.ACTIVE, active_at=timezone.now(), mentee_yes_at=timezone.now(), mentor_yes_at=timezone.now()
    )
    assert remind_of_terms(timezone.now() + timedelta(hours=24)) == 0


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_sweeps_and_hands_at_once_ask_one_mentor():
    edition = OpenEditionFactory()
    by = organiser_of(edition.programme)
    seeker = a_seeker(edition)
    mentors = [a_guide(edition) for _number in range(4)]
    send_round(compute_round(begin_round(edition, by=by), by=by), by=by)
    match = Match.objects.get()
    say_no(match)
    other = next(one for one in mentors if one.pk != match.mentor_id)
    at_once([propose_next, propose_next, lambda: propose_match(seeker, other, by=by), propose_next])
    by_itself = Match.objects.unanswered().filter(round__isnull=False).count()
    # By hand somebody may be proposed twice at a time; by itself never besides another, and never twice.
    assert by_itself <= 1 <= Match.objects.unanswered().count() <= 2
    assert Round.objects.get().next_look_at is None or by_itself == 0
