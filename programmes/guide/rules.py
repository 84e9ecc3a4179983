"""Which programmes fit these answers, and why. Pure: facts in, fits with reasons out.

The guide never asks who someone is. Whether a programme is meant for you stands beside it in words, and
you decide; a trait in the address of a page would stand in histories and logs.

>>> one = ProgrammeFacts(key="a", name="Proefraad", office="raad")
>>> advise(Answers(office="raad"), [one]).now[0].reasons
(<Reason.OFFICE: 'office'>, <Reason.WHOLE_COUNTRY: 'whole-country'>)
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum, StrEnum

ONLINE, LIVE, MIXED = "online", "live", "mixed"


class Reason(StrEnum):
    """Why a programme fits."""

    OFFICE = "office"
    ANY_OFFICE = "any-office"
    STATION = "station"
    PROVINCE = "province"
    WHOLE_COUNTRY = "whole-country"
    ONLINE_ANYWHERE = "online-anywhere"
    FORM = "form"


class Doubt(StrEnum):
    """What to ask or know beforehand; no reason to leave it out."""

    OTHER_STATION = "other-station"
    ASK_AGE = "ask-age"
    PARTLY_LIVE = "partly-live"
    ONLY_ONLINE = "only-online"


class Miss(StrEnum):
    """Why a programme does not fit."""

    OFFICE = "office"
    TOO_YOUNG = "too-young"
    PROVINCE = "province"
    NOT_ONLINE = "not-online"


class Age(Enum):
    """Youngest and oldest age, both included; unknown fits everyone."""

    UNKNOWN = (0, 130)
    UNDER_16 = (0, 15)
    SIXTEEN_SEVENTEEN = (16, 17)
    ADULT = (18, 130)


@dataclass(frozen=True)
class Answers:
    """An empty answer means: I do not know, or it does not matter."""

    office: str = ""
    station: str = ""
    age: Age = Age.UNKNOWN
    province: str = ""
    form: str = ""


@dataclass(frozen=True)
class ProgrammeFacts:
    """Empty office: any; no stations: not recorded; empty province: the whole country."""

    key: str
    name: str
    office: str = ""
    stations: frozenset[str] = frozenset()
    minimum_age: int = 18
    province: str = ""
    form: str = LIVE
    takes_applications: bool = True


@dataclass(frozen=True)
class Fit:
    programme: ProgrammeFacts
    reasons: tuple[Reason, ...]
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True)
class Missed:
    programme: ProgrammeFacts
    why: tuple[Miss, ...]


@dataclass(frozen=True)
class Advice:
    """`now` can be applied to; `later` fits but is not open; `missed` has the nearest first."""

    now: list[Fit] = field(default_factory=list)
    later: list[Fit] = field(default_factory=list)
    missed: list[Missed] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        return not self.now and not self.later


def advise(answers: Answers, programmes: Iterable[ProgrammeFacts]) -> Advice:
    """The same answers give the same order: most reasons, fewest doubts, then by name."""
    fits: list[Fit] = []
    missed: list[Missed] = []
    for programme in programmes:
        why = misses(answers, programme)
        if why:
            missed.append(Missed(programme, why))
        else:
            fits.append(Fit(programme, reasons(answers, programme), doubts(answers, programme)))
    fits.sort(key=lambda fit: (-_weight(fit.reasons), len(fit.doubts), fit.programme.name))
    missed.sort(key=lambda miss: (len(miss.why), miss.programme.name))
    return Advice(
        now=[fit for fit in fits if fit.programme.takes_applications],
        later=[fit for fit in fits if not fit.programme.takes_applications],
        missed=missed,
    )


def misses(answers: Answers, programme: ProgrammeFacts) -> tuple[Miss, ...]:
    found = []
    if answers.age.value[1] < programme.minimum_age:
        found.append(Miss.TOO_YOUNG)
    if answers.office and programme.office and answers.office != programme.office:
        found.append(Miss.OFFICE)
    if _elsewhere(answers, programme) and programme.form != ONLINE:
        found.append(Miss.PROVINCE)
    if answers.form == ONLINE and programme.form == LIVE:
        found.append(Miss.NOT_ONLINE)
    return tuple(found)


def reasons(answers: Answers, programme: ProgrammeFacts) -> tuple[Reason, ...]:
    found = []
    if answers.office:
        found.append(Reason.OFFICE if programme.office else Reason.ANY_OFFICE)
    if answers.station in programme.stations:
        found.append(Reason.STATION)
    if not programme.province:
        found.append(Reason.WHOLE_COUNTRY)
    elif answers.province:
        found.append(Reason.ONLINE_ANYWHERE if _elsewhere(answers, programme) else Reason.PROVINCE)
    if answers.form and answers.form == programme.form:
        found.append(Reason.FORM)
    return tuple(found)


def doubts(answers: Answers, programme: ProgrammeFacts) -> tuple[Doubt, ...]:
    found = []
    youngest, oldest = answers.age.value
    if answers.age is not Age.UNKNOWN and youngest < programme.minimum_age <= oldest:
        found.append(Doubt.ASK_AGE)
    if answers.station and programme.stations and answers.station not in programme.stations:
        found.append(Doubt.OTHER_STATION)
    if answers.form == ONLINE and programme.form == MIXED:
        found.append(Doubt.PARTLY_LIVE)
    if answers.form == LIVE and programme.form == ONLINE:
        found.append(Doubt.ONLY_ONLINE)
    return tuple(found)


def _elsewhere(answers: Answers, programme: ProgrammeFacts) -> bool:
    return bool(answers.province and programme.province and answers.province != programme.province)


def _weight(found: tuple[Reason, ...]) -> int:
    """What is said of everybody weighs less than what answers a wish."""
    general = {Reason.ANY_OFFICE, Reason.WHOLE_COUNTRY}
    return sum(1 if reason in general else 2 for reason in found)
