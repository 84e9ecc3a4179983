"""A visitor looks around, on a phone.

1. Home. 2. The programmes, and a filter. 3. One programme. 4. The same in easy language. 5. Search, with a
word that is there and one that is not. 6. Help. 7. A story, an organisation, something to know, the elections where she
lives. 8. Every programme, story, organisation and page of knowledge. 9. The pages behind the menu and the footer, and
those in English.
"""

import re
from collections.abc import Callable

import pytest

from tests.journeys.walking import NARROW, Walk


def test_a_visitor_finds_a_programme_and_reads_it(walk: Callable[..., Walk]) -> None:
    visitor = walk(width=NARROW)
    visitor.go("/")

    visitor.open("Menu")
    visitor.follow("Programma’s", within="header")
    visitor.stands_at("/programmas/")
    visitor.reads(re.compile(r"programma’?s? gevonden"))

    visitor.follow("Mentornetwerk", within="main")
    visitor.stands_at("/programmas/mentornetwerk/")
    visitor.reads("Zo ziet je weg eruit", "Hoe wij kiezen", re.compile("Aanmelden kan tot en met"))

    visitor.follow("Makkelijke taal")
    visitor.stands_at("/programmas/mentornetwerk/makkelijke-taal/")
    visitor.follow("Hele tekst")
    visitor.stands_at("/programmas/mentornetwerk/")

    visitor.go("/zoeken/")
    visitor.fill(re.compile("zoek", re.IGNORECASE), "mentor")
    visitor.press("Zoek", within="main")
    visitor.reads(re.compile("keer gevonden"))
    visitor.go("/zoeken/?q=qqqqq")
    visitor.reads(re.compile("Niets gevonden"))

    visitor.go("/hulp/")
    visitor.reads("112")


def test_a_visitor_reads_on(walk: Callable[..., Walk]) -> None:
    visitor = walk(width=NARROW)
    visitor.go("/verhalen/")
    visitor.follow(re.compile("Samira"), within="main")
    visitor.reads(re.compile("Het verhaal van Samira"), re.compile("Voorbeeldinhoud"))

    visitor.go("/kennis/")
    visitor.follow("Wat doet een raadslid?", within="main")
    visitor.stands_at("/kennis/wat-doet-een-raadslid/")

    visitor.go("/verkiezingen/")
    visitor.fill(re.compile("gemeente", re.IGNORECASE), "utregt")  # as people type
    visitor.press("Zoek", within="main")
    visitor.follow(re.compile("^Gemeente Utrecht|^Utrecht$"), within="main")
    visitor.stands_at("/verkiezingen/utrecht/")
    visitor.reads(re.compile("kandidaatstelling", re.IGNORECASE), "De vorige keer")

    visitor.go("/organisaties/")
    visitor.follow("Stem op een Vrouw", within="main")
    visitor.reads("Mentornetwerk")


@pytest.mark.parametrize("index", ["/programmas/", "/verhalen/", "/kennis/", "/organisaties/"])
def test_every_page_of_a_kind_is_in_order(walk: Callable[..., Walk], index: str) -> None:
    visitor = walk()
    visitor.go(index)
    links = visitor.page.locator(f"main a[href^='{index}']").all()
    paths = {str(link.get_attribute("href")) for link in links}
    paths = {path for path in paths if path.rstrip("/").count("/") > 1 and "?" not in path}
    assert len(paths) >= 3, paths
    for path in sorted(paths):
        visitor.go(path)
        if index == "/programmas/":
            visitor.go(f"{path}makkelijke-taal/")


ALSO = [
    "/programmawijzer/",
    "/organisaties/",
    "/agenda/",
    "/verhalen/",
    "/kennis/",
    "/verkiezingen/",
    "/verkiezingen/utrecht/",
    "/voor-partijen/",
    "/vraag-iemand/",
    "/mentor-worden/",
    "/algoritme/",
    "/woordenlijst/",
    "/over-deze-site/",
    "/toegankelijkheid/",
    "/privacy/",
    "/cookies/",
    "/contact/",
    "/kwetsbaarheid-melden/",
    "/account/login/",
    "/account/signup/",
    "/demo/",
    "/demo/post/",
]


@pytest.mark.parametrize("language", ["", "/en"])
def test_every_public_page_is_in_order(walk: Callable[..., Walk], language: str) -> None:
    visitor = walk()
    for path in ALSO:
        visitor.go(language + path)
    if language:
        for path in ("/", "/programmas/", "/programmas/mentornetwerk/", "/hulp/", "/zoeken/"):
            visitor.go(language + path)


def test_a_page_that_is_not_there_helps_on(walk: Callable[..., Walk]) -> None:
    visitor = walk()
    visitor.go("/bestaat-niet/", status=404)
    visitor.reads(re.compile("Dit kun je nu doen"))
    visitor.go("/en/programmas/bestaat-niet/", status=404)
