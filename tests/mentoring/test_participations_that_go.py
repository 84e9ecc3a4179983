"""A participation goes with the consent it rested on, or by its time: the other of a pair hears that it is over."""

from datetime import timedelta

import pytest
from django.utils import timezone

from mentoring.models import Match, Meeting
from mentoring.states import MatchState
from people import consent, privacy
from people.letters import send_due
from programmes.choices import Reveals
from programmes.consent_purposes import APPLICATION_REVEALS
from programmes.models import Edition, Participation
from tests.factories.mentoring import MeetingFactory, a_match, a_mentor
from tests.factories.people import ConsentTextFactory

pytestmark = pytest.mark.django_db


def taken_back(pair: Match) -> None:
    consent.withdraw(pair.participation.user, APPLICATION_REVEALS.name, about=pair.participation.edition.key)


def too_old(pair: Match) -> None:
    Participation.objects.filter(pk=pair.participation_id).update(
        state="completed", completed_at=timezone.now() - timedelta(days=200)
    )
    privacy.purge_expired()


@pytest.fixture
def of_health(pair: Match) -> Match:
    ConsentTextFactory(purpose=APPLICATION_REVEALS.name)
    Edition.objects.update(reveals=Reveals.HEALTH)
    consent.give(pair.participation.user, APPLICATION_REVEALS.name, about=pair.participation.edition.key)
    MeetingFactory(match=pair)
    return pair


@pytest.mark.parametrize("goes", [taken_back, too_old])
def test_a_pair_that_goes_is_told_to_the_mentor(of_health, goes, mailoutbox):
    other = a_match(MatchState.MENTOR_YES, participation=of_health.participation, mentor=a_mentor())
    goes(of_health)
    assert not Participation.objects.exists() and not Match.objects.exists() and not Meeting.objects.exists()
    send_due()
    told = {(to, mail.subject) for mail in mailoutbox for to in mail.to}
    assert (of_health.mentor.user.email, "Er is iets afgesloten") in told
    assert (other.mentor.user.email, "Een voorstel gaat niet door") in told
