"""Who is counted in the fairness sheet, one of each kind: the rule of several programmes stands aside here."""

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from mentoring.models import Mentor
from mentoring.states import MatchState, MentorState
from outcomes.disclosure.catalogue import AND, TOTAL
from outcomes.disclosure.fairness import LONG, PASSED_BY, PROPOSED, UNMATCHED
from outcomes.disclosure.steps import MATCHED, STARTED
from outcomes.fairness import counting
from outcomes.models import FunnelPerson
from programmes.models import Edition, Participation
from tests.factories.mentoring import MatchFactory, MenteeProfileFactory, MentorFactory, MentorProfileFactory
from tests.factories.people import UserFactory
from tests.factories.programmes import EditionFactory, ParticipationFactory
from tests.outcomes.people import move

pytestmark = pytest.mark.django_db
START = timezone.make_aware(datetime(2025, 3, 3))
AT = timezone.make_aware(datetime(2026, 5, 1, 9))
AFTER_THE_TURN = timezone.make_aware(datetime(2026, 5, 2))
STARVED = f"{TOTAL}{AND}{LONG}"


@pytest.fixture(autouse=True)
def one_programme_is_enough(monkeypatch):
    monkeypatch.setattr(counting, "are_several", lambda where: True)


def an_edition(**fields) -> Edition:
    running = {"starts_on": date(2025, 3, 3), "ends_on": date(2026, 3, 1)}
    return EditionFactory(programme__has_mentors=True, **{**running, **fields})


def a_mentor(edition: Edition, user=None, *, admitted_at=START, capacity=1, state=MentorState.ADMITTED) -> Mentor:
    mentor = MentorFactory(
        programme=edition.programme, state=state, admitted_at=admitted_at, **({"user": user} if user else {})
    )
    if user is None:
        MentorProfileFactory(user=mentor.user, capacity=capacity)
    return mentor


def someone(edition: Edition, user=None, *, asks=True, **fields) -> Participation:
    found = ParticipationFactory(edition=edition, user=user or UserFactory(), started_at=START, **fields)
    if user is None:
        FunnelPerson.objects.create(user=found.user)
        if asks:
            MenteeProfileFactory(user=found.user)
    return found


def proposed(participation: Participation, mentor: Mentor, at: datetime) -> None:
    MatchFactory(participation=participation, mentor=mentor, state=MatchState.EXPIRED, proposed_at=at)


def test_of_mentors_those_with_room_who_were_there_by_then():
    edition, second = an_edition(), an_edition()
    waits, seen, late, in_both = a_mentor(edition), a_mentor(edition), a_mentor(edition), a_mentor(edition)
    a_mentor(edition, capacity=0)
    a_mentor(edition, admitted_at=AFTER_THE_TURN)
    a_mentor(edition, state=MentorState.STOPPED)
    a_mentor(second, in_both.user)
    a_mentor(an_edition(starts_on=date(2024, 3, 3)))
    a_mentor(an_edition(ends_on=date(2025, 11, 1)))
    people = [someone(edition) for _number in range(3)]
    proposed(people[0], seen, START)
    proposed(people[1], in_both, START)
    proposed(people[2], late, AFTER_THE_TURN)
    found = {one.person: one.cell for one in counting.count(2025, at=AT).exposure}
    expected = {seen: PROPOSED, in_both: PROPOSED, waits: PASSED_BY, late: PASSED_BY}
    assert found == {mentor.user_id: cell for mentor, cell in expected.items()}


def test_of_people_those_who_asked_by_the_longest_wait():
    edition, second = an_edition(), an_edition()
    mentor = a_mentor(edition)
    weeks = {number: START + timedelta(weeks=number) for number in (3, 7, 27)}
    soon, early, never, left, late, twice = (someone(edition) for _number in range(6))
    someone(edition, asks=False)
    Participation.objects.filter(pk=left.pk).update(left_at=weeks[3])
    proposed(soon, mentor, weeks[3])
    proposed(early, mentor, START - timedelta(days=1))
    proposed(late, mentor, AFTER_THE_TURN)
    proposed(twice, mentor, weeks[3])
    again = someone(second, twice.user)
    proposed(again, a_mentor(second), weeks[7])
    found = {one.person: one.cell for one in counting.count(2025, at=AT).waiting}
    expected = {soon: "4", early: "4", never: STARVED, left: TOTAL, late: STARVED, twice: "8"}
    assert found == {one.user.funnel_person.pk: cell for one, cell in expected.items()}


def test_who_found_a_mentor_after_the_turn_found_none_by_then():
    edition = an_edition()
    in_time, too_late = (FunnelPerson.objects.create(gender="vrouw", birth_year=1990) for _number in range(2))
    move([in_time, too_late], STARTED, on=START.date(), edition=edition)
    move([in_time], MATCHED, on=date(2026, 5, 1), edition=edition)
    move([too_late], MATCHED, on=date(2026, 5, 2), edition=edition)
    counted = counting.count(2025, at=AT)
    assert {one.person: one.cell for one in counted.by_gender} == {in_time.pk: MATCHED, too_late.pk: UNMATCHED}
    assert {one.row for one in counted.by_age} == {"26–35"}
