"""Two organisers of one group who write something down at the same moment, on PostgreSQL for real."""

import pytest

from programmes.models import Attendance, Participation, PhaseDone
from programmes.taking_part import actions, meetings
from programmes.taking_part.choices import Presence
from tests.factories.programmes import PhaseFactory, organiser_of
from tests.programmes.in_a_group import a_group, a_meeting
from tests.programmes.test_deciding_at_once import at_once

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def test_of_two_who_say_something_else_the_first_one_stands_and_the_other_hears_it():
    organiser, (anna, bo) = a_group("Anna", "Bo")
    colleague, meeting = organiser_of(anna.edition.programme), a_meeting(anna.edition, -5)
    crossed = []

    def say(by, presence):
        changes = {one.key: ("", presence) for one in (anna, bo)}
        crossed.append(meetings.note_attendance(meeting, changes, by=by))

    both = ((organiser, Presence.PRESENT), (colleague, Presence.ABSENT))
    assert at_once(*(lambda one=one: say(*one) for one in both)) == ["done", "done"]
    assert sorted(map(len, crossed)) == [0, 2]
    assert len(set(Attendance.objects.values_list("presence", flat=True))) == 1 and Attendance.objects.count() == 2


def test_two_who_tick_and_complete_the_same_people_do_it_once():
    organiser, people = a_group("Anna", "Bo", "Cas")
    edition, phase = people[0].edition, PhaseFactory(edition=people[0].edition)
    colleague, keys = organiser_of(edition.programme), [one.key for one in people]
    ticks = dict.fromkeys(keys, (False, True))
    tick = [lambda by=by: actions.tick_phase(edition, phase, ticks, by=by) for by in (organiser, colleague)]
    assert at_once(*tick) == ["done", "done"] and PhaseDone.objects.count() == 3
    end = [lambda by=by: actions.complete_several(edition, keys, by=by) for by in (organiser, colleague)]
    assert at_once(*end) == ["Refused", "done"] and Participation.objects.completed().count() == 3
