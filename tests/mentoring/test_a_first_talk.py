"""/mijn/ of a pair: the first talk is something to do, until it is planned, held, or done in another way."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from mentoring.models import Meeting, Nudge
from mentoring.pace.actions import going_on
from mentoring.pace.choices import NudgeKind
from mentoring.pace.states import NudgeState
from mentoring.states import MeetingState
from programmes.safety.blocking import block
from tests.factories.mentoring import MeetingFactory

pytestmark = pytest.mark.django_db


def mine(client) -> str:
    return client.get("/mijn/").text


def asks(client, pair) -> bool:
    return reverse("mentoring:meeting_propose", kwargs={"key": pair.key}) in mine(client)


def test_both_are_asked_to_plan_it_until_a_time_stands_there(pair, as_mentee, as_mentor):
    assert asks(as_mentee, pair) and asks(as_mentor, pair)
    assert "Er staat nog geen afspraak." in mine(as_mentee)
    MeetingFactory(match=pair)
    assert not asks(as_mentee, pair) and not asks(as_mentor, pair)
    Meeting.objects.update(starts_at=timezone.now() - timedelta(days=1))
    assert asks(as_mentor, pair), "nobody said yes to that time, and it went by"
    Meeting.objects.update(state=MeetingState.HELD)
    assert not asks(as_mentee, pair)


def test_who_does_it_otherwise_is_not_asked(pair, as_mentee, as_mentor):
    user = pair.mentor.user
    going_on.pause_pair(pair, until=timezone.localdate() + timedelta(days=20), by=user)
    assert not asks(as_mentee, pair) and "Jullie hebben pauze tot en met" in mine(as_mentee)
    going_on.resume_pair(pair, by=user)
    assert asks(as_mentee, pair)
    going_on.go_outside(pair, by=user)
    assert not asks(as_mentee, pair) and "Jullie spreken elkaar buiten het portaal." in mine(as_mentor)


def test_a_word_by_mail_and_a_block_end_it_too(pair, as_mentee, as_mentor):
    block(pair.mentor.user, by=pair.participation.user)
    assert not asks(as_mentee, pair) and asks(as_mentor, pair), "who is blocked sees no difference"
    now = timezone.now()
    Nudge.objects.create(match=pair, kind=NudgeKind.BY_HAND, about=now, state=NudgeState.SPOKEN, answered_at=now)
    assert not asks(as_mentor, pair)
