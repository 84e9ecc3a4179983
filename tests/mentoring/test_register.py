"""The public page on matching says what the weights file says, whatever that says."""

from dataclasses import replace

import pytest
from django.test import Client
from django.utils import translation

from mentoring import register
from mentoring.matching import CODES, load_weights
from portal.content.pages.algorithm import ALGORITHM
from portal.content.pages.register_of_algorithms import GROUPS
from tests.laid import laid

__all__ = ["laid"]


def test_every_reason_stands_there_with_its_points_and_they_come_to_a_hundred():
    rows = register.rules()["rows"]
    assert len(rows) == len(CODES)
    assert sum(float(row[1].replace(",", ".")) for row in rows) == 100
    assert rows[0][:2] == ["Onderwerpen die jullie allebei kozen", "30"]


def test_what_a_pair_cannot_do_without_is_said():
    without = {row[0]: row[2] for row in register.rules()["rows"]}
    names = register._names()
    assert {code for code in CODES if without[names[code]] == "Nee"} == load_weights().limits


def test_another_file_gives_another_table():
    tuned = replace(load_weights().tuned(topics=10, province=40), version=2)
    found = register.rules(tuned)
    assert found["caption"].startswith("Versie 2 ")
    assert found["rows"][0][0] == "Dezelfde provincie"
    assert "," in found["rows"][0][1]


@pytest.mark.django_db
@pytest.mark.usefixtures("laid")
def test_the_page_shows_the_file_of_this_moment(monkeypatch):
    client = Client()
    text = client.get("/algoritme/").text
    for row in register.rules()["rows"]:
        assert row[0] in text
    assert "Versie 1 van de regels" in text and "Dit staat nog niet aan" not in text
    monkeypatch.setattr(register, "load_weights", lambda: replace(load_weights(), version=7))
    assert "Versie 7 van de regels" in client.get("/algoritme/?anders").text


@pytest.mark.django_db
@pytest.mark.usefixtures("laid")
def test_in_english_the_page_has_the_table_too():
    with translation.override("en"):
        rows = register.rules()["rows"]
    text = Client().get("/en/algoritme/").text
    assert all(row[0] in text for row in rows) and "Responsible use" in text


# As the publication standard orders and names them: (name, title, must be filled in, longest, what it may be).
STANDARD = {
    "Algemene informatie": [
        ("name", "Naam", True, 100, ()),
        ("description_short", "Korte omschrijving", True, 400, ()),
        ("organization", "Organisatie", True, 100, ()),
        ("category", "Thema", False, 0, ("Organisatie en bedrijfsvoering", "Openbare orde en veiligheid", "Recht")),
        ("status", "Status", True, 0, ("In ontwikkeling", "In gebruik", "Buiten gebruik")),
        ("begin_date", "Begindatum", False, 0, ()),
        ("contact_email", "Contactgegevens", True, 500, ()),
        ("website", "Link naar publiekspagina", False, 500, ()),
        (
            "publication_category",
            "Publicatiecategorie",
            True,
            0,
            ("Hoog-risico AI-systeem", "Impactvolle algoritmes", "Overige algoritmes"),
        ),
        ("url", "Link naar bronregistratie", False, 500, ()),
    ],
    "Verantwoord gebruik": [
        ("goal", "Doel en impact", False, 2500, ()),
        ("proportionality", "Afwegingen", False, 2500, ()),
        ("human_intervention", "Menselijke tussenkomst", False, 2500, ()),
        ("risks", "Risicobeheer", False, 2500, ()),
        ("lawful_basis", "Wettelijke basis", False, 2500, ()),
        ("lawful_basis_grouping", "Verwijzingen wettelijke basis", False, 0, ()),
        ("process_index_url", "Link naar verwerkingsregister", False, 500, ()),
        ("impacttoetsen", "Toelichting op impacttoetsen", False, 2500, ()),
        ("impacttoetsen_grouping", "Impacttoetsen", False, 0, ()),
    ],
    "Werking": [
        ("source_data", "Gegevens", False, 2500, ()),
        ("source_data_grouping", "Verwijzingen gegevensbronnen", False, 0, ()),
        ("methods_and_models", "Technische werking", False, 5000, ()),
        ("provider", "Leverancier", False, 200, ()),
        ("publiccode", "Link naar broncode", False, 500, ()),
    ],
    "Over deze beschrijving": [
        ("lang", "Taal", True, 0, ()),
        ("standard_version", "Versie publicatiestandaard", False, 0, ("1.0",)),
    ],
}
LONGEST_FACT = 600  # home.blocks.FactBlock


def test_fields_groups_and_order_are_those_of_the_publication_standard():
    assert [group.nl for group in GROUPS] == list(STANDARD)
    for group in GROUPS:
        asked = STANDARD[group.nl]
        assert [(one.name, one.nl[0]) for one in group.fields] == [(name, title) for name, title, *_ in asked]
        for one, (_name, _title, must, longest, choices) in zip(group.fields, asked, strict=True):
            said = one.nl[1]
            assert len(said) <= min(longest or LONGEST_FACT, LONGEST_FACT) and len(one.en[1]) <= LONGEST_FACT
            assert not choices or said in choices
            assert not must or len(said) > 3


def test_each_field_stands_on_the_page_once_in_both_languages():
    for words, at in ((ALGORITHM.nl, 0), (ALGORITHM.en, 1)):
        lists = [part.value for part in words.body if part.block == "facts"]
        labels = [[fact["label"] for fact in one] for one in lists]
        assert labels == [[(one.nl, one.en)[at][0] for one in group.fields] for group in GROUPS]
        headings = [part.value for part in words.body if part.block == "heading"]
        assert {(group.nl, group.en)[at] for group in GROUPS} <= set(headings)


# What the weights file names, in the words of the field on what is used.
USED = {
    "topics": "onderwerpen",
    "help": "hulp",
    "office": "ambt",
    "province": "provincie",
    "language": "talen",
    "availability": "momenten",
    "way": "hoe je wilt praten",
}


def test_the_field_on_what_is_used_names_all_that_counts():
    (said,) = [one.nl[1] for group in GROUPS for one in group.fields if one.name == "source_data"]
    assert set(USED) == set(CODES) and all(word in said for word in USED.values())
