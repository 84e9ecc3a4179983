"""A matching round through its actions: what is laid ready, what stays, what goes out, and who may press."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from lifecycle.errors import IllegalMove, Refused
from mentoring import policies
from mentoring.actions.matches import propose_match
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
from mentoring.matching import load_weights
from mentoring.models import Match, Round
from mentoring.pool import explain, reasons_of
from mentoring.states import ROUND, RoundState
from people.models import Letter, Membership
from programmes.models import Carrier
from programmes.states import ParticipationState
from tests.factories.people import AdministratorFactory, MembershipFactory, MinistryFactory, UserFactory
from tests.factories.programmes import OpenEditionFactory, organiser_of
from tests.mentoring.rounds import a_guide, a_seeker, laid, names

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
def round(edition, organiser):
    return begin_round(edition, by=organiser)


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
    score = explain(match.participation, match.mentor, load_weights())
    assert names([match]) == {("Anna", "Xenia")} and match.score == score.total
    assert match.reasons == reasons_of(score) and [row["code"] for row in match.reasons][:2] == ["topics", "help"]
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
