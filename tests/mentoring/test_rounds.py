"""A matching round through its actions: what is laid ready, what stays, what goes out, and who may press."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from lifecycle.errors import IllegalMove, Refused
from lifecycle.models import JournalLine
from mentoring import policies
from mentoring.actions.matches import accept_match, decline_match, propose_match
from mentoring.actions.rounds import (
    AlreadyBegun,
    allow_pair,
    begin_round,
    close_round,
    compute_round,
    drop_round,
    forbid_pair,
    pin_match,
    send_round,
)
from mentoring.choices import Help, Topic
from mentoring.models import Match, Round
from mentoring.states import ROUND, MatchState, MentorState, RoundState
from people.models import Letter, Membership
from programmes.choices import Reveals
from programmes.models import Carrier
from programmes.states import ParticipationState
from tests.factories.people import AdministratorFactory, MembershipFactory, MinistryFactory, UserFactory
from tests.factories.programmes import OpenEditionFactory, organiser_of
from tests.mentoring.rounds import a_guide, a_seeker

pytestmark = pytest.mark.django_db

NO = "-"
TABLE = """
            compute  send  close   drop
preparing   ready    -     -       dropped
ready       ready    sent  -       dropped
sent        -        -     closed  -
closed      -        -     -       -
dropped     -        -     -       -
"""


@pytest.fixture
def edition():
    return OpenEditionFactory()


@pytest.fixture
def organiser(edition):
    return organiser_of(edition.programme)


@pytest.fixture
def round(edition, organiser):
    return begin_round(edition, by=organiser)


def laid(round):
    return Match.objects.prepared().filter(round=round)


def names(matches):
    """Who with whom, by the names that the test gave."""
    return {(match.participation.user.name, match.mentor.user.name) for match in matches}


# The machine and who may press ----------------------------------------------------------------------------


def test_every_state_and_verb():
    head, *rows = [line.split() for line in TABLE.strip().splitlines()]
    assert {row[0] for row in rows} == set(RoundState.values) and set(head) == ROUND.verbs
    for state, *targets in rows:
        for verb, target in zip(head, targets, strict=True):
            if target == NO:
                with pytest.raises(IllegalMove):
                    ROUND.target(verb, state)
            else:
                assert ROUND.target(verb, state) == target


def test_every_role_and_verb(edition, round):
    programme = edition.programme
    cast = {
        AnonymousUser(): False,
        UserFactory(): False,
        a_seeker(edition).user: False,
        a_guide(edition).user: False,
        organiser_of(programme): True,
        MembershipFactory().user: False,
        MembershipFactory(organisation=programme.lead(), role=Membership.Role.PUBLISHER).user: False,
        MinistryFactory(): False,
        AdministratorFactory(): False,
    }
    for user, may in cast.items():
        assert policies.can_run_rounds(user, edition) is may
        for state in RoundState:
            round.state = state
            for verb in ROUND.verbs:
                assert policies.shows_round_move(user, round, verb) is (may and ROUND.allows(verb, state))
        assert Round.objects.visible_to(user).filter(pk=round.pk).exists() is may


@pytest.mark.parametrize("act", [compute_round, send_round, close_round, drop_round])
def test_an_organiser_elsewhere_cannot_press(round, act):
    with pytest.raises(PermissionDenied):
        act(round, by=MembershipFactory().user)


def test_two_organisers_who_begin_at_once_get_one_round(edition, round):
    with pytest.raises(AlreadyBegun):
        begin_round(edition, by=organiser_of(edition.programme))
    assert Round.objects.count() == 1


def test_who_does_not_see_everybody_in_it_decides_nothing(edition, round, organiser):
    a_seeker(edition)
    a_guide(edition)
    compute_round(round, by=organiser)
    joined = MembershipFactory()
    Carrier.objects.create(programme=edition.programme, organisation=joined.organisation, order=2)
    for act in (compute_round, send_round, drop_round):
        with pytest.raises(Refused):
            act(round, by=joined.user)
    assert laid(round).count() == 1


# Computing ------------------------------------------------------------------------------------------------


def test_a_computed_round_keeps_reasons_and_its_proof_and_tells_nobody(edition, round, organiser):
    a_seeker(edition, "Anna")
    a_guide(edition, "Xenia")
    at = timezone.now()
    round = compute_round(round, by=organiser, at=at)
    (match,) = laid(round)
    assert names([match]) == {("Anna", "Xenia")} and match.score == sum(row["points"] for row in match.reasons)
    assert [row["code"] for row in match.reasons][:2] == ["topics", "help"]
    assert (round.state, round.computed_at, round.weights_version) == (RoundState.READY, at, "1")
    assert round.certificate["number"] == 1 and round.certificate["total"] == match.score
    assert not Letter.objects.exists() and not Match.objects.of(match.participation.user).exists()


def test_the_proof_names_keys_and_nobody(edition, round, organiser):
    mentee, mentor = a_seeker(edition, "Anna"), a_guide(edition, "Xenia")
    a_seeker(edition)
    proof = compute_round(round, by=organiser).certificate
    keys = {str(one.key) for one in edition.participations.all()} | {str(mentor.key)}
    assert {*proof["mentee_prices"], *proof["mentor_prices"]} <= keys
    assert "Anna" not in str(proof) and mentee.user.email not in str(proof)


def test_computing_again_gives_the_same(edition, round, organiser):
    for number in range(5):
        a_seeker(edition, f"Mentee {number}")
        a_guide(edition, f"Mentor {number}")
    first = [(match.pk, match.mentor_id) for match in laid(compute_round(round, by=organiser))]
    again = [(match.pk, match.mentor_id) for match in laid(compute_round(round, by=organiser))]
    assert sorted(first) == sorted(again) and len(first) == 5


def test_who_came_or_went_meanwhile_is_taken_along(edition, round, organiser):
    gone = a_seeker(edition, "Weg")
    a_guide(edition, "Xenia")
    compute_round(round, by=organiser)
    gone.state, gone.left_at = ParticipationState.LEFT, timezone.now()
    gone.save()
    a_seeker(edition, "Nieuw")
    assert names(laid(compute_round(round, by=organiser))) == {("Nieuw", "Xenia")}


def test_what_is_pinned_stays_though_it_costs(edition, round, organiser):
    a_seeker(edition, "Anna", topics=[Topic.WATER], help=[Help.MEDIA])
    a_seeker(edition, "Bea")
    a_guide(edition, "Xenia", topics=[Topic.WATER], help=[Help.MEDIA])
    a_guide(edition, "Yara")
    compute_round(round, by=organiser)
    assert names(laid(round)) == {("Anna", "Xenia"), ("Bea", "Yara")}
    crossed = Match.objects.get(participation__user__name="Anna")
    forbid_pair(crossed, by=organiser)
    compute_round(round, by=organiser)
    pin_match(laid(round).get(participation__user__name="Anna"), by=organiser)
    allow_pair(crossed, by=organiser)
    compute_round(round, by=organiser)
    assert names(laid(round)) == {("Anna", "Yara"), ("Bea", "Xenia")}
    pin_match(laid(round).get(participation__user__name="Anna"), by=organiser, pinned=False)
    compute_round(round, by=organiser)
    assert names(laid(round)) == {("Anna", "Xenia"), ("Bea", "Yara")}


def test_a_pin_on_who_has_no_room_any_more_is_let_go(edition, round, organiser):
    a_seeker(edition, "Anna")
    mentor = a_guide(edition, "Xenia")
    pin_match(laid(compute_round(round, by=organiser)).get(), by=organiser)
    other = a_seeker(OpenEditionFactory(programme=edition.programme))
    propose_match(other, mentor, by=organiser)
    assert not laid(compute_round(round, by=organiser)).exists()


def test_what_was_taken_out_stays_out_of_this_round_and_nobody_hears_of_it(edition, round, organiser):
    mentee = a_seeker(edition, "Anna")
    a_guide(edition, "Xenia")
    forbid_pair(laid(compute_round(round, by=organiser)).get(), by=organiser)
    assert not laid(compute_round(round, by=organiser)).exists()
    assert not Letter.objects.exists() and not Match.objects.of(mentee.user).exists()
    drop_round(round, by=organiser)
    assert not Match.objects.exists()
    assert laid(compute_round(begin_round(edition, by=organiser), by=organiser)).count() == 1


def test_pins_are_for_a_round_that_is_looked_at(edition, round, organiser):
    a_seeker(edition)
    a_guide(edition)
    send_round(compute_round(round, by=organiser), by=organiser)
    match = Match.objects.get()
    for act in (pin_match, forbid_pair, allow_pair):
        with pytest.raises(IllegalMove):
            act(match, by=organiser)


# Sending --------------------------------------------------------------------------------------------------


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


# Closing --------------------------------------------------------------------------------------------------


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


# The whole of it ------------------------------------------------------------------------------------------


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
