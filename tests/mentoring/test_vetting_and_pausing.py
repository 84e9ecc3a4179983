"""What a mentor needs before she is admitted, and how soon a pause can end."""

from datetime import timedelta

import pytest
from django.utils import timezone

from lifecycle.errors import Refused
from mentoring.actions.mentors import admit_mentor, pause_mentor
from mentoring.models import Mentor
from tests.factories.mentoring import MentorFactory, a_mentor
from tests.factories.programmes import organiser_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("missing", ["talked_on", "signed_on"])
def test_without_a_conversation_or_a_signature_nobody_is_admitted(missing):
    today = timezone.localdate()
    mentor = MentorFactory(talked_on=today, signed_on=today)
    organiser = organiser_of(mentor.programme)
    Mentor.objects.filter(pk=mentor.pk).update(**{missing: None})
    with pytest.raises(Refused, match="gesprek" if missing == "talked_on" else "tekende"):
        admit_mentor(mentor, by=organiser)
    Mentor.objects.filter(pk=mentor.pk).update(**{missing: today})
    assert admit_mentor(mentor, by=organiser).admitted_at


def test_a_pause_lasts_today_at_least():
    at = timezone.now()
    today, mentor = timezone.localdate(at), a_mentor()
    with pytest.raises(Refused, match="nog komt"):
        pause_mentor(by=mentor.user, until=today - timedelta(days=1), at=at)
    profile = pause_mentor(by=mentor.user, until=today, at=at)
    assert profile.is_paused(today) and not profile.is_paused(today + timedelta(days=1))
