"""Who comes into a round and who does not, and that nothing else of a person gets in."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from mentoring.bare_pool import bare_pool_of
from mentoring.choices import Language, Topic, Way
from mentoring.matching import load_weights
from mentoring.models import Match, MenteeProfile, Mentor, MentorProfile
from mentoring.pool import explain, pool_of, seekers
from mentoring.states import GOING_ON, MatchState, MentorState
from people.models import User
from programmes.choices import Reveals
from programmes.models import Carrier
from programmes.safety.hiding import hide
from programmes.states import ParticipationState
from tests.factories.mentoring import MenteeProfileFactory, MentorFactory, a_match, a_mentee
from tests.factories.people import MembershipFactory
from tests.factories.programmes import OpenEditionFactory, admitted, organiser_of
from tests.mentoring.rounds import a_guide, a_seeker

pytestmark = pytest.mark.django_db


def asking(edition, by):
    return set(pool_of(edition, by=by).participations.values())


def offering(edition, by):
    return set(pool_of(edition, by=by).mentors.values())


def pairs(pool):
    return [(pair.mentee, pair.mentor, pair.score.total) for pair in pool.propose(load_weights()).pairs]


# Who looks for a mentor -----------------------------------------------------------------------------------


def test_who_is_under_way_with_a_profile_is_in(edition, organiser):
    for state in ParticipationState:
        participation = admitted(edition, state=state)
        MenteeProfileFactory(user=participation.user, display_name=f"Proef {state}")
    found = {participation.state for participation in asking(edition, organiser)}
    assert found == {ParticipationState.ADMITTED, ParticipationState.STARTED}


@pytest.mark.parametrize("empty", ["display_name", "topics", "languages", "slots", "ways"])
def test_a_profile_without_what_is_needed_waits(edition, organiser, empty):
    a_seeker(edition, **{empty: "" if empty == "display_name" else []})
    admitted(edition)
    assert asking(edition, organiser) == set()
    assert seekers(edition, by=organiser).count() == 2


def test_other_editions_stay_out(edition, organiser):
    a_mentee(edition.programme)
    assert asking(edition, organiser) == set()


@pytest.mark.parametrize("state", MatchState)
def test_who_has_something_going_on_is_left_alone(edition, organiser, state):
    mentee = a_seeker(edition)
    a_match(state, participation=mentee)
    assert asking(edition, organiser) == (set() if state in GOING_ON else {mentee})


def test_who_was_not_asked_yet_what_it_reveals_now_is_left_alone(edition, organiser):
    a_seeker(edition)
    edition.reveals = Reveals.HEALTH
    edition.save()
    assert asking(edition, organiser) == set()


def test_an_organiser_is_in_no_round_of_her_own(edition, organiser):
    a_seeker(edition, user=organiser)
    assert asking(edition, organiser) == set()
    assert len(asking(edition, organiser_of(edition.programme))) == 1


def test_an_organisation_that_joined_later_brings_nobody_together_that_it_may_not_see(edition):
    a_seeker(edition)
    joined = MembershipFactory()
    Carrier.objects.create(programme=edition.programme, organisation=joined.organisation, order=2)
    a_guide(edition)
    Mentor.objects.update(asked_at=timezone.now() - timedelta(days=1))
    assert asking(edition, joined.user) == offering(edition, joined.user) == set()
    later, mentor = a_seeker(edition), a_guide(edition)
    assert asking(edition, joined.user) == {later} and offering(edition, joined.user) == {mentor}


# Who has room ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("state", MentorState)
def test_only_who_was_admitted_mentors(edition, organiser, state):
    mentor = a_guide(edition)
    type(mentor).objects.update(state=state)
    assert offering(edition, organiser) == ({mentor} if state == MentorState.ADMITTED else set())


def test_a_mentor_without_a_profile_or_of_another_programme_is_out(edition, organiser):
    MentorFactory(programme=edition.programme, state=MentorState.ADMITTED)
    a_guide(OpenEditionFactory())
    a_guide(edition, slots=[])
    assert offering(edition, organiser) == set()


@pytest.mark.parametrize(("days", "is_in"), [(-1, True), (0, False), (5, False), (None, True)])
def test_who_pauses_is_out_until_the_day_after(edition, organiser, days, is_in):
    until = None if days is None else timezone.localdate() + timedelta(days=days)
    a_guide(edition, paused_until=until)
    assert len(offering(edition, organiser)) == is_in


@pytest.mark.parametrize("state", MatchState)
def test_places_are_counted_over_all_her_programmes(edition, organiser, state):
    mentor = a_guide(edition, capacity=2)
    elsewhere = MentorFactory(user=mentor.user, state=MentorState.ADMITTED)
    a_match(state, mentor=elsewhere)
    (found,) = offering(edition, organiser)
    assert found.room == (1 if state in GOING_ON else 2)
    a_match(state, mentor=elsewhere)
    assert len(offering(edition, organiser)) == (0 if state in GOING_ON else 1)


# Who goes with whom ---------------------------------------------------------------------------------------


def test_who_hides_or_closed_her_account_is_in_no_round_on_either_side(edition, organiser):
    seeker, other = a_seeker(edition), a_seeker(edition)
    guide, gone = a_guide(edition), a_guide(edition)
    assert asking(edition, organiser) == {seeker, other} and offering(edition, organiser) == {guide, gone}
    hide(by=seeker.user)
    hide(by=guide.user)
    User.objects.filter(pk__in=[other.user_id, gone.user_id]).update(is_active=False)
    assert asking(edition, organiser) == offering(edition, organiser) == set()
    assert not bare_pool_of(edition, by=organiser).mentors


def test_nobody_is_her_own_mentor(edition, organiser):
    mentor = a_guide(edition)
    a_seeker(edition, user=mentor.user)
    assert pairs(pool_of(edition, by=organiser)) == []


@pytest.mark.parametrize("state", MatchState)
def test_what_they_had_before_is_not_proposed_again(edition, organiser, state):
    """In another programme too: it is the same two people."""
    mentee, mentor = a_seeker(edition), a_guide(edition, capacity=3)
    before = admitted(OpenEditionFactory(), mentee.user)
    a_match(state, participation=before, mentor=MentorFactory(user=mentor.user, programme=before.edition.programme))
    assert len(pairs(pool_of(edition, by=organiser))) == (1 if state == MatchState.PREPARED else 0)


def test_a_pair_that_was_only_taken_out_of_a_round_may_come_back(edition, organiser):
    mentee, mentor = a_seeker(edition), a_guide(edition)
    a_match(MatchState.TAKEN_BACK, participation=mentee, mentor=mentor, proposed_at=None, answer_until=None)
    assert len(pairs(pool_of(edition, by=organiser))) == 1


@pytest.mark.parametrize(
    ("ours", "theirs", "meets"),
    [
        ([Way.WRITING], [Way.ONLINE], False),
        ([Way.WRITING], [Way.WRITING], True),
        ([Way.LIVE], [Way.STEP_FREE], True),
        ([Way.STEP_FREE], [Way.LIVE], True),
        ([Way.STEP_FREE], [Way.ONLINE], False),
    ],
)
def test_people_meet_in_a_way_that_both_chose(edition, organiser, ours, theirs, meets):
    a_seeker(edition, ways=ours)
    a_guide(edition, ways=theirs)
    assert len(pairs(pool_of(edition, by=organiser))) == meets


def test_who_pairs_by_hand_sees_which_limit_she_passes_over(edition):
    mentee = a_seeker(edition, languages=[Language.FRISIAN])
    score = explain(mentee, a_guide(edition, languages=[Language.ENGLISH]), load_weights())
    assert score.barred == ("language",) and "language" in [reason.code for reason in score.not_fitting]


# What gets in, and at what price --------------------------------------------------------------------------


def _several(edition, number):
    for place in range(number):
        topics = [Topic.values[place % 14], Topic.values[place * 5 % 14], Topic.values[place * 3 % 14]]
        a_seeker(edition, topics=topics)
        a_guide(edition, topics=topics[1:], capacity=1 + place % 2)


def test_name_address_and_all_else_of_a_person_changes_no_pair(edition, organiser):
    """A thousand people in proof of the same: tests/proofs."""
    _several(edition, 6)
    before = pairs(pool_of(edition, by=organiser))
    for number, user in enumerate(User.objects.exclude(pk=organiser.pk).order_by("-pk")):
        user.name, user.email, user.language = f"Zus {number}", f"zus{number}@example.org", "en"
        user.joined_at = timezone.now() - timedelta(days=number)
        user.save()
    MenteeProfile.objects.update(display_name="Anders")
    MentorProfile.objects.update(display_name="Anders", by_name=True)
    assert pairs(pool_of(edition, by=organiser)) == before != []


def test_people_take_no_query_more(edition, organiser):
    def count():
        with CaptureQueriesContext(connection) as captured:
            found = pool_of(edition, by=organiser)
            assert len(found.propose(load_weights()).pairs) == len(found.participations)
        return len(captured)

    _several(edition, 1)
    few = count()
    _several(edition, 5)
    assert count() == few <= 4
    assert not Match.objects.exists()


def test_a_bare_pool_holds_the_same_people_and_answers(edition, organiser):
    """What a round is worked out from, and what a page shows, are one pool."""
    for name in ("Anna", "Bea"):
        a_seeker(edition, name)
    a_guide(edition, "Xenia")
    shown, bare = pool_of(edition, by=organiser), bare_pool_of(edition, by=organiser)
    assert bare.asking == shown.asking != [] and bare.offering == shown.offering != []
    assert bare.forbidden == shown.forbidden
    assert [row.pk for row in bare.participations.values()] == [one.pk for one in shown.participations.values()]
