"""Ten invented days of the training for parties, through the actions: two are past, most are taken, two are free.

And three days of an invented training, for the organiser as whom one signs in by a press.

The organisations do not exist. Their municipalities are of the reference list, and nobody but the desk sees which.
"""

import datetime as dt

from elections.models import Body, Kind
from people.models import User
from portal.demo.content.accounts import account
from portal.demo.content.programmes.next_step_academy import NEXT_STEP_ACADEMY
from portal.demo.content.programmes.selecting_without_bias import SELECTING_WITHOUT_BIAS
from portal.demo.content.terms import Term
from portal.demo.people import person
from programmes.bookings import actions, session_actions
from programmes.bookings.actions import Wanted
from programmes.choices import Booker
from programmes.models import Booking, Programme, Session, SessionOffer

DAYS = (-40, -19, 10, 17, 24, 31, 45, 52, 59, 66)
LAID = -90
# How many days ago it was asked, who asks, with how many, and whether the organiser said yes.
TAKEN = (
    (80, "Lijst Verzonnen", Booker.LOCAL_PARTY, 14, True),
    (75, "Griffie (voorbeeld)", Booker.MUNICIPALITY, 18, True),
    (30, "Samen Verzonnen", Booker.LOCAL_PARTY, 12, True),
    (21, "Afdeling Voorbeeld", Booker.BRANCH, 9, True),
    (14, "Dorpslijst Verzonnen", Booker.LOCAL_PARTY, 16, True),
    (9, "Griffie (voorbeeld)", Booker.MUNICIPALITY, 20, True),
    (3, "Stadslijst Voorbeeld", Booker.LOCAL_PARTY, 11, False),
    (1, "Afdeling Verzonnen", Booker.BRANCH, 8, False),
)
OWN_DAYS = (16, 23, 38)
OWN_TAKEN = (
    (6, "Wijklijst Voorbeeld", Booker.LOCAL_PARTY, 10, True),
    (2, "Griffie (voorbeeld)", Booker.MUNICIPALITY, 15, False),
)
MARKS = (8, 9, 7, 8, 8, 9, 6, 8, 10, 8, 7, 9)


def lay_bookings(programmes: dict[str, Programme], term: Term) -> None:
    """Of the programme that the demo carries for parties; without a reference list there is no municipality to name."""
    programme = programmes.get(SELECTING_WITHOUT_BIAS.slug)
    places = list(Body.objects.filter(kind=Kind.COUNCIL).valid(term.day(0)).order_by("code")[: len(TAKEN)])
    if programme is None or len(places) < len(TAKEN):
        return
    organiser = account(*SELECTING_WITHOUT_BIAS.organiser)
    offer = _offer(programme)
    days = [_day(offer, days, term, organiser) for days in DAYS]
    for number, (taken, place) in enumerate(zip(TAKEN, places, strict=True)):
        _book(days[number], taken, place, term, organiser)
    _give_marks(offer, term)
    if (own := programmes.get(NEXT_STEP_ACADEMY.slug)) is not None:
        _lay_own(own, places, term)


def _lay_own(programme: Programme, places: list[Body], term: Term) -> None:
    organiser = person("organiser")
    offer = SessionOffer.objects.create(
        programme=programme,
        title="Vragen in een eerlijk gesprek (voorbeeld)",
        title_en="Questions in a fair interview (example)",
        text="Je oefent hoe je iedereen dezelfde vragen stelt. Voor wie in een gemeente mensen kiest. "
        "Deze training is verzonnen.",
        text_en="You practise how to ask everyone the same questions. For those who choose people in a municipality. "
        "This training is invented.",
        most_sessions=len(OWN_DAYS),
    )
    days = [_day(offer, days, term, organiser) for days in OWN_DAYS]
    for day, taken, place in zip(days, OWN_TAKEN, places, strict=False):
        _book(day, taken, place, term, organiser)


def _offer(programme: Programme) -> SessionOffer:
    return SessionOffer.objects.create(
        programme=programme,
        title="Selecteren zonder vooroordelen",
        title_en="Selecting without bias",
        text="Je leert zien waar een oordeel te snel komt. Voor wie in een gemeente mensen kiest. "
        "Eén keer is voor één gemeente. De trainer komt naar jullie toe (voorbeeld).",
        text_en="You learn to see where a judgement comes too soon. For those who choose people in a municipality. "
        "One session is for one municipality. The trainer comes to you (example).",
        most_sessions=len(DAYS),
    )


def _day(offer: SessionOffer, days: int, term: Term, organiser: User) -> Session:
    day = term.working_day(days)
    session = Session(offer=offer, starts_at=term.moment(day, 19), ends_at=term.moment(day, 22, 30))
    return session_actions.lay_session(session, by=organiser, at=term.moment(LAID, 10))


def _book(session: Session, taken: tuple[int, str, str, int, bool], place: Body, term: Term, organiser: User) -> None:
    ago, name, booker, people, is_confirmed = taken
    at = term.now - dt.timedelta(days=ago)
    wanted = Wanted(booker=booker, organisation_name=name, municipality=place, people=people, session=session.key)
    address = f"boeking{ago}@example.org"
    booking = actions.book(session.offer, wanted, address=address, language="nl", at=at)
    if is_confirmed:
        actions.confirm_booking(booking, by=organiser, at=at + dt.timedelta(hours=5))


def _give_marks(offer: SessionOffer, term: Term) -> None:
    actions.keep_bookings(term.now)
    held = list(Booking.objects.filter(offer=offer).exclude(rating_key=None).order_by("pk"))
    for number, mark in enumerate(MARKS):
        key = held[number % len(held)].rating_key
        if key is not None:
            session_actions.rate_session(key, mark, at=term.now)
