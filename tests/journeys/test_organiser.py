"""An organiser at her desk: who comes in, who helps, and who meets whom. All of it under /cms/.

1. Three people applied: one gets a place, one waits, one hears no, with a reason; without a reason, or with one that is
none, there is no no. A colleague who decided at the same moment reads that she was too late, and what she had written.
2. She takes two proposals back. 3. For these two she begins a round, reads why, keeps one pair and computes again, and
sends it. 4. She looks at a pair. How a mentor is admitted, and how two are paired by hand: see test_participant.
"""

import re
from collections.abc import Callable

from tests.journeys.at_the_desk import answer, open_application
from tests.journeys.at_work import PortalAtWork
from tests.journeys.walking import Walk

WORDS = "Je zoekt nu vooral een cursus. Politiek Actief past beter: dat begint in het voorjaar."
PROPOSED = """SELECT user.name, edition.name FROM mentoring_match match
    JOIN programmes_participation participation ON participation.id = match.participation_id
    JOIN programmes_edition edition ON edition.id = participation.edition_id
    JOIN people_user user ON user.id = participation.user_id
    WHERE match.state = 'proposed' AND edition.state = 'running' AND user.name != 'Demi Deelnemer' ORDER BY match.id"""


def test_an_organiser_decides(portal: PortalAtWork, walk: Callable[..., Walk]) -> None:
    organiser, colleague = walk(), walk()
    for one in (organiser, colleague):
        one.become("organiser")
        open_application(one, "Amber A.")
    colleague.fill("Jouw woorden", "Wij bellen je nog.")

    answer(organiser, "Plek aanbieden", "Fijn dat je er bent.")
    organiser.reads(re.compile("De plek is aangeboden"), "Wat je organisatie schreef")
    colleague.press("Wachtlijst", within="main", status=409)
    colleague.reads(re.compile("Iemand heeft intussen al besloten"), "Wij bellen je nog.")

    open_application(organiser, "Bo B.")
    answer(organiser, "Wachtlijst")
    organiser.reads(re.compile("staat nu op de wachtlijst"))

    open_application(organiser, "Cato C.")
    organiser.press("Niet toelaten", within="main")
    organiser.reads("Schrijf in een zin waarom. Deze persoon leest dat.")
    organiser.fill("Jouw woorden", "Je hoort niet bij de doelgroep.")
    organiser.press("Niet toelaten", within="main")
    organiser.reads(re.compile("Niet bij de doelgroep horen is geen reden"))
    answer(organiser, "Niet toelaten", WORDS)
    organiser.reads(re.compile("Het antwoord is gegeven"), WORDS)
    mail = portal.mail("cato@example.org", "aanmelding")
    assert "Politiek Actief" not in mail.as_string()


def test_an_organiser_brings_people_together(portal: PortalAtWork, walk: Callable[..., Walk]) -> None:
    organiser = walk()
    organiser.become("organiser")
    proposed = portal.rows(PROPOSED)[:2]
    edition, names = proposed[0][1], [name for name, _edition in proposed]
    for name in names:
        take_back(organiser, name)

    begin_round(organiser, edition)
    organiser.reads("Nog niemand heeft hiervan gehoord.", re.compile("Een betere verdeling was er toen niet"))
    organiser.open("Lees waarom")
    organiser.press(re.compile("Zet vast"), within="main")
    organiser.reads("staat vast")
    organiser.press("Bereken opnieuw")
    organiser.reads("staat vast")
    kept = organiser.page.locator("td.title").filter(has_text="staat vast").inner_text()
    assert any(name in kept for name in names), kept
    organiser.press("Verstuur de voorstellen")
    organiser.reads(re.compile("verstuurd"), "Antwoorden")

    organiser.go("/cms/koppels/?state=active")
    organiser.page.locator("main td.title a").first.wait_for()
    organiser.follow(re.compile("."), within="main td.title")
    organiser.reads("Hoe gaat het", "Hoe het past", re.compile("Wat zij afspreken of schrijven, blijft tussen hen"))


def take_back(organiser: Walk, name: str) -> None:
    organiser.go("/cms/koppels/?state=proposed")
    organiser.follow(name, within="main")
    organiser.reads("Hoe het past", "Antwoord uiterlijk")
    organiser.open("Trek het voorstel in")
    organiser.press("Trek het voorstel in")


def begin_round(organiser: Walk, edition: str) -> None:
    organiser.go("/cms/koppelen/")
    organiser.follow(edition, within="main")
    organiser.fill("Hoeveel dagen hebben mensen om te antwoorden?", "10")
    organiser.press("Begin een koppelronde")
