"""Brings the facts of the figures up to date with what happened in the programmes.

It reads every application, participation, match and candidacy, adds the steps that are not there yet and takes
away what rested on a consent that is no longer there. Running it twice is running it once. Each kind is one query,
however many people there are. Steps, and the day that counts:

    signed_up   the first saved step of an application      applied     the application is sent
    admitted    the person said yes to a place              started     the edition began with her
    completed   she completed it                            matched     participant and mentor both said yes
    listed      she pointed out her entry on a list         elected     the result of that election was taken in
"""

from collections.abc import Iterator, Set
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from mentoring.models import Candidacy, Match
from mentoring.states import CandidacyState
from outcomes.choices import FunnelStep
from outcomes.models import FunnelFact, FunnelPerson
from people.models import Consent
from programmes.models import Application, Edition, Participation, Programme
from programmes.models.application import CONSENT_PURPOSE
from programmes.personal_data import PROGRAMMES

AT_A_TIME = 2000
# Facts are cut loose from their applications so long before these go of themselves: a round or two may be missed.
AHEAD = timedelta(days=3)


@dataclass(frozen=True)
class Step:
    """What somebody did in an edition, and when; all by number."""

    user: int
    edition: int
    step: FunnelStep
    day: date

    def of(self, person: int) -> tuple[int, int, str]:
        """What makes a fact this one."""
        return person, self.edition, self.step.value


@transaction.atomic
def collect(at: datetime | None = None) -> int:
    """How many steps came or went."""
    at = at or timezone.now()
    editions = {edition.pk: edition for edition in Edition.objects.select_related("programme")}
    resting = {pk for pk, edition in editions.items() if _rests_on_consent(edition, at)}
    _cut_loose(resting)
    gone = _take_away(resting)
    steps = _counted(resting, editions, _steps())
    persons = _persons({step.user for step in steps})
    there = _there()
    new = {step.of(persons[step.user]): step for step in reversed(steps)}
    missing = [
        FunnelFact(
            person_id=person,
            programme_id=editions[edition].programme_id,
            edition_id=edition,
            step=name,
            happened_on=step.day,
            office=editions[edition].programme.office,
        )
        for (person, edition, name), step in new.items()
        if (person, edition, name) not in there
    ]
    FunnelFact.objects.bulk_create(missing, batch_size=AT_A_TIME, ignore_conflicts=True)
    _tie(resting)
    return gone + len(missing)


# One programme, now -----------------------------------------------------------------------------------


def steps_now(programme: Programme, at: datetime | None = None) -> list[Step]:
    """What collecting would find here at this moment, but for lists of candidates. Writes nothing."""
    editions = {edition.pk: edition for edition in programme.editions.all()}
    resting = {pk for pk, edition in editions.items() if _rests_on_consent(edition, at or timezone.now())}
    return _counted(resting, editions, _in_the_programmes(Q(edition__in=list(editions))))


def facts_now(programme: Programme, at: datetime | None = None) -> "QuerySet[FunnelFact]":
    """The facts of a programme that count at this moment: a consent that was taken back since collecting works too."""
    facts = FunnelFact.objects.filter(programme=programme)
    resting = {edition.pk for edition in programme.editions.all() if _rests_on_consent(edition, at or timezone.now())}
    return facts.exclude(pk__in=_unagreed(resting).values("pk")) if resting else facts


# What happened --------------------------------------------------------------------------------------


def _counted(resting: Set[int], editions: dict[int, Edition], steps: Iterator[Step]) -> list[Step]:
    """Every step that counts: where it rests on a consent, only with a yes that stands."""
    said_yes = set(_consents().values_list("user_id", "about")) if resting else set()
    return [
        step for step in steps if step.edition not in resting or (step.user, editions[step.edition].key) in said_yes
    ]


def _steps() -> Iterator[Step]:
    yield from _in_the_programmes(Q())
    yield from _on_a_list()


def _in_the_programmes(which: Q) -> Iterator[Step]:
    """From the first saved step of an application to being matched; `which` editions: all, or Q(edition__in=…)."""
    applications = Application.objects.filter(which).order_by("pk")
    yield from _dated(applications, "user_id", "edition_id", begun_at=FunnelStep.SIGNED_UP)
    yield from _dated(applications, "user_id", "edition_id", submitted_at=FunnelStep.APPLIED)
    participations = Participation.objects.filter(which).order_by("pk")
    yield from _dated(participations, "user_id", "edition_id", admitted_at=FunnelStep.ADMITTED)
    yield from _dated(participations, "user_id", "edition_id", started_at=FunnelStep.STARTED)
    yield from _dated(participations, "user_id", "edition_id", completed_at=FunnelStep.COMPLETED)
    matches = Match.objects.order_by("active_at", "pk")
    if which:
        matches = matches.filter(participation__in=Participation.objects.filter(which).values("pk"))
    yield from _dated(matches, "participation__user_id", "participation__edition_id", active_at=FunnelStep.MATCHED)


def _dated(rows: "QuerySet[Any]", user: str, edition: str, **dated: FunnelStep) -> Iterator[Step]:
    """A step for each row whose moment is known."""
    ((moment, step),) = dated.items()
    known = rows.filter(**{f"{moment}__isnull": False}).values_list(user, edition, moment)
    for who, where, when in known.iterator(AT_A_TIME):
        yield Step(who, where, step, timezone.localdate(when))


def _on_a_list() -> Iterator[Step]:
    """A candidacy hangs on the person: it counts in each edition that began with her before she told of it."""
    began: dict[int, list[tuple[int, datetime]]] = {}
    candidates = Participation.objects.filter(user__in=Candidacy.objects.claimed().values("user"))
    for user, edition, started_at in candidates.values_list("user_id", "edition_id", "started_at"):
        if started_at:
            began.setdefault(user, []).append((edition, started_at))
    claimed = Candidacy.objects.claimed().order_by("claimed_at", "pk")
    for candidacy in claimed.only("user_id", "state", "told_at", "claimed_at", "outcome_at"):
        listed_at = candidacy.claimed_at or candidacy.told_at
        for edition, started_at in began.get(candidacy.user_id, []):
            if started_at > listed_at:
                continue
            yield Step(candidacy.user_id, edition, FunnelStep.LISTED, timezone.localdate(listed_at))
            if candidacy.state == CandidacyState.ELECTED:
                known_at = candidacy.outcome_at or listed_at
                yield Step(candidacy.user_id, edition, FunnelStep.ELECTED, timezone.localdate(known_at))


# What may stay --------------------------------------------------------------------------------------


def _rests_on_consent(edition: Edition, at: datetime) -> bool:
    """Taking part reveals health or origin, and its applications do not go of themselves in the coming days."""
    if not edition.is_sensitive:
        return False
    (keep,) = [rule for rule in PROGRAMMES.keep_until if rule.name == "application_of_ended_edition"]
    return edition.ends_on is None or edition.ends_on >= timezone.localdate(at - keep.period + AHEAD)


def _consents() -> "QuerySet[Consent]":
    return Consent.objects.standing().filter(text__purpose=CONSENT_PURPOSE)


def _of_someone() -> "QuerySet[FunnelFact]":
    """Facts that are still tied to an account; the others are history."""
    return FunnelFact.objects.filter(person__user__isnull=False)


def _cut_loose(resting: Set[int]) -> None:
    """Where nothing rests on a consent any more the facts outlive the application."""
    FunnelFact.objects.filter(rests_on__isnull=False).exclude(edition__in=resting).update(rests_on=None)


def _take_away(resting: Set[int]) -> int:
    """Facts whose consent is gone, and those of a candidacy that was taken back."""
    claimed = Candidacy.objects.claimed().filter(user=OuterRef("person__user"))
    unlisted = _of_someone().filter(~Exists(claimed), step=FunnelStep.LISTED)
    elected = claimed.filter(state=CandidacyState.ELECTED)
    unelected = _of_someone().filter(~Exists(elected), step=FunnelStep.ELECTED)
    return sum(facts.delete()[0] for facts in (_unagreed(resting), unlisted, unelected))


def _unagreed(resting: Set[int]) -> "QuerySet[FunnelFact]":
    said_yes = _consents().filter(user=OuterRef("person__user"), about=OuterRef("edition__key"))
    return _of_someone().filter(~Exists(said_yes), edition__in=resting)


# Persons and ties -----------------------------------------------------------------------------------


def _persons(users: Set[int]) -> dict[int, int]:
    """The number by which the figures know each account; made where it is not there yet."""
    known = _known()
    FunnelPerson.objects.bulk_create(
        [FunnelPerson(user_id=user) for user in sorted(users - known.keys())],
        batch_size=AT_A_TIME,
        ignore_conflicts=True,
    )
    return known if users <= known.keys() else _known()


def _known() -> dict[int, int]:
    return dict(FunnelPerson.objects.filter(user__isnull=False).values_list("user_id", "pk"))


def _there() -> set[tuple[int, int, str]]:
    return set(_of_someone().values_list("person_id", "edition_id", "step"))


def _tie(resting: Set[int]) -> None:
    """So that withdrawing the application takes them along, at once."""
    loose = _of_someone().filter(edition__in=resting, rests_on=None)
    own = Application.objects.filter(user__funnel_person=OuterRef("person"), edition=OuterRef("edition"))
    loose.update(rests_on=Subquery(own.values("pk")[:1]))
