"""What an organiser sees of a participant beyond the edition: a pair and a place, never a list, a party or a mentor."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from mentoring.models import Candidacy
from mentoring.progression import actions
from people import consent
from people.models import Membership
from programmes.models import Participation
from tests.factories.mentoring import a_match, a_mentor, a_pair
from tests.factories.people import MembershipFactory
from tests.factories.programmes import admitted
from tests.laid import laid
from tests.mentoring.on_a_list import an_entry, body, claimed, election, place, result_of
from tests.signing_in import sign_in

__all__ = ["body", "election", "laid", "place"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("laid")]
INDEX = "desk_participations:index"


@pytest.fixture
def participation() -> Participation:
    return admitted(user__name="Kanarie")


@pytest.fixture
def desk(client: Client, participation: Participation) -> Client:
    lead = participation.edition.programme.lead()
    return sign_in(client, MembershipFactory(organisation=lead, role=Membership.Role.ORGANISER).user)


def seen(desk: Client, participation: Participation) -> list[str]:
    """The list, and the page of the person."""
    detail = reverse("desk_participations:detail", args=[participation.key])
    return [desk.get(address).content.decode() for address in (reverse(INDEX), detail)]


def test_place_body_and_outcome_are_there_and_the_list_is_not(desk, participation, place) -> None:
    entry = an_entry(place)
    claimed(participation.user, place, entry)
    result_of(place, entry)
    actions.look_up_results()
    for page in seen(desk, participation):
        assert "gekozen, plek 3, West Maas en Waal 2026" in page
        assert "Lijst Verzonnen" not in page and "GR2026_Verzonnen" not in page


def test_without_the_consent_nothing_is_said(desk, participation, place) -> None:
    claimed(participation.user, place, an_entry(place))
    consent.Consent.objects.filter(text__purpose="candidacy").delete()  # as if it never stood
    assert Candidacy.objects.exists()
    assert not any("plek 3" in page for page in seen(desk, participation))


def test_a_pair_is_told_with_its_day_and_without_the_name_of_the_mentor(desk, participation) -> None:
    mentor = a_mentor(participation.edition.programme)
    mentor.user.name = "Mevrouw Geheim"
    mentor.user.save()
    a_pair(participation, mentor)
    for page in seen(desk, participation):
        assert "sinds " in page and "Mevrouw Geheim" not in page
    a_match(participation=participation)  # she keeps this mentor until there is another
    for page in seen(desk, participation):
        assert "sinds " in page and "voorstel gedaan" not in page


def test_the_list_asks_the_same_for_one_as_for_many(desk, participation, place) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert desk.get(reverse(INDEX)).status_code == 200
        return len(asked)

    claimed(participation.user, place, an_entry(place))
    desk.get(reverse(INDEX))  # what the session asks once
    few = queries()
    for number in range(4, 9):
        claimed(admitted(participation.edition).user, place, an_entry(place, f"Bloem{number}", number))
    assert queries() == few
    assert desk.get(reverse(INDEX)).content.decode().count("op een lijst, plek") == 6
