"""What the demo's mentors told of their office, what was found of it, and what there is for them to read.

The results are those that the demo made itself: nobody in them exists.
"""

import datetime as dt
from collections.abc import Iterator

from elections.models import Body, ElectedCandidate
from elections.models.body import Kind
from mentoring.actions.profiles import save_mentee_profile, save_mentor_profile
from mentoring.models import Mentor
from mentoring.power.actions import say_role
from mentoring.power.roles import Role
from mentoring.states import MentorState
from mentoring.vetting.actions import add_material, confirm_office, tell_office
from people.models import Membership, User
from portal.demo.people import person
from programmes.choices import Office
from programmes.models import Programme

MATERIALS = (
    ("Zo begin je een eerste gesprek", "Vijf vragen voor de kennismaking.", "/kennis/"),
    ("Wat doe je bij nare reacties?", "Voor jou en voor wie je helpt.", "/hulp/"),
)
NOT_LOOKED_UP_YET = 6
"""Of so many the last one told where she sits, and nobody has looked yet."""
DAY = dt.timedelta(days=1)


def lay_vetting(now: dt.datetime) -> None:
    seats = list(
        ElectedCandidate.objects.filter(body_election__body__kind=Kind.COUNCIL)
        .select_related("body_election__body")
        .order_by("-body_election__result_at", "body_election__identifier", "list_number", "number")
    )
    mentors = list(Mentor.objects.going_on().select_related("programme", "user").order_by("pk"))
    mentors.sort(key=lambda one: (one.user != person("mentor"), one.state != MentorState.APPLIED))
    for number, (mentor, seat) in enumerate(_seated(mentors, seats)):
        _tell(mentor, seat, now - 20 * DAY)
        if number % NOT_LOOKED_UP_YET < NOT_LOOKED_UP_YET - 1 and mentor.state == MentorState.ADMITTED:
            confirm_office(mentor, seat, by=_organiser(mentor.programme), at=now - 18 * DAY)
    for programme in Programme.objects.filter(mentors__in=mentors).distinct().order_by("pk"):
        for title, text, link in MATERIALS:
            add_material(programme, by=_organiser(programme), title=title, text=text, link=link, at=now - 30 * DAY)
    _two_of_the_demo(now - DAY)


def _seated(mentors: list[Mentor], seats: list[ElectedCandidate]) -> Iterator[tuple[Mentor, ElectedCandidate]]:
    """Each on a seat of her own: one with her first name where there is one, else the next that is free.

    Who still has to be looked at comes first, on a result that was read late: of the others the names are gone by now.
    """
    for mentor in mentors:
        is_known = mentor.user == person("mentor")
        newest = [seat for seat in seats if seat.body_election_id == seats[0].body_election_id]
        free = newest if mentor.state == MentorState.APPLIED else seats
        own = next((seat for seat in free if _first(seat, mentor) or (is_known and seat.first_name[:1] == "M")), None)
        own = own or next(iter(free), None)
        if own:
            seats.remove(own)
            yield mentor, own


def _first(seat: ElectedCandidate, mentor: Mentor) -> bool:
    return bool(seat.first_name) and seat.first_name == mentor.user.name.partition(" ")[0]


def _tell(mentor: Mentor, seat: ElectedCandidate, at: dt.datetime) -> None:
    held = seat.body_election
    if held.body is not None:
        since = held.election_day.year
        listed_as = seat.full_name if _first(seat, mentor) else _by_initials(seat)
        tell_office(by=mentor.user, office=Office.COUNCIL, body=held.body, since=since, listed_as=listed_as, at=at)


def _by_initials(seat: ElectedCandidate) -> str:
    """As somebody writes it who is called otherwise than her initials say."""
    return " ".join(part for part in (seat.initials, seat.prefix, seat.last_name) if part)


def _two_of_the_demo(at: dt.datetime) -> None:
    """The mentor said whether she helps to choose candidates; the participant is still asked."""
    mentor, participant = person("mentor"), person("participant")
    save_mentor_profile({"concern": "Ik zit in de raad. Liever niemand uit mijn eigen gemeente."}, by=mentor, at=at)
    save_mentee_profile({"concern": "Ik bel liever niet. Schrijven gaat beter."}, by=participant, at=at)
    place = Body.objects.filter(kind=Kind.COUNCIL, code="GM0344").first()
    say_role([Role.COMMITTEE], place, by=mentor, at=at)


def _organiser(programme: Programme) -> User:
    lead = programme.lead()
    return Membership.objects.filter(organisation=lead, role=Membership.Role.ORGANISER).order_by("pk")[0].user
