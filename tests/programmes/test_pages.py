"""The list of programmes and a programme's page, as visitors see them."""

import re
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.db.models import ProtectedError
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from programmes.choices import Office, Reveals
from programmes.models import Edition
from programmes.states import EditionState
from tests.factories.programmes import (
    CriterionFactory,
    EditionFactory,
    OpenEditionFactory,
    PhaseFactory,
    ProgrammeFactory,
    SentApplicationFactory,
    programme_page,
    two_contacts,
)
from tests.programmes.public_site import in_english, programmes_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(client):
    """Past the page cache: what counts here is what the page itself says and asks."""
    client.defaults["HTTP_X_REQUESTED_WITH"] = "tests"
    return client


LIST = "/programmas/"
EASY = [
    {"type": "part", "value": {"title": "Wat is het?", "rows": [{"drawing": "mini-samen", "lines": ["Je leert."]}]}}
]


@pytest.fixture
def index():
    return programmes_page()


def published(index, name="Proefraad", *, page=None, **facts):
    programme = ProgrammeFactory(name=name, slug=name.lower().replace(" ", "-"), **facts)
    programme_page(index, programme, intro=f"Over {name}.", **(page or {}))
    return programme


def queries(client, address):
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


# The list -------------------------------------------------------------------------------------------


def test_an_empty_list_says_what_one_can_do(client, index):
    text = client.get(LIST).text
    assert "Er staan nog geen programma’s" in text and "/agenda/" in text


def test_a_filter_that_fits_nothing_says_what_one_can_do(client, index):
    published(index, office=Office.COUNCIL)
    text = client.get(f"{LIST}?ambt=waterschap").text
    assert "Er is nu geen programma dat bij je keuze past" in text


def test_a_row_tells_the_facts_and_never_a_count(client, index):
    programme = published(index, office=Office.COUNCIL, for_whom="vrouwen", costs="Gratis", province="Drenthe")
    edition = OpenEditionFactory(programme=programme, capacity=37)
    SentApplicationFactory.create_batch(11, edition=edition)
    text = client.get(LIST).text
    for words in ["Proefraad", "Over Proefraad.", "Voor vrouwen", "Gemeenteraad", "Drenthe", "Gratis", "Er is plek"]:
        assert words in text
    rows = re.search(r'<ul class="ol-vel">.*?</nav>|<ul class="ol-vel">.*?</section>', text, re.DOTALL)[0]
    assert not re.search(r"\b(37|11|26)\b", rows)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", {"Raad", "Staten", "Overal"}),
        ("voor=vrouwen", {"Raad"}),
        ("voor=vrouwen&voor=jongeren", {"Raad", "Staten"}),
        ("ambt=raad", {"Raad", "Overal"}),
        ("ambt=staten", {"Staten", "Overal"}),
        ("waar=Drenthe", {"Raad", "Overal"}),
        ("vorm=online", {"Staten"}),
        ("open=on", {"Staten"}),
        ("open=on&ambt=raad", set()),
        ("ambt=koning&waar=Atlantis", {"Raad", "Staten", "Overal"}),
    ],
)
def test_filters(client, index, query, found):
    published(index, "Raad", office="raad", for_whom="vrouwen", province="Drenthe")
    online = published(index, "Staten", office="staten", for_whom="jongeren", province="Utrecht", form="online")
    published(index, "Overal")
    OpenEditionFactory(programme=online)
    rows = client.get(f"{LIST}?{query}").context["rows"]
    assert {row["title"] for row in rows} == found


def test_a_chip_takes_its_own_choice_away(client, index):
    chips = client.get(f"{LIST}?voor=vrouwen&voor=jongeren&open=on&pagina=2").context["chips"]
    assert {str(chip["label"]): chip["url"] for chip in chips} == {
        "vrouwen": "?voor=jongeren&open=on",
        "jongeren": "?voor=vrouwen&open=on",
        "Je kunt je nu aanmelden": "?voor=vrouwen&voor=jongeren",
    }


def test_what_is_open_stands_first_and_drafts_of_pages_nowhere(client, index):
    published(index, "Alfa")
    published(index, "Geheim", page={"live": False})
    OpenEditionFactory(programme=published(index, "Zeta"))
    assert [row["title"] for row in client.get(LIST).context["rows"]] == ["Zeta", "Alfa"]


def test_twenty_four_on_a_page_and_no_query_more_for_a_row(client, index):
    OpenEditionFactory(programme=published(index, "Programma 00"))
    client.get(LIST)
    with_one = queries(client, f"{LIST}?voor=iedereen")
    for number in range(1, 26):
        OpenEditionFactory(programme=published(index, f"Programma {number:02}"))
    assert queries(client, f"{LIST}?voor=iedereen") == with_one <= 20
    first, second = client.get(LIST).context["rows"], client.get(f"{LIST}?pagina=2").context["rows"]
    assert (len(first), len(second)) == (24, 2)


# The page --------------------------------------------------------------------------------------------


@pytest.fixture
def full(index):
    programme = published(
        index,
        hours="Zes uur per maand",
        costs="Gratis.",
        travel="Reiskosten krijg je terug.",
        access="Zalen zonder drempels",
        page={"easy": EASY, "checked_by": "Testgroep", "checked_on": timezone.localdate()},
    )
    edition = OpenEditionFactory(programme=programme, admission_mode="review")
    PhaseFactory(programme=programme, title="van het programma")
    PhaseFactory(edition=edition, title="van de editie", when="februari")
    CriterionFactory(programme=programme, title="Je hebt een reden.")
    two_contacts(programme)
    return programme


def test_the_page_tells_what_one_needs_to_know(client, full):
    text = client.get("/programmas/proefraad/").text
    for words in [
        "Zes uur per maand",
        "Gratis. Reiskosten krijg je terug.",
        "Zalen zonder drempels",
        "Willen: van de editie",
        "Je hebt een reden.",
        "Beoordelaars lezen je antwoorden.",
        str(full.lead()),
        "Er is plek",
        "Werkt niet voor de organisatie.",
        "Meld je aan",
    ]:
        assert words in text
    assert "van het programma" not in text
    assert text.index("Meld je aan") < text.index("Voor wie")
    assert f"/aanmelden/{full.editions.get().key}/" in text
    assert "csrfmiddlewaretoken" not in text and 'method="post"' not in text


def test_the_page_in_easy_language(client, full):
    text = client.get("/programmas/proefraad/makkelijke-taal/").text
    assert "Wat is het?" in text and "<p>Je leert.</p>" in text and "Nagekeken door Testgroep" in text
    assert 'href="/programmas/proefraad/makkelijke-taal/" aria-current="page"' in text
    assert "/programmas/proefraad/makkelijke-taal/" in client.get("/programmas/proefraad/").text


@pytest.mark.parametrize(
    ("state", "opens", "words"),
    [
        (EditionState.CLOSED, -1, ["Je kunt je nu niet aanmelden", "Gesloten"]),
        (EditionState.RUNNING, -1, ["Je kunt je nu niet aanmelden", "Bezig"]),
        (EditionState.OPEN, 1, ["Aanmelden kan vanaf", "Opent op"]),
        (EditionState.DRAFT, -1, ["Je kunt je nu niet aanmelden", "Nog geen datum"]),
    ],
)
@pytest.mark.parametrize("path", ["/programmas/proefraad/", "/programmas/proefraad/makkelijke-taal/"])
def test_a_closed_programme_is_never_a_dead_end(client, index, state, opens, words, path):
    programme = published(index, page={"easy": EASY})
    EditionFactory(programme=programme, state=state, opens_at=timezone.now() + timedelta(days=opens))
    text = client.get(path).text
    hear = reverse("programmes:tell_me_of", kwargs={"key": programme.key})
    assert f'href="{hear}"' in text
    if not path.endswith("makkelijke-taal/"):
        assert all(word in text for word in words)
    ways = ["/agenda/", "/kennis/kijk-bij-een-vergadering/", "/kennis/anders-meedoen/", "/vraag-iemand/"]
    for address in ways:  # and no more than these: the facts stand beside them
        assert f'<a class="utrecht-link utrecht-link--html-a" href="{address}"' in text
    assert "/aanmelden/" not in text


def test_a_full_edition_offers_the_waiting_list(client, index):
    edition = OpenEditionFactory(programme=published(index), capacity=1)
    SentApplicationFactory(edition=edition)
    text = client.get("/programmas/proefraad/").text
    assert "Vol, wel een wachtlijst" in text and "wachtlijst" in text and f"/aanmelden/{edition.key}/" in text


def test_the_page_takes_a_fixed_number_of_queries(client, full):
    client.get("/programmas/proefraad/")
    few = queries(client, "/programmas/proefraad/?voor=iedereen")
    for _number in range(5):
        CriterionFactory(programme=full)
        edition = OpenEditionFactory(programme=full)
        PhaseFactory(edition=edition)
        PhaseFactory(programme=full)
    assert queries(client, "/programmas/proefraad/?voor=iedereen") == few <= 22


def test_example_content_says_so(client, index):
    published(index, is_example=True)
    assert "Voorbeeldinhoud: data, vragen en contact zijn verzonnen" in client.get("/programmas/proefraad/").text


def test_facts_follow_the_language_of_the_page(client, index):
    programme = published(index, hours="Zes uur", hours_en="Six hours", costs="Gratis")
    in_english(programme, "Trial council")
    text = client.get("/en/programmas/proefraad/").text
    assert "Six hours" in text and "Zes uur" not in text and "Gratis" in text


def test_one_page_a_language(index):
    programme = published(index)
    with pytest.raises(ValidationError, match="al een pagina"):
        programme_page(index, programme, slug="nog-een")


def test_the_age_on_the_page_is_that_of_its_edition(client, index):
    programme = published(index)
    assert "Vanaf" not in client.get("/programmas/proefraad/").text
    EditionFactory(programme=programme, minimum_age=30)
    OpenEditionFactory(programme=programme, minimum_age=21)
    text = client.get("/programmas/proefraad/").text
    assert "21 jaar" in text and "30 jaar" not in text


# The page holds words; the programme holds facts ---------------------------------------------------------


def test_publishing_an_old_draft_leaves_every_edition_as_it_was(index):
    programme = published(index)
    page = programme.pages.get()
    draft_edition = EditionFactory(programme=programme)
    PhaseFactory(edition=draft_edition, title="Oud")
    page.title = "Een oud concept"
    old = page.save_revision()
    # Time goes by: the edition opens, someone applies, another edition comes.
    opened = OpenEditionFactory(programme=programme)
    application = SentApplicationFactory(edition=opened)
    Edition.objects.filter(pk=draft_edition.pk).update(state=EditionState.RUNNING, capacity=99, reveals=Reveals.GENDER)
    draft_edition.phases.update(title="Nieuw")
    programme.hours = "Nu acht uur"
    programme.save()
    before = _everything(programme)
    old.publish()
    page.refresh_from_db()
    assert page.title == "Een oud concept" and page.live
    assert _everything(programme) == before
    application.refresh_from_db()
    assert application.edition == opened


def _everything(programme):
    programme.refresh_from_db()
    editions = list(Edition.objects.filter(programme=programme).order_by("pk").values())
    phases = [list(edition.phases.values()) for edition in Edition.objects.filter(programme=programme).order_by("pk")]
    return editions, phases, programme.hours


def test_a_programme_with_a_page_cannot_be_deleted(index):
    programme = published(index)
    with pytest.raises(ProtectedError):
        programme.delete()
