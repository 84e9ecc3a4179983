"""/programmawijzer/: at most five questions, nothing kept, an answer with reasons at an address one can share."""

import datetime as dt

import pytest
from django.utils import timezone

from programmes.guide.forms import GuideForm
from programmes.models import Edition, Phase
from tests.programmes.public_site import in_english, public_programme

pytestmark = pytest.mark.django_db
GUIDE = "/programmawijzer/"


def open_edition(programme, **facts):
    soon = timezone.now() + dt.timedelta(days=14)
    return Edition.objects.create(programme=programme, name="voorjaar", state="open", closes_at=soon, **facts)


@pytest.fixture
def programmes():
    council = public_programme("Proefraad", office="raad", province="Drenthe")
    Phase.objects.create(programme=council, kind="kunnen", title="Oefenen")
    open_edition(council)
    public_programme("Proefstaten", office="staten")
    public_programme("Selecteren", for_whom="partijen")
    public_programme("Nog niet klaar", live=False)
    return council


def test_there_are_five_questions_and_none_asks_who_you_are():
    assert list(GuideForm.base_fields) == ["ambt", "stap", "leeftijd", "waar", "vorm"]
    assert not any(field.required for field in GuideForm.base_fields.values())


def test_the_page_starts_with_questions_only(client):
    response = client.get(GUIDE)
    assert response.status_code == 200
    assert "Jouw advies" not in response.text
    assert response.text.count("<fieldset") == 4


def test_an_answer_has_reasons_and_says_what_does_not_fit(client, programmes):
    text = client.get(GUIDE, {"ambt": "raad", "stap": "kunnen", "leeftijd": "18-plus", "waar": "Drenthe"}).text
    now, missed = text.index("Hier kun je je nu voor aanmelden"), text.index("Dit past niet, en waarom")
    assert now < text.index("Proefraad") < missed < text.index("Proefstaten")
    assert "Het past bij waar je nu staat." in text
    assert "Het is in jouw provincie." in text
    assert "Het gaat over iets anders dan jij koos." in text
    assert "Er is plek" in text


def test_what_is_closed_is_shown_as_closed(client, programmes):
    text = client.get(GUIDE, {"ambt": "staten"}).text
    assert "Er past iets, maar het is nu niet open" in text
    assert "Er is plek" not in text


def test_the_age_is_that_of_the_edition_one_can_apply_to(client, programmes):
    open_edition(public_programme("Proefjong"), minimum_age=16)
    Edition.objects.create(programme=programmes, name="later", state="draft", minimum_age=16)
    text = client.get(GUIDE, {"leeftijd": "16-17"}).text
    now, missed = text.index("Hier kun je je nu voor aanmelden"), text.index("Dit past niet, en waarom")
    assert now < text.index("Proefjong") < missed < text.index("Proefraad")
    assert "Vanaf 16 jaar" in text and "Vanaf 18 jaar" not in text


def test_without_an_edition_no_age_is_made_up(client, programmes):
    assert "Vanaf" not in client.get(GUIDE, {"ambt": "staten"}).text


def test_nothing_fits_gives_other_ways(client, programmes):
    text = client.get(GUIDE, {"ambt": "waterschap"}).text
    assert "Er past nu geen programma" in text
    assert "cliëntenraad" in text
    assert "Dit past niet, en waarom" in text


def test_drafts_and_trainings_for_parties_are_no_advice(client, programmes):
    text = client.get(GUIDE, {"ambt": ""}).text
    assert "Proefraad" in text
    assert "Nog niet klaar" not in text
    assert "Selecteren" not in text


@pytest.mark.parametrize("state", ["draft", "cancelled", "closed", "running", "finished"])
def test_only_an_open_edition_counts_as_open(client, programmes, state):
    Edition.objects.update(state=state)
    assert "Hier kun je je nu voor aanmelden" not in client.get(GUIDE, {"ambt": "raad"}).text


@pytest.mark.parametrize("value", ["koning", "raad' OR 1=1", "\x00", "a" * 1_000_000])
def test_an_unknown_answer_is_named_and_the_rest_is_kept(client, value):
    response = client.get(GUIDE, {"ambt": value, "vorm": "online"})
    assert response.status_code == 200
    assert "Fout:" in response.text
    assert "checked" in response.text
    assert len(response.content) < 60_000


def test_nothing_is_kept(client, programmes, django_assert_max_num_queries):
    with django_assert_max_num_queries(8) as queries:
        response = client.get(GUIDE, {"ambt": "raad"})
    assert not response.cookies
    assert "csrfmiddlewaretoken" not in response.text
    assert all(query["sql"].startswith("SELECT") for query in queries.captured_queries)


def test_the_number_of_queries_does_not_grow(client, programmes, django_assert_max_num_queries):
    for number in range(12):
        open_edition(public_programme(f"Extra {number}", office="raad"))
    with django_assert_max_num_queries(8):
        client.get(GUIDE, {"ambt": "raad"})


def test_each_language_shows_its_own_page_or_else_the_dutch_one(client, programmes):
    in_english(programmes, "Practice council")
    english = client.get(f"/en{GUIDE}", {"ambt": ""}).text
    assert "Practice council" in english
    assert "Proefraad</a>" not in english
    assert "Proefstaten" in english
    assert "Practice council" not in client.get(GUIDE, {"ambt": ""}).text
