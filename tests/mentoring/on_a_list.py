"""A body with an official list, and people who say that they stand on it."""

import datetime as dt

import pytest
from django.utils import timezone

from elections.models import Body, BodyElection, CandidateList, Election, ListEntry
from mentoring.models import Candidacy
from mentoring.progression import actions
from people.models import User


@pytest.fixture
def body() -> Body:
    return Body.objects.get(code="GM0668")


@pytest.fixture
def election(body: Body) -> Election:
    return Election.objects.for_body(body).get(identifier="GR2026")


@pytest.fixture
def place(body: Body, election: Election) -> BodyElection:
    return BodyElection.objects.create(
        identifier="GR2026_Verzonnen",
        election=election,
        body=body,
        category="GR",
        domain="0668",
        name="Gemeenteraad Verzonnen",
        election_day=election.election_day,
    )


def an_entry(place: BodyElection, last_name: str = "Zonnebloem", number: int = 3, **fields: object) -> ListEntry:
    its_list, _made = CandidateList.objects.get_or_create(
        body_election=place, contest="geen", number=2, defaults={"name": "Lijst Verzonnen"}
    )
    names = {"initials": "K.", "first_name": "Kanarie", "locality": "Verzonnendorp"} | fields
    return ListEntry.objects.create(
        candidate_list=its_list, number=number, last_name=last_name, folded=f"kanarie {last_name.lower()}", **names
    )


def told(user: User, election: Election, body: Body) -> Candidacy:
    return actions.tell_candidacy(election, body, by=user)


def claimed(user: User, place: BodyElection, entry: ListEntry) -> Candidacy:
    candidacy = told(user, place.election, place.body)
    return actions.claim_entry(candidacy, entry, words=entry.last_name, by=user)


def result_of(place: BodyElection, *elected: ListEntry, at: dt.datetime | None = None) -> None:
    ListEntry.objects.filter(candidate_list__body_election=place).update(elected=False)
    ListEntry.objects.filter(pk__in=[entry.pk for entry in elected]).update(elected=True)
    place.result_at = at or timezone.now()
    place.save()
