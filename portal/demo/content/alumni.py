"""After taking part, in the demo: names in a network, a question to the mentor, and barriers that people tell of."""

import datetime as dt
from itertools import islice

from home.stations import Station
from mentoring.alumni.actions.barriers import BarrierWords, publish_barrier, tell_barrier
from mentoring.alumni.models import NetworkMember
from mentoring.alumni.network import join_network
from mentoring.alumni.policies import took_part
from mentoring.alumni.questions import ask_member
from mentoring.choices import Topic
from mentoring.models import Mentor
from people.models import Membership, User
from portal.demo.people import person
from programmes.models import Participation, Programme

NAMES = ("Vlier", "Aster", "Iris", "Klaproos", "Salie", "Hazel")
SHOWN = (
    ("Hoe je een eerste gesprek met een partij voert.", [Topic.HOUSING, Topic.TRAFFIC], "Utrecht"),
    ("Spreken in de raadszaal, ook als je zenuwachtig bent.", [Topic.SCHOOL], "Gelderland"),
    ("Politiek naast kleine kinderen.", [Topic.CARE], ""),
)
TOLD = (
    BarrierWords(
        Station.CAN,
        "De fractie vergaderde om zes uur",
        "Om zes uur werk ik nog. Ik miste elke keer het begin. Dan was het belangrijkste al besproken.",
        "Ik vroeg of het om acht uur kon. Dat kon, één keer in de twee weken. "
        "Voor de andere keren kreeg ik de stukken een dag eerder.",
        "Hazel",
    ),
    BarrierWords(
        Station.WANT,
        "Ik dacht dat je alles al moest weten",
        "In de raad gaat het over geld en regels. Ik dacht dat ik daar te weinig van wist.",
        "Ik ging drie keer kijken bij een vergadering. Raadsleden stelden zelf ook gewone vragen. "
        "De griffie legde mij daarna uit hoe de begroting werkt.",
    ),
    BarrierWords(
        Station.MAY,
        "Niemand zei hoe je op de lijst komt",
        "Ik was lid van een partij, maar ik wist niet wanneer zij mensen koos.",
        "Ik belde het bestuur en vroeg om de datum. Die stond nergens. Nu staat hij in de nieuwsbrief.",
    ),
)
WAITS = BarrierWords(
    Station.GO,
    "Campagne voeren in de regen",
    "Ik stond alleen op de markt. Na een uur wilde ik naar huis.",
    "De keer daarna gingen wij met z’n drieën. Dat was zelfs gezellig.",
)


def lay_alumni(now: dt.datetime) -> None:
    """In the programme of the demo's mentor: who completed it before is its network. A yes is to a text of today."""
    mentorship = Mentor.objects.admitted().filter(user=person("mentor")).select_related("programme").first()
    if mentorship is None:
        return
    programme = mentorship.programme
    alumni = _alumni(programme)
    for number, (user, name) in enumerate(zip(alumni, NAMES, strict=False)):
        about, topics, province = SHOWN[number % len(SHOWN)]
        shown = {"display_name": name, "about": about, "topics": topics, "province": province}
        join_network(programme, shown | {"takes_questions": number % 2 == 0}, by=user, at=now)
    own = {"display_name": "Meike", "about": "Hoe de raad werkt.", "topics": [Topic.HOUSING], "takes_questions": True}
    join_network(programme, own, by=mentorship.user, at=now)
    if alumni:
        _ask_and_tell(programme, alumni, now)


def _ask_and_tell(programme: Programme, alumni: list[User], now: dt.datetime) -> None:
    mentor = NetworkMember.objects.get(programme=programme, user=person("mentor"))
    ask_member(mentor, "Hoe combineer jij de raad met je werk?", by=alumni[0], at=now)
    who_reads = Membership.objects.filter(role=Membership.Role.ORGANISER, organisation__carries__programme=programme)
    if (organiser := who_reads.order_by("pk").first()) is None:
        return
    for number, words in enumerate(TOLD):
        barrier = tell_barrier(programme, words, by=alumni[number % len(alumni)], at=now)
        publish_barrier(barrier, by=organiser.user, at=now)
    tell_barrier(programme, WAITS, by=alumni[-1], at=now)


def _alumni(programme: Programme) -> list[User]:
    done = Participation.objects.completed().filter(edition__programme=programme).select_related("user").order_by("pk")
    people = list(dict.fromkeys(participation.user for participation in done))
    return list(islice((user for user in people if took_part(user, programme)), len(NAMES)))
