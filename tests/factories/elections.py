"""Official lists about invented people, as rows and as files."""

import datetime as dt
from dataclasses import replace
from typing import Any

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from elections.eml import Candidate, Head, PartyList
from elections.models import (
    Body,
    BodyElection,
    CandidateList,
    Election,
    ListedParty,
    ListEntry,
    Party,
    PartyCard,
)
from elections.names.normalising import fold
from elections.states import CardState
from people.addresses import keyed

ELECTION_DAY, NOMINATION_DAY = dt.date(2030, 3, 20), dt.date(2030, 2, 4)


class BodyElectionFactory(DjangoModelFactory):
    """Of the first municipality there is; marked where the reference lists are not laid."""

    class Meta:
        model = BodyElection

    identifier = factory.Sequence(lambda number: f"GR2030_Proefdam{number}")
    category = "GR"
    body = factory.LazyFunction(lambda: Body.objects.filter(kind="raad").first())
    domain = factory.LazyAttribute(lambda one: one.body.domain if one.body else "9999")
    name = factory.Sequence(lambda number: f"Gemeenteraad Proefdam {number}")
    election_day = ELECTION_DAY
    nomination_day = NOMINATION_DAY
    election = factory.LazyFunction(lambda: Election.objects.filter(identifier="GR2030").first())
    is_marked = factory.LazyAttribute(lambda one: one.body is None)


class CandidateListFactory(DjangoModelFactory):
    class Meta:
        model = CandidateList

    body_election = factory.SubFactory(BodyElectionFactory)
    contest = "geen"
    number = factory.Sequence(lambda number: number + 1)
    name = factory.LazyAttribute(lambda one: f"Proeflijst {one.number}")


class ListEntryFactory(DjangoModelFactory):
    """`ListEntryFactory(first_name="Fenna", last_name="Proefvlier")`; with_result=True: of a body with a result."""

    class Meta:
        model = ListEntry

    class Params:
        with_result = factory.Trait(
            candidate_list=factory.SubFactory(CandidateListFactory, body_election__result_at=timezone.now())
        )

    candidate_list = factory.SubFactory(CandidateListFactory)
    number = factory.Sequence(lambda number: number + 1)
    initials = "F.A."
    first_name = "Fenna"
    prefix = "van der"
    last_name = factory.Sequence(lambda number: f"Proefvlier{number}")
    locality = "Proefdam"
    folded = factory.LazyAttribute(lambda one: fold(f"{one.initials} ({one.first_name}) {one.prefix} {one.last_name}"))


class PartyFactory(DjangoModelFactory):
    class Meta:
        model = Party

    body = factory.LazyFunction(lambda: Body.objects.filter(kind="raad").first())
    name = factory.Sequence(lambda number: f"Proefpartij {number}")


class ListedPartyFactory(DjangoModelFactory):
    """A party on the list of one body's election; party=None: a blank list."""

    class Meta:
        model = ListedParty

    body_election = factory.SubFactory(BodyElectionFactory)
    contest = "geen"
    number = factory.Sequence(lambda number: number + 1)
    party = factory.SubFactory(PartyFactory, body=factory.SelfAttribute("..body_election.body"))


class PartyCardFactory(DjangoModelFactory):
    """Waits to be looked at; shown=True: on the site, handed in and confirmed at `at`."""

    class Meta:
        model = PartyCard

    class Params:
        address = "bestuur@proefpartij.example.org"
        at = factory.LazyFunction(timezone.now)
        shown = factory.Trait(
            state=CardState.SHOWN,
            confirmed_at=factory.SelfAttribute("handed_in_at"),
            decided_at=factory.SelfAttribute("handed_in_at"),
        )

    party = factory.SubFactory(PartyFactory)
    how = "De leden kiezen op een avond in het najaar."
    criteria = "Je bent lid en je hebt een dag per week tijd."
    mail_address = "kandidaten@proefpartij.example.org"
    kept_by = factory.SelfAttribute("address")
    kept_by_mark = factory.LazyAttribute(lambda one: keyed(one.address))
    handed_in_at = factory.SelfAttribute("at")


# The same as what stands in files --------------------------------------------------------------------


def head(**changes: Any) -> Head:
    """Losser has number 0168; the nought in front is easily lost."""
    usual = Head(
        message="230b",
        identifier="GR2030_Losser",
        category="GR",
        domain="0168",
        domain_name="Losser",
        name="Gemeenteraad Losser 2030",
        election_day=ELECTION_DAY,
        nomination_day=NOMINATION_DAY,
        made_at=dt.datetime(2030, 2, 8, 17),
    )
    return replace(usual, **changes)


def candidate(number: int = 1, last_name: str = "Proefvlier", **changes: Any) -> Candidate:
    usual = Candidate(
        number=number,
        initials="F.A.",
        first_name="Fenna",
        prefix="",
        last_name=last_name,
        locality="Overdinkel",
        country="",
        gender="female",
    )
    return replace(usual, **changes)


def party_list(number: int = 1, *candidates: Candidate, name: str = "Proeflijst", contest: str = "geen") -> PartyList:
    return PartyList(contest, number, name, candidates or (candidate(),))
