"""The public page on matching says what the weights file says, whatever that says."""

from dataclasses import replace

import pytest
from django.test import Client
from django.utils import translation

from mentoring import register
from mentoring.matching import CODES, load_weights
from portal.content.pages.algorithm import ALGORITHM
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
    assert all(row[0] in text for row in rows) and "In short" in text


REGISTER = {
    "Naam": "Name",
    "Organisatie": "Organisation",
    "Korte beschrijving": "Short description",
    "Status": "Status",
    "Doel": "Purpose",
    "Impact": "Impact",
    "Afwegingen": "Considerations",
    "Menselijke tussenkomst": "Human intervention",
    "Risicobeheer": "Risk management",
    "Wettelijke basis": "Legal basis",
    "Verwerkingsregister": "Processing register",
    "Impacttoetsen": "Impact assessments",
    "Gegevens": "Data",
    "Technische werking": "Technical operation",
    "Leverancier": "Supplier",
}


def test_every_field_of_the_dutch_register_is_filled_in_both_languages():
    for words, labels in ((ALGORITHM.nl, list(REGISTER)), (ALGORITHM.en, list(REGISTER.values()))):
        (facts,) = [part.value for part in words.body if part.block == "facts"]
        assert [fact["label"] for fact in facts] == labels
        assert all(len(fact["value"]) > 15 for fact in facts)
