"""From taking part to mentoring: asked once by an organiser, answered by the person, with her profile along."""

import pytest
from django.core.exceptions import PermissionDenied

from lifecycle.errors import Refused
from mentoring.alumni import policies
from mentoring.alumni.actions import inviting
from mentoring.alumni.models import MentorInvitation
from mentoring.models import Mentor, MentorProfile
from people.models import Letter, User
from programmes.models import Participation, Programme
from programmes.states import ParticipationState
from tests.factories.mentoring import MenteeProfileFactory, MentorProfileFactory, a_mentor
from tests.factories.people import AdministratorFactory, ConsentTextFactory, UserFactory
from tests.factories.programmes import EditionFactory, OpenEditionFactory, ProgrammeFactory, admitted, organiser_of
from tests.mentoring.alumni import done

pytestmark = pytest.mark.django_db


@pytest.fixture
def programme() -> Programme:
    ConsentTextFactory(purpose="code_of_conduct")
    looking = ProgrammeFactory(has_mentors=True)
    OpenEditionFactory(programme=looking)
    return looking


@pytest.fixture
def own(programme: Programme) -> Participation:
    return done(programme)


@pytest.fixture
def organiser(programme: Programme) -> User:
    return organiser_of(programme)


def test_an_organiser_asks_once_by_one_neutral_letter(own, organiser):
    invitation = inviting.invite_mentor(own, by=organiser)
    letter = Letter.objects.get()
    assert (letter.recipient, letter.message) == (own.user, "mentoring.mentor_invited")
    inviting.decline_invitation(invitation, by=own.user)
    with pytest.raises(Refused, match="al gevraagd"):
        inviting.invite_mentor(own, by=organiser)
    assert MentorInvitation.objects.get().answered_at and not MentorInvitation.objects.get().said_yes


def test_who_may_ask_and_whom(own, organiser, programme):
    assert policies.can_invite_mentor(organiser, own)
    for user in (own.user, UserFactory(), AdministratorFactory(), organiser_of(ProgrammeFactory())):
        assert not policies.can_invite_mentor(user, own)
    busy = admitted(EditionFactory(programme=programme), state=ParticipationState.STARTED)
    young = done(programme, minimum_age=16)
    assert not policies.can_invite_mentor(organiser, busy) and not policies.can_invite_mentor(organiser, young)
    assert not policies.is_grown_up(young) and policies.took_part(own.user, programme)
    with pytest.raises(PermissionDenied):
        inviting.invite_mentor(busy, by=organiser)
    a_mentor(programme, own.user)
    with pytest.raises(Refused, match="meldde zich al"):
        inviting.invite_mentor(own, by=organiser)


def test_one_press_takes_the_profile_along_but_not_what_she_looked_for(own, organiser, programme):
    mentee = MenteeProfileFactory(user=own.user, display_name="Vlier")
    invitation = inviting.invite_mentor(own, by=organiser)
    with pytest.raises(PermissionDenied):
        inviting.decline_invitation(invitation, by=organiser)
    mentor = inviting.become_mentor(programme, by=own.user)
    profile = MentorProfile.objects.get(user=own.user)
    assert mentor.programme == programme and profile.display_name == "Vlier"
    for name in inviting.TAKEN_ALONG:
        assert getattr(profile, name) == getattr(mentee, name)
    assert profile.help == [] and profile.offices == []
    invitation.refresh_from_db()
    assert invitation.said_yes and policies.is_own_invitation(own.user, invitation)
    assert not inviting.can_become(own.user, programme)


def test_a_profile_as_mentor_stays_as_it_is_and_without_one_nothing_goes_along(own, programme):
    assert inviting.taken_along(own.user) == {}
    MenteeProfileFactory(user=own.user, display_name="Vlier")
    MentorProfileFactory(user=own.user, display_name="Kastanje")
    inviting.become_mentor(programme, by=own.user)
    assert MentorProfile.objects.get().display_name == "Kastanje" and Mentor.objects.count() == 1


def test_where_nobody_is_looked_for_there_is_no_door(own, organiser, programme):
    programme.has_mentors = False
    programme.save()
    assert not inviting.can_become(own.user, programme)
    with pytest.raises(Refused):
        inviting.invite_mentor(own, by=organiser)
    with pytest.raises(Refused):
        inviting.become_mentor(programme, by=own.user)
    assert not MentorProfile.objects.exists()
