"""After taking part, all invented: somebody who took part until the end, and names in a network."""

from datetime import date, datetime
from typing import Any

from home.stations import Station
from mentoring.alumni.actions.barriers import BarrierWords
from mentoring.alumni.models import Barrier, NetworkMember, NetworkQuestion
from people.models import User
from programmes.models import Participation, Programme
from programmes.states import ParticipationState
from tests.factories.people import UserFactory
from tests.factories.programmes import EditionFactory, ProgrammeFactory, admitted

WORDS = BarrierWords(
    station=Station.MAY,
    title="Vergaderen om zes uur",
    stood_in_the_way="De fractie vergaderde als ik nog werkte.",
    helped="Ik vroeg of het later kon. Dat kon.",
)


def done(programme: Programme, user: User | None = None, **edition: Any) -> Participation:
    """Took part until the end."""
    return admitted(EditionFactory(programme=programme, **edition), user, state=ParticipationState.COMPLETED)


def a_member(programme: Programme, name: str = "Klaver", *, at: datetime | None = None, **fields: Any) -> NetworkMember:
    """A row as it is, of somebody who took part."""
    fields = {"user": fields.pop("user", None) or UserFactory(), **fields}
    times = {"since": at, "renewed_at": at} if at else {}
    return NetworkMember.objects.create(programme=programme, display_name=name, **times, **fields)


def a_public_barrier() -> Barrier:
    """By Zonnebloem, on the site."""
    public = {"public_title": "Een kwispelbankje", "public_barrier": "Ik stond steeds.", "public_help": "Ik vroeg het."}
    public |= {"public_teller": "Zonnebloem", "published_on": date(2026, 1, 1), "state": "published"}
    return Barrier.objects.create(user=UserFactory(), programme=ProgrammeFactory(), **WORDS.__dict__, **public)


def a_life_after(user: User) -> None:
    """A row of everything that this room keeps of somebody, with words."""
    programme = ProgrammeFactory()
    own = a_member(programme, "x", user=user, about="x")
    NetworkQuestion.objects.create(asker=user, member=a_member(programme, "x"), words="x")
    NetworkQuestion.objects.create(asker=UserFactory(), member=own, words="", answer="x")
    public = dict.fromkeys(("public_title", "public_barrier", "public_help", "public_teller"), "x")
    told = dict.fromkeys(("title", "stood_in_the_way", "helped", "teller", "remark"), "x")
    facts = {"state": "published", "published_on": date(2026, 1, 1), "station": Station.MAY}
    Barrier.objects.create(user=user, programme=programme, **facts, **told, **public)
