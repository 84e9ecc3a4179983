"""A matching round that goes out: once, to whom it still can, until everybody has answered."""

from datetime import timedelta

import pytest
from django.utils import timezone

from lifecycle.errors import IllegalMove, Refused
from lifecycle.models import JournalLine
from mentoring.actions.matches import accept_match, decline_match, propose_match
from mentoring.actions.rounds import (
    begin_round,
    close_round,
    compute_round,
    drop_round,
    pin_match,
    send_round,
)
from mentoring.choices import Help, Topic
from mentoring.models import Match, Round
from mentoring.states import MatchState, MentorState, RoundState
from people.models import Letter
from programmes.choices import Reveals
from tests.factories.programmes import organiser_of
from tests.mentoring.rounds import a_guide, a_seeker, laid, names

pytestmark = pytest.mark.django_db


@pytest.fixture
def round(edition, organiser):
    return begin_round(edition, by=organiser)


def test_sent_once_and_each_gets_one_letter(edition, organiser):
    mentee, mentor = a_seeker(edition), a_guide(edition)
    round = compute_round(begin_round(edition, by=organiser, answer_days=5), by=organiser)
    at = timezone.now()
    sent = send_round(round, by=organiser, at=at)
    assert (sent.proposed, sent.left_out, sent.round.state) == (1, 0, RoundState.SENT)
    match = Match.objects.get()
    assert match.round == round and match.last_day == timezone.localdate(at) + timedelta(days=5)
    assert {letter.recipient for letter in Letter.objects.all()} == {mentee.user, mentor.user}
    for act in (send_round, compute_round, drop_round):
        with pytest.raises(IllegalMove):
            act(round, by=organiser_of(edition.programme))
    assert Letter.objects.count() == 2


def test_who_was_paired_by_hand_meanwhile_falls_out(edition, round, organiser):
    anna, bea = a_seeker(edition, "Anna"), a_seeker(edition, "Bea")
    a_guide(edition, "Xenia", capacity=2)
    far = a_guide(edition, "Ver", topics=[Topic.WATER])
    compute_round(round, by=organiser)
    propose_match(anna, far, by=organiser)
    sent = send_round(round, by=organiser)
    assert (sent.proposed, sent.left_out) == (1, 1)
    assert names(Match.objects.unanswered()) == {("Anna", "Ver"), ("Bea", "Xenia")}
    assert not Match.objects.prepared().exists() and bea.matches.count() == 1


def test_a_mentor_who_stopped_or_pauses_meanwhile_gets_no_proposal(edition, round, organiser):
    for name in ("Anna", "Bea", "Carla"):
        a_seeker(edition, name)
    stops, pauses, stays = (a_guide(edition, name) for name in ("Stopt", "Pauzeert", "Blijft"))
    compute_round(round, by=organiser)
    stops.state = MentorState.STOPPED
    stops.save()
    pauses.user.mentor_profile.paused_until = timezone.localdate()
    pauses.user.mentor_profile.save()
    sent = send_round(round, by=organiser)
    assert (sent.proposed, sent.left_out) == (1, 2)
    assert Match.objects.get().mentor == stays


def test_a_round_in_which_nothing_stands_is_not_sent(edition, round, organiser):
    compute_round(round, by=organiser)
    with pytest.raises(Refused):
        send_round(round, by=organiser)
    assert Round.objects.get().state == RoundState.READY


def test_who_must_first_say_yes_to_what_it_reveals_is_not_proposed(edition, round, organiser):
    a_seeker(edition)
    a_guide(edition)
    compute_round(round, by=organiser)
    edition.reveals = Reveals.ORIGIN
    edition.save()
    with pytest.raises(Refused):
        send_round(round, by=organiser)
    assert not Letter.objects.exists()


def test_a_round_is_closed_when_everybody_answered(edition, round, organiser):
    a_seeker(edition)
    a_guide(edition)
    send_round(compute_round(round, by=organiser), by=organiser)
    with pytest.raises(Refused):
        close_round(round, by=organiser)
    match = Match.objects.get()
    decline_match(match, by=match.mentor.user, reason="time")
    assert close_round(round, by=organiser).state == RoundState.CLOSED


def test_the_journal_follows_a_round_by_key(edition, organiser):
    a_seeker(edition)
    a_guide(edition)
    round = compute_round(begin_round(edition, by=organiser), by=organiser)
    pin_match(laid(round).get(), by=organiser)
    send_round(round, by=organiser)
    lines = JournalLine.objects.filter(actor=organiser.journal_key).order_by("pk")
    assert [line.verb for line in lines] == ["begin", "compute", "pin", "propose", "send"]
    assert {line.scope for line in lines} == {edition.programme.lead_key}


def test_eight_people_five_mentors_and_one_place_too_few(edition, organiser):
    """Four are alike, so ties decide; whoever says no or is left over is in the next round."""
    alike = [a_seeker(edition, f"Gelijk {number}") for number in range(4)]
    water = [a_seeker(edition, f"Water {number}", topics=[Topic.WATER], help=[Help.LIST]) for number in range(3)]
    only = a_seeker(edition, "Alleen Fries", languages=["fy"])
    for number in range(2):
        a_guide(edition, f"Huis {number}", capacity=2)
    for number in range(2):
        a_guide(edition, f"Water {number}", topics=[Topic.WATER], help=[Help.LIST])
    a_guide(edition, "Fries", languages=["fy", "nl"])
    round = compute_round(begin_round(edition, by=organiser), by=organiser)
    made = names(laid(round))
    assert len(made) == 7 and ("Alleen Fries", "Fries") in made
    assert sum(mentee.startswith("Water") and mentor.startswith("Water") for mentee, mentor in made) == 2
    assert len({mentee for mentee, _mentor in made}) == 7
    left_over = {one.user.name for one in [*alike, *water, only]} - {mentee for mentee, _mentor in made}
    assert len(left_over) == 1 and left_over.pop().startswith("Water")

    sent = send_round(round, by=organiser)
    assert sent.proposed == 7 and Letter.objects.count() == 14
    matches = list(Match.objects.filter(round=round).order_by("pk"))
    for match in matches[:5]:
        accept_match(match, by=match.mentor.user)
        accept_match(match, by=match.participation.user)
    decline_match(matches[5], by=matches[5].participation.user, reason="other")
    decline_match(matches[6], by=matches[6].mentor.user, reason="time")
    close_round(round, by=organiser)

    assert Match.objects.active().count() == 5
    second = compute_round(begin_round(edition, by=organiser), by=organiser)
    again = {(match.participation_id, match.mentor_id) for match in laid(second)}
    before = {(match.participation_id, match.mentor_id) for match in matches}
    assert again and not again & before
    paired = {match.participation_id for match in Match.objects.active()}
    assert not {mentee for mentee, _mentor in again} & paired
    assert all(match.state == MatchState.PREPARED for match in laid(second))
