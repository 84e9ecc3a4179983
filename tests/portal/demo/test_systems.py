"""docs/systems.md says where each system of the letters is; here every address on it is opened, in both languages."""

import re

import pytest
from django.conf import settings
from django.test import Client

from portal.content.figures import FIGURES
from portal.content.help_records import HELP_RECORDS
from portal.demo.content.organisations import ORGANISATIONS
from portal.demo.people import person
from tests.home.test_words_are_plain import too_long
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db
DOCUMENT = settings.BASE_DIR / "docs" / "systems.md"
TEXT = DOCUMENT.read_text(encoding="utf-8")
ADDRESS = re.compile(r"`(/[\w/-]*/)`")
ROW = re.compile(r"^\| (S\d+) \| ([^|]+) \| ([^|]+) \|([^|]*)\|$", re.MULTILINE)
WHO = {"/cms/beheer/": "administrator", "/cms/": "organiser", "/cijfers/": "ministry", "/mijn/": "participant"}
ADDRESSES = sorted(set(ADDRESS.findall(TEXT)))


def who_opens(address: str) -> Client:
    role = next((role for start, role in WHO.items() if address.startswith(start)), "")
    return sign_in(Client(), person(role)) if role else Client()


def test_every_system_has_a_row_with_an_address() -> None:
    rows = ROW.findall(TEXT)
    assert [number for number, *_rest in rows] == [f"S{number}" for number in range(1, 22)]
    assert [number for number, _name, here, _missing in rows if not ADDRESS.search(here)] == []


@pytest.mark.parametrize("address", ADDRESSES)
def test_what_the_table_names_is_there(demo: None, address: str) -> None:
    client = who_opens(address)
    assert client.get(address).status_code == 200
    if not address.startswith("/cms/"):
        assert client.get(f"/en{address}").status_code == 200


def test_the_rule_sees_an_address_that_leads_nowhere(demo: None) -> None:
    assert Client().get("/programmas/bestaat-niet/").status_code == 404
    assert ADDRESS.findall("`/a-b/c/` and `make run` and `docs/x.md`") == ["/a-b/c/"]


# What the letters say, row by row ---------------------------------------------------------------------

SAID = {
    "/programmas/next-step-academy/": ["praktische opleiding", "mbo", "Vast of proef", "Laat het me weten"],
    "/programmas/kraamkamers/": ["Stichting Voor Democratie", "Enschede en Tilburg", "Vast of proef"],
    "/programmas/mentornetwerk/": ["Stem op een Vrouw", "klankbord", "Meld je aan", "Bij elke stap"],
    "/programmas/politiek-actief-met-een-beperking/": ["twintig", "kandidatenlijst", "drempels", "ProDemos"],
    "/programmas/politiek-actief/": ["Kies waar en wanneer", "Zwolle", "Breda"],
    "/programmas/orientatieprogramma/": ["trechter", "Na elke fase", "van buiten het bestuur"],
    "/programmas/selecteren-zonder-vooroordelen/": ["tien keer", "vertrouwenscommissies", "één gemeente"],
    "/campagne/jouw-buurt-jouw-raad/": ["?bron=jouw-buurt-jouw-raad", "geen cookie", "deze campagne is verzonnen"],
    "/makkelijke-taal/": ["/programmas/politiek-actief/makkelijke-taal/", "/programmas/kraamkamers/makkelijke-taal/"],
    "/kennis/veilig-meedoen/": ["55", "37 %", "2024", "112", "Over kandidaten kennen wij geen cijfers"],
    "/organisaties/alliantie-politica/": ["WO=MEN", "Stem op een Vrouw", "Vrouwen Raad", "Emancipator", "OCW"],
    "/organisaties/lfb/": ["licht verstandelijke beperking"],
    "/organisaties/wethoudersvereniging/": ["subsidie", "geen eigen programma"],
    "/organisaties/zorgbelang-inclusief/": ["Twintig", "kandidatenlijst"],
    "/hulp/": ["zelfscan", "170", "modelaangifte", "dag en nacht", "Protocol voor Online Haat", "112"],
    "/voor-partijen/": ["77", "270", "2020", "tien keer", "wetsvoorstel, nog geen wet"],
    "/kennis/": ["Stap: willen", "Stap: mogen", "Stap: kunnen"],
    "/kennis/?onderwerp=leren&wie=raadsleden": ["Digitale leeromgeving", "Voor raadsleden", "Inwerken"],
    "/kennis/leren/": ["Digitale leeromgeving", "Leren per onderwerp"],
    "/kennis/anders-meedoen/": ["Participatiewijzer", "Quick Scan", "Loket D", "Diversiteitsplein", "gemeenten"],
    "/kennis/veertig-jaar-kiesrecht/": ["30 maart 2026", "bundel"],
    "/kennis/rechtspositie/": ["wetsvoorstel, nog geen wet", "voorjaar van 2026", "16 weken", "4 weken", "ARPA"],
    "/vraag-iemand/": ["15", "2025"],
}


@pytest.mark.parametrize("address", SAID)
def test_the_page_says_what_the_letters_say(demo: None, address: str) -> None:
    text = Client().get(address).text
    assert [words for words in SAID[address] if words not in text] == []


# What a row asks for as something to do, and not only as words: (row, who, address, what stands there to be done).
DONE_HERE = [
    ("S1", "", "/programmas/next-step-academy/", "/laat-het-me-weten/programma/"),
    ("S3", "participant", "/mijn/", "/mijn/voorstel/"),
    ("S3", "mentor", "/mijn/", "/mijn/koppel/"),
    ("S3", "", "/mentor-worden/", "/mijn/mentor/"),
    ("S6", "", "/programmas/kraamkamers/makkelijke-taal/", "<p>"),
    ("S7", "", "/programmas/politiek-actief/", "/aanmelden/"),
    ("S12", "", "/hulp/", "tel:112"),
    ("S13", "administrator", "/cms/beheer/campagnes/", "jouw-buurt-jouw-raad"),
    ("S13", "", "/vraag-iemand/", "/vraag-iemand/kaart/"),
    ("S16", "", "/programmawijzer/?ambt=raad", "/programmas/"),
    ("S21", "", "/verkiezingen/", "/verkiezingen/"),
]


@pytest.mark.parametrize(("row", "role", "address", "done"), DONE_HERE)
def test_what_a_row_asks_can_be_done_there(demo: None, row: str, role: str, address: str, done: str) -> None:
    client = sign_in(Client(), person(role)) if role else Client()
    assert done in client.get(address).text, row


def test_each_help_says_for_whom_it_is() -> None:
    audiences = {record["slug"]: record["audience"] for record in HELP_RECORDS}
    assert audiences["112"] == audiences["politie"] == "everyone"
    assert {audiences[slug] for slug in ("zelfscan-persoonlijke-veiligheid", "veiligheidsscan")} == {"councillors"}
    assert {audiences[slug] for slug in ("protocol-online-haat", "training-omgaan-met-agressie")} == {"women_in_office"}


# value, when it was measured, by key: as the digest of the letters has them
FIGURES_SAID = {
    "women-councillors": ("32 %", "1 januari 2026"),
    "women-aldermen": ("27 %", "1 januari 2026"),
    "women-mayors": ("31 %", "1 januari 2026"),
    "age-councillors": ("55 jaar", "1 januari 2026"),
    "age-aldermen": ("53,5 jaar", "1 januari 2026"),
    "age-mayors": ("55,5 jaar", "1 januari 2026"),
    "higher-education-councillors": ("81 %", "2026"),
    "higher-education-aldermen": ("83 %", "2026"),
    "higher-education-mayors": ("97 %", "2026"),
    "migration-councillors": ("6 %", "2024"),
    "migration-aldermen": ("3 %", "2024"),
    "migration-mayors": ("4 %", "2024"),
    "migration-population": ("25,2 %", "2024"),
    "disability-office-holders": ("minder dan 0,5 %", "2019"),
    "disability-serious": ("6 %", "2023"),
    "disability-limited": ("24 %", "2023"),
    "target-band": ("40 tot 60 %", "2019"),
    "aggression-women": ("55 %", "2024"),
    "aggression-men": ("37 %", "2024"),
    "aggression-effects-women": ("74 %", "2024"),
    "aggression-effects-men": ("57 %", "2024"),
    "aggression-councillors-term": ("een derde", "2026"),
    "threats-affect-work": ("30 %", "2026"),
    "would-stand-if-asked": ("15 %", "2025"),
    "parties-short-of-candidates": ("bijna de helft", "2025"),
    "orientation-to-function": ("ongeveer een kwart", "evaluatie van 2018"),
    "strain-private-life": ("23 %", "2025"),
    "strain-other-work": ("21 %", "2025"),
    "strain-aggression": ("45 %", "2025"),
    "turnout-councils": ("rond 55 %", "2021"),
    "feel-unheard": ("rond 20 %", "2021"),
    "support-extra": ("€ 1 miljoen", "2025"),
    "support-total": ("€ 3,7 miljoen", "2025"),
    "support-local-parties": ("€ 0,4 miljoen", "2025"),
    "citizenship": ("tot € 9 miljoen", "2025"),
}


def test_every_figure_of_the_letters_is_there_and_none_besides() -> None:
    assert {figure["key"]: (figure["value"], figure["measured_on"]) for figure in FIGURES} == FIGURES_SAID


def test_organisations_say_the_same_in_two_languages_in_plain_words() -> None:
    for slug, _name, _website, dutch, english in ORGANISATIONS:
        assert dutch and english, slug
        assert too_long(dutch) + too_long(english) == [], slug
