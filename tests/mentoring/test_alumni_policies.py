"""Role × verb: who may do what in a network, with a barrier, and when somebody is asked to mentor."""

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser

from mentoring.alumni import policies
from mentoring.alumni.models import Barrier, MentorInvitation
from people.models import Membership
from programmes.models import Programme
from programmes.states import ParticipationState
from tests.factories.mentoring import a_mentor
from tests.factories.people import AdministratorFactory, MembershipFactory, MinistryFactory, UserFactory
from tests.factories.programmes import EditionFactory, ProgrammeFactory, admitted, organiser_of
from tests.mentoring.alumni import WORDS, a_member, done

pytestmark = pytest.mark.django_db
Asked = tuple[Programme, Any, Any, Any, Any]

MAY = {
    "can_join_network": {"alumna", "member", "mentor"},
    "can_see_network": {"member"},
    "can_ask_member": {"member"},
    "can_answer_question": {"asked"},
    "took_part": {"alumna", "teller"},
    "can_tell_barrier": {"alumna", "teller", "member", "participant", "asked"},
    "is_own_barrier": {"teller"},
    "can_moderate_barrier": {"organiser"},
    "can_invite_mentor": {"organiser"},
    "is_own_invitation": {"alumna"},
}
MAY["can_join_network"] |= {"asked", "teller"}
MAY["can_see_network"] |= {"asked"}


@pytest.fixture
def programme() -> Programme:
    return ProgrammeFactory()


def test_each_role_may_what_is_hers_and_nothing_else(programme: Programme) -> None:
    alumna, teller, asked = done(programme), done(programme).user, a_member(programme, takes_questions=True)
    told = {name: getattr(WORDS, name) for name in ("station", "title", "stood_in_the_way", "helped")}
    barrier = Barrier.objects.create(programme=programme, user=teller, **told)
    invitation = MentorInvitation.objects.create(programme=programme, user=alumna.user)
    people = {
        "alumna": alumna.user,
        "teller": teller,
        "asked": asked.user,
        "member": a_member(programme).user,
        "mentor": a_mentor(programme).user,
        "participant": admitted(EditionFactory(programme=programme), state=ParticipationState.STARTED).user,
        "organiser": organiser_of(programme),
        "other_organiser": MembershipFactory(role=Membership.Role.ORGANISER).user,
        "publisher": MembershipFactory(organisation=programme.lead(), role=Membership.Role.PUBLISHER).user,
        "ministry": MinistryFactory(),
        "administrator": AdministratorFactory(),
        "stranger": UserFactory(),
        "anonymous": AnonymousUser(),
    }
    about: dict[str, Any] = {"can_ask_member": asked, "can_answer_question": asked, "can_invite_mentor": alumna}
    about |= dict.fromkeys(("is_own_barrier", "can_moderate_barrier"), barrier) | {"is_own_invitation": invitation}
    found = {
        verb: {role for role, user in people.items() if getattr(policies, verb)(user, about.get(verb, programme))}
        for verb in MAY
    }
    assert found == MAY
    assert policies.shows_barrier_move(teller, barrier, "tell_again")
    assert not policies.shows_barrier_move(teller, barrier, "publish") and policies.is_grown_up(alumna)
