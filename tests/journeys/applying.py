"""Steps that several journeys take: from the page of a programme to an application that is sent, and a yes to a place.

Twice the same way: once plainly, and once with the mistakes that people make.
"""

import re

from tests.journeys.at_work import PortalAtWork
from tests.journeys.walking import Walk

WHY = "Ik wil dat er meer groen komt."
CHANGE = "Een veilige weg naar school."
CODE = re.compile("code", re.IGNORECASE)
FIRST_STEP = re.compile(r"/aanmelden/[0-9a-f-]+/stap/1/")


def find_and_begin(applicant: Walk) -> None:
    applicant.go("/programmas/mentornetwerk/")
    applicant.follow("Meld je aan")
    applicant.reads("Je hebt een account nodig")
    applicant.follow("Dit is voor mij, verder")
    applicant.stands_at("/account/signup/")


def make_account(person: Walk, portal: PortalAtWork, email: str) -> None:
    """On the page for signing up; she lands where she was going."""
    person.fill("E-mailadres", email)
    person.press("Maak mijn account")
    person.fill(CODE, portal.code_for(email))
    person.press("Verder")


def log_in(person: Walk, portal: PortalAtWork, email: str) -> None:
    """With a code by mail; she lands at /mijn/."""
    before = len(portal.mails(email))
    person.go("/account/login/?next=/mijn/")
    person.fill("E-mailadres", email)
    person.press("Stuur mij een code")
    person.fill(CODE, portal.code_for(email, before))
    person.press("Inloggen", within="main")


def introduce(applicant: Walk, name: str) -> None:
    """The first step."""
    applicant.fill("Hoe wil je heten?", name)
    applicant.tick(re.compile("jaar of ouder"))
    applicant.press("Verder naar stap 2")


def fill_in(applicant: Walk, name: str) -> None:
    applicant.stands_at(FIRST_STEP)
    introduce(applicant, name)
    applicant.fill(re.compile("Waarom wil je meedoen"), WHY)
    applicant.tick("Ik denk er nog over na")
    applicant.fill(re.compile("Wat wil je veranderen"), CHANGE)
    applicant.press("Verder naar stap 3")
    applicant.tick("Mensen leren kennen")
    applicant.tick("Allebei is goed")
    applicant.press("Verder naar stap 4")
    applicant.reads(re.compile("Wie weet dat je meedoet"))
    applicant.press("Verder naar stap 5")


def apply(applicant: Walk, portal: PortalAtWork, name: str, email: str) -> None:
    """All of it, by somebody new."""
    find_and_begin(applicant)
    make_account(applicant, portal, email)
    fill_in(applicant, name)
    applicant.press("Verstuur je aanmelding")
    applicant.reads("Je aanmelding is binnen")


def sign_up_with_mistakes(applicant: Walk, portal: PortalAtWork, email: str) -> None:
    """Nothing filled in, then a wrong code: each time the page says what to do."""
    applicant.press("Maak mijn account")
    applicant.has_focus("main [role=alert] h2")
    applicant.fill("E-mailadres", email)
    applicant.press("Maak mijn account")
    applicant.reads("Vul de code in")
    applicant.fill(CODE, "AAA-AAA")
    applicant.press("Verder")
    applicant.reads(re.compile("Deze code klopt niet"))
    applicant.fill(CODE, portal.code_for(email))
    applicant.press("Verder")
    applicant.stands_at(FIRST_STEP)


def fill_in_with_mistakes(applicant: Walk, name: str) -> None:
    """One answer is missing; what was filled in stays."""
    introduce(applicant, name)
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


def check_and_send(applicant: Walk) -> None:
    """In the overview she changes one answer."""
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


def say_yes_to_the_place(applicant: Walk) -> None:
    """Once an organiser has offered one."""
    applicant.go("/mijn/")
    applicant.follow("Zeg ja of nee", within="main")
    applicant.reads("Er is een plek voor je", "Wie ziet dat je meedoet")
    applicant.press("Ja, ik doe mee")
    applicant.go("/mijn/")
    applicant.reads("Je doet mee")


def make_code_for_help(applicant: Walk, label: str) -> str:
    """On the page about being helped: what she passes on by hand."""
    applicant.press(label)
    return applicant.page.locator(".ol-code").inner_text()


def opens_nothing(helper: Walk, code: str) -> None:
    helper.go("/meehelpen/")
    helper.fill(CODE, code)
    helper.press("Verder", within="main")
    helper.reads(re.compile("Deze code werkt niet"))
