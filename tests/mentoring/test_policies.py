"""Role × verb: who may do what with a match, a meeting, a mentor and a candidacy."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser

from mentoring import policies
from mentoring.models import Candidacy
from mentoring.progression.policies import can_change_candidacy, can_tell_candidacy
from mentoring.states import MatchState, Side
from mentoring.talking import policies as talking
from people.models import Membership
from programmes.models import Carrier
from tests.factories.mentoring import MeetingFactory, MentorFactory, a_match, a_mentee, a_mentor, a_pair
from tests.factories.people import AdministratorFactory, MembershipFactory, MinistryFactory, UserFactory
from tests.factories.programmes import organiser_of

pytestmark = pytest.mark.django_db
MENTEE, MENTOR, ORGANISER = "mentee", "mentor", "organiser"
ROLES = (MENTEE, MENTOR, ORGANISER, "anonymous", "stranger", "other_organiser", "publisher", "ministry")
ROLES += ("administrator", "another_mentor")


@dataclass
class Scene:
    people: dict[str, Any]
    match: Any
    pair: Any
    meeting: Any
    asking: Any  # a mentor whom nobody has answered yet
    candidacy: Any  # the mentee's


@pytest.fixture
def scene() -> Scene:
    match = a_match()
    mentee, mentor = match.participation, match.mentor
    programme = mentor.programme
    pair = a_pair(a_mentee(programme, mentee.user), mentor)
    people = {
        MENTEE: mentee.user,
        MENTOR: mentor.user,
        ORGANISER: organiser_of(programme),
        "anonymous": AnonymousUser(),
        "stranger": UserFactory(),
        "other_organiser": MembershipFactory(role=Membership.Role.ORGANISER).user,
        "publisher": MembershipFactory(organisation=programme.lead(), role=Membership.Role.PUBLISHER).user,
        "ministry": MinistryFactory(),
        "administrator": AdministratorFactory(),
        "another_mentor": a_mentor(programme).user,
    }
    return Scene(
        people,
        match,
        pair,
        meeting=MeetingFactory(match=pair),  # proposed by the mentor
        asking=MentorFactory(programme=programme),
        candidacy=Candidacy(user=mentee.user),
    )


EVERYONE_BUT = set(ROLES) - {"anonymous"}
TABLE = [
    ("can_propose", lambda s, u: policies.can_propose(u, s.match.participation), {ORGANISER}),
    ("can_take_back", lambda s, u: policies.can_take_back(u, s.match), {ORGANISER}),
    ("shows_take_back", lambda s, u: policies.shows_take_back(u, s.match), {ORGANISER}),
    ("can_see_proposal", lambda s, u: policies.can_see_proposal(u, s.match), {MENTEE, MENTOR}),
    ("can_answer", lambda s, u: policies.can_answer(u, s.match), {MENTEE, MENTOR}),
    ("shows_accept", lambda s, u: policies.shows_accept(u, s.match), {MENTEE, MENTOR}),
    ("shows_accept of a pair", lambda s, u: policies.shows_accept(u, s.pair), set()),
    ("shows_decline", lambda s, u: policies.shows_decline(u, s.match), {MENTEE, MENTOR}),
    ("shows_decline of a pair", lambda s, u: policies.shows_decline(u, s.pair), set()),
    ("can_see_room", lambda s, u: policies.can_see_room(u, s.pair), {MENTEE, MENTOR}),
    ("can_see_room before it is one", lambda s, u: policies.can_see_room(u, s.match), set()),
    ("shows_end", lambda s, u: policies.shows_end(u, s.pair), {MENTEE, MENTOR, ORGANISER}),
    ("shows_planning", lambda s, u: policies.shows_planning(u, s.pair), {MENTEE, MENTOR}),
    ("can_agree_meeting", lambda s, u: policies.can_agree_meeting(u, s.meeting), {MENTEE}),
    ("can_change_meeting", lambda s, u: policies.can_change_meeting(u, s.meeting), {MENTEE, MENTOR}),
    ("can_vet_mentor", lambda s, u: policies.can_vet_mentor(u, s.match.mentor), {ORGANISER}),
    ("can_stop_mentor", lambda s, u: policies.can_stop_mentor(u, s.match.mentor), {MENTOR, ORGANISER}),
    ("can_become_mentor", lambda s, u: policies.can_become_mentor(u, s.match.mentor.programme), EVERYONE_BUT),
    ("can_keep_mentee_profile", lambda s, u: policies.can_keep_mentee_profile(u), {MENTEE}),
    ("can_keep_mentor_profile", lambda s, u: policies.can_keep_mentor_profile(u), {MENTOR, "another_mentor"}),
    ("is_mentor", lambda s, u: policies.is_mentor(u), {MENTOR, "another_mentor"}),
    ("is_own_mentorship", lambda s, u: policies.is_own_mentorship(u, s.match.mentor), {MENTOR}),
    ("has_mentor_at_desk", lambda s, u: policies.has_mentor_at_desk(u, s.match.mentor), {ORGANISER}),
    ("shows_mentor_move stop", lambda s, u: policies.shows_mentor_move(u, s.match.mentor, "stop"), {MENTOR, ORGANISER}),
    ("shows_mentor_move admit", lambda s, u: policies.shows_mentor_move(u, s.asking, "admit"), {ORGANISER}),
    ("shows_mentor_move admit twice", lambda s, u: policies.shows_mentor_move(u, s.match.mentor, "admit"), set()),
    ("is_of_the_two", lambda s, u: policies.is_of_the_two(u, s.match), {MENTEE, MENTOR}),
    ("can_end_match", lambda s, u: policies.can_end_match(u, s.pair), {MENTEE, MENTOR, ORGANISER}),
    ("shows_end of a proposal", lambda s, u: policies.shows_end(u, s.match), set()),
    ("can_plan_meeting", lambda s, u: policies.can_plan_meeting(u, s.pair), {MENTEE, MENTOR}),
    ("shows_planning before there is a pair", lambda s, u: policies.shows_planning(u, s.match), set()),
    ("shows_meeting_move agree", lambda s, u: policies.shows_meeting_move(u, s.meeting, "agree"), {MENTEE}),
    ("shows_meeting_move cancel", lambda s, u: policies.shows_meeting_move(u, s.meeting, "cancel"), {MENTEE, MENTOR}),
    ("shows_meeting_move hold too soon", lambda s, u: policies.shows_meeting_move(u, s.meeting, "hold"), set()),
    ("shows_meeting_move move", lambda s, u: policies.shows_meeting_move(u, s.meeting, "move"), {MENTEE, MENTOR}),
    ("can_read_messages", lambda s, u: talking.can_read_messages(u, s.pair), {MENTEE, MENTOR}),
    ("can_read_messages before it is a pair", lambda s, u: talking.can_read_messages(u, s.match), set()),
    ("can_write_message", lambda s, u: talking.can_write_message(u, s.pair), {MENTEE, MENTOR}),
    ("can_write_message before it is a pair", lambda s, u: talking.can_write_message(u, s.match), set()),
    ("can_share_contact", lambda s, u: talking.can_share_contact(u, s.pair), {MENTEE, MENTOR}),
    ("can_share_contact before it is a pair", lambda s, u: talking.can_share_contact(u, s.match), set()),
    ("can_tell_candidacy", lambda s, u: can_tell_candidacy(u), EVERYONE_BUT),
    ("can_change_candidacy", lambda s, u: can_change_candidacy(u, s.candidacy), {MENTEE}),
]


@pytest.mark.parametrize(("asked", "allowed"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_who_may(scene, asked, allowed):
    assert {role for role in ROLES if asked(scene, scene.people[role])} == allowed


def test_an_organiser_brings_herself_in_contact_with_nobody(scene):
    own = a_mentee(scene.match.mentor.programme, scene.people[ORGANISER])
    assert not policies.can_propose(scene.people[ORGANISER], own)
    herself = a_mentor(scene.match.mentor.programme, scene.people[ORGANISER])
    assert not policies.can_vet_mentor(scene.people[ORGANISER], herself)


def test_a_mentor_is_admitted_by_an_answer(scene):
    assert policies.is_admitted(scene.match.mentor)
    assert not policies.is_admitted(scene.asking)


def test_an_organisation_that_carries_the_programme_later_has_no_mentor_of_before(scene):
    mentor, organiser = scene.match.mentor, scene.people["other_organiser"]
    organisation = Membership.objects.get(user=organiser).organisation
    later = mentor.asked_at + timedelta(microseconds=1)
    carrier = Carrier.objects.create(programme=mentor.programme, organisation=organisation, order=2, since=later)
    assert not policies.has_mentor_at_desk(organiser, mentor)
    Carrier.objects.filter(pk=carrier.pk).update(since=mentor.asked_at)
    assert policies.has_mentor_at_desk(organiser, mentor)


def test_who_said_yes_is_asked_no_second_time(scene):
    match = a_match(MatchState.MENTEE_YES)
    assert policies.said_yes(match, Side.MENTEE) and not policies.said_yes(match, Side.MENTOR)
    assert not policies.shows_accept(match.participation.user, match)
    assert policies.shows_decline(match.participation.user, match)
    assert policies.shows_accept(match.mentor.user, match)


def test_what_a_round_laid_ready_is_known_to_nobody_but_the_desk():
    match = a_match(MatchState.PREPARED)
    for user in (match.participation.user, match.mentor.user):
        assert not policies.can_see_proposal(user, match)
        assert not type(match).objects.of(user).exists()
