"""Gender, year of birth and province: optional, for the figures only, changed and taken back at any moment."""

import pytest
from django.utils import timezone

from lifecycle.models import JournalLine
from outcomes.models import FunnelPerson
from tests.factories.outcomes import FunnelFactFactory, FunnelPersonFactory
from tests.factories.people import UserFactory
from tests.factories.programmes import SentApplicationFactory
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db
PAGE, WIPE = "/mijn/cijfers/", "/mijn/cijfers/wissen/"
FILLED = {"gender": "vrouw", "birth_year": "1987", "province": "Fryslân"}


@pytest.fixture
def user(client):
    user = UserFactory()
    sign_in(client, user)
    return user


def told(user):
    return FunnelPerson.objects.get(user=user).description()


def test_what_is_filled_in_is_kept_and_shown_again(client, user):
    assert client.post(PAGE, FILLED).status_code == 302
    assert told(user) == {"gender": "vrouw", "birth_year": 1987, "province": "Fryslân"}
    html = client.get(PAGE).text
    assert 'value="1987"' in html and "Wis mijn antwoorden" in html


def test_nothing_is_required(client, user):
    assert client.post(PAGE, {"gender": "", "birth_year": "", "province": ""}).status_code == 302
    assert told(user) == {"gender": "", "birth_year": None, "province": ""}


def test_saying_it_anew_replaces_what_stood_there_and_keeps_the_key(client, user):
    client.post(PAGE, FILLED)
    key = FunnelPerson.objects.get().rounding_key
    client.post(PAGE, {"gender": "x", "birth_year": "", "province": ""})
    assert told(user) == {"gender": "x", "birth_year": None, "province": ""}
    assert FunnelPerson.objects.get().rounding_key == key


def test_taking_it_back_leaves_nothing_of_who_has_no_steps(client, user):
    client.post(PAGE, FILLED)
    assert client.post(WIPE).status_code == 302
    assert not FunnelPerson.objects.exists()
    assert "Wis mijn antwoorden" not in client.get(PAGE).text


def test_taking_it_back_leaves_the_steps(client, user):
    fact = FunnelFactFactory(person__user=user, person__gender="man")
    client.post(WIPE)
    fact.person.refresh_from_db()
    assert not fact.person.is_described and fact.person.user == user


@pytest.mark.parametrize("year", ["1899", "of who is 15", "87", "negentien", "1987.5"])
def test_an_impossible_year_is_told_of_and_the_rest_stays_filled_in(client, user, year):
    if year == "of who is 15":
        year = str(timezone.localdate().year - 15)
    response = client.post(PAGE, FILLED | {"birth_year": year})
    assert response.status_code == 200
    assert response.context["form"].errors.keys() == {"birth_year"}
    assert f'value="{year}"' in response.text
    assert not FunnelPerson.objects.exists()


@pytest.mark.parametrize("field", ["gender", "province"])
def test_an_answer_that_was_not_offered_is_refused(client, user, field):
    response = client.post(PAGE, FILLED | {field: "anders"})
    assert response.context["form"].errors.keys() == {field}


def test_beside_each_question_stands_who_sees_it(client, user):
    assert client.get(PAGE).text.count("Wie ziet dit? Niemand.") == 3


def test_mine_leads_there_from_the_first_application_on_and_never_as_a_thing_to_do(client, user):
    assert PAGE not in client.get("/mijn/").text
    SentApplicationFactory(user=user)
    response = client.get("/mijn/")
    assert "Vertel iets over jezelf, als je wilt" in response.text
    assert PAGE not in {step.url for step in response.context["steps"]}
    FunnelPersonFactory(user=user, gender="x")
    assert "Wat je over jezelf vertelde" in client.get("/mijn/").text


def test_the_journal_ties_nobody_to_her_facts(client, user):
    client.post(PAGE, FILLED)
    client.post(WIPE)
    lines = JournalLine.objects.filter(verb__in=["describe_for_figures", "take_back_description"])
    assert {line.thing_kind for line in lines} == {"people.User"} and len(lines) == 2
    assert not JournalLine.objects.filter(thing_kind__startswith="outcomes.Funnel").exists()
