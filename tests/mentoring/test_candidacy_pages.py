"""The pages at /mijn/op-de-lijst/: each step, what is refused, and how little they ask of the database."""

import pytest
from django.test import Client
from django.urls import reverse

from elections.models import Body, BodyElection
from mentoring.models import Candidacy
from mentoring.states import CandidacyState
from tests.factories.people import UserFactory
from tests.laid import laid
from tests.mentoring.on_a_list import an_entry, body, election, place, told
from tests.signing_in import sign_in

__all__ = ["body", "election", "laid", "place"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("laid")]


def test_the_whole_way_in_the_browser(client: Client, place: BodyElection, body: Body) -> None:
    user = UserFactory()
    entry = an_entry(place)
    sign_in(client, user, proved=False)
    found = client.get(reverse("mentoring:candidacies"), {"q": "west maas"})
    assert reverse("mentoring:candidacy_tell", args=[body.slug]) in found.content.decode()
    sent = client.post(
        reverse("mentoring:candidacy_tell", args=[body.slug]), {"election": place.election_id, "agree": "on"}
    )
    own = reverse("mentoring:candidacy", args=[Candidacy.objects.get().key])
    assert sent.headers["Location"] == own
    searched = client.post(own, {"words": "zonnebloem"}).content.decode()
    assert "Kanarie" in searched and "Dit ben ik" in searched
    claim = reverse("mentoring:candidacy_claim", args=[Candidacy.objects.get().key])
    assert client.post(claim, {"words": "zonnebloem", "entry": entry.pk, "agree": "on"}).status_code == 302
    assert "Je staat op de officiële lijst" in client.get(own).content.decode()


def test_a_claim_without_the_consent_keeps_what_was_chosen(client: Client, place: BodyElection) -> None:
    user, entry = UserFactory(), an_entry(place)
    candidacy = told(user, place.election, place.body)
    sign_in(client, user, proved=False)
    page = client.post(
        reverse("mentoring:candidacy_claim", args=[candidacy.key]), {"words": "zonnebloem", "entry": entry.pk}
    ).content.decode()
    assert "Kruis aan dat wij dit mogen bewaren" in page and "checked" in page
    candidacy.refresh_from_db()
    assert candidacy.state == CandidacyState.TOLD


def test_an_entry_that_was_not_found_by_the_name_cannot_be_chosen(client: Client, place: BodyElection) -> None:
    user, other = UserFactory(), an_entry(place, "Heel-Anders", 9)
    candidacy = told(user, place.election, place.body)
    sign_in(client, user, proved=False)
    page = client.post(
        reverse("mentoring:candidacy_claim", args=[candidacy.key]),
        {"words": "zonnebloem", "entry": other.pk, "agree": "on"},
    )
    candidacy.refresh_from_db()
    assert candidacy.state == CandidacyState.TOLD and page.status_code == 200


@pytest.mark.parametrize("name", ["candidacy", "candidacy_let_go", "candidacy_remove"])
def test_the_candidacy_of_somebody_else_does_not_exist(client: Client, place: BodyElection, name: str) -> None:
    candidacy = told(UserFactory(), place.election, place.body)
    sign_in(client, UserFactory(), proved=False)
    assert client.get(reverse(f"mentoring:{name}", args=[candidacy.key])).status_code == 404
    assert client.post(reverse("mentoring:candidacy_claim", args=[candidacy.key])).status_code == 404


def test_searching_the_lists_has_a_limit_an_hour(client: Client, place: BodyElection, settings) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"search_lists": "3/h/user"}
    user = UserFactory()
    candidacy = told(user, place.election, place.body)
    an_entry(place)
    sign_in(client, user, proved=False)
    own = reverse("mentoring:candidacy", args=[candidacy.key])
    assert [client.post(own, {"words": "zonnebloem"}).status_code for _ in range(4)] == [200, 200, 200, 429]
    claim = reverse("mentoring:candidacy_claim", args=[candidacy.key])
    assert client.post(claim, {"words": "zonnebloem"}).status_code == 429


def test_the_pages_ask_the_database_little(client: Client, place: BodyElection, django_assert_max_num_queries) -> None:
    user = UserFactory()
    for number in range(1, 40):
        an_entry(place, number=number, first_name=f"Kanarie{number}")
    candidacy = told(user, place.election, place.body)
    sign_in(client, user, proved=False)
    with django_assert_max_num_queries(14):
        page = client.post(reverse("mentoring:candidacy", args=[candidacy.key]), {"words": "zonnebloem"})
    assert page.content.decode().count('type="radio"') == 20
    with django_assert_max_num_queries(12):
        client.get(reverse("mentoring:candidacies"))
