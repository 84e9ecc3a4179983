from datetime import date

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from outcomes.disclosure.steps import STARTED
from outcomes.dossier.actions import save_grant
from outcomes.models import Grant, Promise
from people.models import User
from programmes.models import Programme
from tests.factories.programmes import ProgrammeFactory, organiser_of
from tests.laid import laid
from tests.signing_in import sign_in

__all__ = ["laid"]


@pytest.fixture
def analyst(laid: None, db: None) -> User:
    user = User.objects.create_user("analist@example.org", name="Analist")
    user.groups.add(Group.objects.get(name="ministry"))
    return user


# A dossier and who keeps it ------------------------------------------------------------------------------


@pytest.fixture
def programme() -> Programme:
    return ProgrammeFactory(name="Zonnebloemweg")


@pytest.fixture
def organiser(programme: Programme) -> User:
    return organiser_of(programme)


@pytest.fixture
def desk(client: Client, organiser: User) -> Client:
    return sign_in(client, organiser)


@pytest.fixture
def grant(programme: Programme, organiser: User) -> Grant:
    made = Grant(programme=programme)
    year = {"starts_on": date(2026, 1, 1), "ends_on": date(2026, 12, 31)}
    promises = [Promise(step=STARTED, number=20), Promise(text="Drie avonden", done="Vier avonden", order=9)]
    return save_grant(made, promises, by=organiser, grantor="Het ministerie", purpose="=SOM(1)", **year)
