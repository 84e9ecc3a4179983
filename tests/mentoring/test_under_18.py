"""16 and 17: only where the day of every mentor's VOG is known, whichever of the two comes first."""

import pytest
from django.urls import reverse
from django.utils import timezone

from lifecycle.errors import Refused
from mentoring.actions.mentors import admit_mentor, note_check
from mentoring.models import Mentor
from mentoring.states import MentorState
from mentoring.under_18 import every_vog_is_known
from programmes.actions.editions import open_edition
from programmes.models import Edition
from programmes.opening import why_not_under_18
from programmes.states import EditionState
from tests.factories.mentoring import MentorFactory, a_mentor
from tests.factories.programmes import EditionFactory, OpenEditionFactory, two_contacts
from tests.mentoring.at_the_desk import press

pytestmark = pytest.mark.django_db


@pytest.fixture
def young(edition: Edition) -> Edition:
    """Of the same programme, in preparation."""
    two_contacts(edition.programme)
    return EditionFactory(programme=edition.programme, minimum_age=16)


def seen(mentor: Mentor) -> None:
    Mentor.objects.filter(pk=mentor.pk).update(vog_on=timezone.localdate())


def asked(young: Edition) -> Mentor:
    """Talked to and signed, so that only the VOG can be missing."""
    today = timezone.localdate()
    return MentorFactory(programme=young.programme, talked_on=today, signed_on=today)


def test_an_edition_for_16_opens_only_when_no_mentor_is_without_a_vog(young, organiser):
    known, unknown = a_mentor(young.programme), a_mentor(young.programme)
    seen(known)
    with pytest.raises(Refused, match="van elke mentor de VOG-datum"):
        open_edition(young, by=organiser)
    seen(unknown)
    assert open_edition(young, by=organiser).state == EditionState.OPEN


def test_a_course_without_mentors_may_take_16_and_17(young, organiser):
    assert open_edition(young, by=organiser).state == EditionState.OPEN


def test_only_who_can_be_paired_here_counts(young):
    a_mentor(OpenEditionFactory().programme)
    MentorFactory(programme=young.programme)
    MentorFactory(programme=young.programme, state=MentorState.STOPPED)
    assert every_vog_is_known(young) == ""
    a_mentor(young.programme)
    assert every_vog_is_known(young)


def test_an_adult_edition_asks_for_no_vog(edition, organiser):
    a_mentor(edition.programme)
    assert why_not_under_18(edition) == ""
    admit_mentor(asked(edition), by=organiser)


@pytest.mark.parametrize("state", [EditionState.OPEN, EditionState.CLOSED, EditionState.RUNNING])
def test_while_16_and_17_take_part_nobody_becomes_a_mentor_without(young, organiser, state):
    Edition.objects.filter(pk=young.pk).update(state=state)
    mentor = asked(young)
    with pytest.raises(Refused, match="mensen van 16 of 17"):
        admit_mentor(mentor, by=organiser)
    seen(mentor)
    assert admit_mentor(mentor, by=organiser).state == MentorState.ADMITTED


@pytest.mark.parametrize("state", [EditionState.DRAFT, EditionState.FINISHED, EditionState.CANCELLED])
def test_an_edition_that_takes_nobody_holds_no_mentor_back(young, organiser, state):
    Edition.objects.filter(pk=young.pk).update(state=state)
    assert admit_mentor(asked(young), by=organiser).state == MentorState.ADMITTED


def test_the_day_of_a_vog_is_not_taken_away_while_16_and_17_take_part(young, organiser):
    mentor = a_mentor(young.programme)
    today = timezone.localdate()
    note_check(mentor, by=organiser, vog_on=today)
    open_edition(young, by=organiser)
    with pytest.raises(Refused, match="mensen van 16 of 17"):
        note_check(mentor, by=organiser, vog_on=None)
    note_check(mentor, by=organiser, talked_on=today)
    mentor.refresh_from_db()
    assert mentor.vog_on == today


def test_the_desk_says_why_and_keeps_what_was(young, organiser, desk):
    mentor = asked(young)
    Edition.objects.filter(pk=young.pk).update(state=EditionState.OPEN)
    assert "mensen van 16 of 17" in press(desk, "desk_mentors:move", key=mentor.key, verb="admit")
    Mentor.objects.filter(pk=mentor.pk).update(state=MentorState.ADMITTED, vog_on=timezone.localdate())
    empty = {"talked_on": "2026-01-05", "vog_on": "", "office_checked_on": ""}
    page = desk.post(reverse("desk_mentors:check", kwargs={"key": mentor.key}), empty, follow=True)
    assert "mensen van 16 of 17" in page.text
    mentor.refresh_from_db()
    assert mentor.vog_on == timezone.localdate()
