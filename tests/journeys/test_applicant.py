"""Somebody applies: on a wide screen, and on a phone without JavaScript.

1. She finds the programme and presses "Meld je aan". 2. She makes an account with a code from her mail.
3. She fills in the steps; one answer is missing, and the form says which. 4. She checks the overview and
changes one answer. 5. She sends it and reads what happens next. 6. She sees how it stands at /mijn/, and a
mail has come that names no programme. 7. Coming back to the form leads her to what she sent.
"""

import re
from collections.abc import Callable

import pytest

from tests.journeys.at_work import PortalAtWork
from tests.journeys.walking import NARROW, WIDE, Walk

WHY = "Ik wil dat er meer groen komt."
CHANGE = "Een veilige weg naar school."


@pytest.mark.parametrize(
    ("width", "script", "email"),
    [(WIDE, True, "wies.wijd@example.org"), (NARROW, False, "noor.narrow@example.org")],
    ids=["wide", "phone without script"],
)
def test_someone_applies(portal: PortalAtWork, walk: Callable[..., Walk], width: int, script: bool, email: str) -> None:
    applicant = walk(width=width, script=script)
    find_and_begin(applicant)
    sign_up(applicant, portal, email)
    fill_in(applicant)
    send(applicant)
    see_how_it_stands(applicant, portal, email)


def find_and_begin(applicant: Walk) -> None:
    applicant.go("/programmas/mentornetwerk/")
    applicant.follow("Meld je aan")
    applicant.reads("Je hebt een account nodig")
    applicant.follow("Dit is voor mij, verder")
    applicant.stands_at("/account/signup/")


def sign_up(applicant: Walk, portal: PortalAtWork, email: str) -> None:
    applicant.press("Maak mijn account")  # nothing filled in yet
    applicant.has_focus("main [role=alert] h2")
    applicant.fill("E-mailadres", email)
    applicant.press("Maak mijn account")
    applicant.reads("Vul de code in")
    applicant.fill(re.compile("code", re.IGNORECASE), "AAA-AAA")
    applicant.press("Verder")
    applicant.reads(re.compile("Deze code klopt niet"))
    applicant.fill(re.compile("code", re.IGNORECASE), portal.code_for(email))
    applicant.press("Verder")
    applicant.stands_at(re.compile(r"/aanmelden/[0-9a-f-]+/stap/1/"))


def fill_in(applicant: Walk) -> None:
    applicant.fill("Hoe wil je heten?", "Wies")
    applicant.tick(re.compile("jaar of ouder"))
    applicant.press("Verder naar stap 2")

    applicant.reads(re.compile("Stap 2 van"))
    applicant.fill(re.compile("Waarom wil je meedoen"), WHY)
    applicant.tick("Ik denk er nog over na")
    applicant.press("Verder naar stap 3")  # one question has no answer
    assert applicant.page.title().startswith("Fout:")
    applicant.has_focus("main [role=alert] h2")
    applicant.reads(re.compile("Beantwoord de vraag: Wat wil je veranderen"))
    applicant.has_value(re.compile("Waarom wil je meedoen"), WHY)
    applicant.fill(re.compile("Wat wil je veranderen"), "Iets")
    applicant.press("Verder naar stap 3")

    applicant.tick("Mensen leren kennen")
    applicant.tick("Allebei is goed")
    applicant.press("Verder naar stap 4")
    applicant.reads(re.compile("Wie weet dat je meedoet"))
    applicant.press("Verder naar stap 5")


def send(applicant: Walk) -> None:
    applicant.reads(re.compile("Stap 5 van 5"), WHY, "Mensen leren kennen")
    applicant.follow(re.compile(r"Wijzigen\s*: jouw plannen", re.IGNORECASE))
    applicant.fill(re.compile("Wat wil je veranderen"), CHANGE)
    applicant.press("Opslaan en terug naar het overzicht")
    applicant.reads(CHANGE)
    applicant.press("Verstuur je aanmelding")
    applicant.reads("Je aanmelding is binnen", "Dit gebeurt hierna")


def see_how_it_stands(applicant: Walk, portal: PortalAtWork, email: str) -> None:
    applicant.follow("Naar mijn overzicht")
    applicant.stands_at("/mijn/")
    applicant.reads("Jouw aanmeldingen", "Mentornetwerk")
    applicant.follow("Mentornetwerk", within="main")
    applicant.stands_at(re.compile("/mijn/aanmelding/[0-9a-f-]+/"))
    applicant.reads(CHANGE)

    received = portal.mail(email, "aanmelding")
    assert "mentornetwerk" not in received.as_string().lower()

    applicant.go("/programmas/mentornetwerk/")
    applicant.follow("Meld je aan")
    applicant.stands_at(re.compile("/mijn/aanmelding/[0-9a-f-]+/"))
    applicant.go("/mijn/gegevens/")
