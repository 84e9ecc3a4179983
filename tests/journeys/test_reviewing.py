"""Applications are read by two people who see no name, one of them from elsewhere; and who stayed gets a certificate.

1. The organiser spreads what lies there. 2. Each reader, one of them on a phone, reads what somebody wrote, without a
name, and sends what she finds. 3. The organiser reads their words beside each other, and answers both people at once,
each in her own words. 4. Later another participant has been there until the end: the organiser says so, and she makes
her certificate.
"""

import re
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest

from tests.journeys.at_work import PortalAtWork
from tests.journeys.to_be_read import WROTE
from tests.journeys.walking import NARROW, Walk

PARTICIPANT = "Demi Deelnemer"
DOES, DOUBTS = "Dit lees je in elke zin.", "Dit zie ik nog niet."
WHERE_SHE_IS = """SELECT edition.key FROM programmes_participation participation
    JOIN programmes_edition edition ON edition.id = participation.edition_id
    JOIN people_user user ON user.id = participation.user_id
    WHERE user.name = ? AND participation.state = 'started'"""


@pytest.fixture
def edition(portal: PortalAtWork) -> str:
    """The key of one whose applications wait to be read."""
    return portal.lay("to_be_read")


def test_two_people_read_without_names(portal: PortalAtWork, walk: Callable[..., Walk], edition: str) -> None:
    organiser, reader, colleague = walk(), walk(width=NARROW), walk()
    organiser.become("organiser")
    organiser.go(f"/cms/edities/{edition}/beoordelen/")
    organiser.press("Verdeel wat er nu ligt", within="main")
    organiser.reads(re.compile("Verdeeld"))

    reader.become("newcomer")
    read_all(reader, "voldoet", DOES)
    colleague.become("safeguarding")
    read_all(colleague, "twijfel", DOUBTS)

    organiser.follow(next(iter(WROTE)), within="main")
    organiser.reads("Wat zij vonden, naast elkaar", "Hierover verschillen zij.", DOES, DOUBTS)
    answer_together(organiser, edition)
    assert "Academy" not in portal.mail("lente@example.org", "plek").as_string()


def read_all(reader: Walk, verdict: str, sentence: str) -> None:
    reader.go("/mijn/beoordelen/")
    for _each in WROTE:
        reader.follow(re.compile("Aanmelding"), within="main li:has-text('Te lezen')")
        told = reader.page.locator("main").inner_text()
        assert any(words in told for words in WROTE.values()), told
        assert not any(name in told or name.split()[0] in told for name in WROTE)
        for part in reader.page.locator("main form section").all():
            part.locator("label").filter(has_text=re.compile(rf"^\s*{verdict}\s*$", re.IGNORECASE)).click()
            part.get_by_role("textbox").fill(sentence)
        reader.press("Verstuur je oordeel")
        reader.reads(re.compile("Verstuurd. Dank je wel"))


def answer_together(organiser: Walk, edition: str) -> None:
    organiser.go(f"/cms/aanmeldingen/samen/?edition={edition}")
    for name in WROTE:
        organiser.tick(name)
    organiser.tick("Plek aanbieden")
    organiser.press("Verder: schrijf aan ieder")
    for name in WROTE:
        organiser.fill(name, f"Fijn dat je komt, {name}")
    organiser.press("Lees alles na")
    organiser.reads(*(f"Fijn dat je komt, {name}" for name in WROTE))
    organiser.press("Verstuur 2 antwoorden")
    organiser.reads("2 mensen krijgen antwoord.")


def test_who_stayed_makes_a_certificate(portal: PortalAtWork, walk: Callable[..., Walk]) -> None:
    organiser, participant = walk(), walk(width=NARROW)
    organiser.become("organiser")
    [(key,)] = portal.rows(WHERE_SHE_IS, PARTICIPANT)
    organiser.go(f"/cms/edities/{UUID(key)}/groep/afronden/")
    organiser.tick(PARTICIPANT)
    organiser.press("Rond deze mensen af")
    organiser.reads("1 deelnemer is afgerond.")

    participant.become("participant")
    participant.go("/mijn/")
    participant.follow("Mentornetwerk", within="main")
    participant.follow("Maak je bewijs")
    with participant.page.expect_download() as download:
        participant.page.get_by_role("button", name="Maak mijn bewijs").click()
    assert download.value.suggested_filename == "bewijs-van-deelname.pdf"
    assert Path(download.value.path()).read_bytes().startswith(b"%PDF")
