"""Somebody applies, with the mistakes that people make. On a phone without JavaScript: see test_without_script.

1. She finds the programme and presses "Meld je aan". 2. She makes an account with a code from her mail.
3. She fills in the steps; one answer is missing, and the form says which. 4. She checks the overview and
changes one answer. 5. She sends it and reads what happens next. 6. She sees how it stands at /mijn/, and a
mail has come that names no programme. 7. Coming back to the form leads her to what she sent. 8. She takes it back.

Somebody applies with help. 1. She begins on a phone without JavaScript and stops half-way; on another device she goes
on where she was. 2. She makes a code, and a new one: the old one opens nothing. 3. With the new one her helper fills in
what she tells him; in a third browser it opens nothing. 4. She reads what he wrote, says that it is hers, and sends it.
5. From then on he finds nothing any more. A code that is too old: see test_time.
"""

import re
from collections.abc import Callable

from tests.journeys.applying import (
    CODE,
    WHY,
    check_and_send,
    fill_in_with_mistakes,
    find_and_begin,
    introduce,
    log_in,
    make_account,
    make_code_for_help,
    opens_nothing,
    see_how_it_stands,
    sign_up_with_mistakes,
)
from tests.journeys.at_work import PortalAtWork
from tests.journeys.walking import NARROW, Walk

EMAIL, HELPED = "wies.wijd@example.org", "sam.samen@example.org"
BY_HELP = "Meer bankjes langs het water."
MOST_STEPS = 6


def test_someone_applies(portal: PortalAtWork, walk: Callable[..., Walk]) -> None:
    applicant = walk()
    find_and_begin(applicant)
    sign_up_with_mistakes(applicant, portal, EMAIL)
    fill_in_with_mistakes(applicant, "Wies")
    check_and_send(applicant)
    see_how_it_stands(applicant, portal, EMAIL)

    applicant.go("/mijn/")
    applicant.follow("Mentornetwerk", within="main")
    applicant.follow("Je aanmelding intrekken", within="main")
    applicant.press("Trek mijn aanmelding in")
    applicant.reads(re.compile("ingetrokken"))


def test_someone_is_helped(portal: PortalAtWork, walk: Callable[..., Walk]) -> None:
    phone, applicant, helper = walk(width=NARROW, script=False), walk(), walk(width=NARROW)
    find_and_begin(phone)
    make_account(phone, portal, HELPED)
    introduce(phone, "Sam")
    assert 1 < steps_told(phone) <= MOST_STEPS
    phone.fill(re.compile("Waarom wil je meedoen"), WHY)
    phone.press("Opslaan en later verder")

    log_in(applicant, portal, HELPED)
    applicant.follow("Verder", within="main")
    applicant.follow("Verder met je aanmelding")
    applicant.press("Verder naar stap 2")
    applicant.has_value(re.compile("Waarom wil je meedoen"), WHY)
    applicant.follow("Laat iemand helpen")
    old = make_code_for_help(applicant, "Maak een code")
    code = make_code_for_help(applicant, "Maak een nieuwe code")
    opens_nothing(helper, old)
    helper.fill(CODE, code.lower())
    helper.press("Verder")
    help_out(helper)
    opens_nothing(walk(script=False), code)

    read_and_send(applicant)
    helper.follow("Terug naar de vragen")
    helper.stands_at("/meehelpen/")


def steps_told(applicant: Walk) -> int:
    found = re.search(r"Stap \d+ van (\d+)", applicant.page.title())
    return int(found[1]) if found else 0


def help_out(helper: Walk) -> None:
    """The questions, and neither her name nor the sending."""
    helper.has_value(re.compile("Waarom wil je meedoen"), WHY)
    assert "Sam" not in helper.page.locator("main").inner_text()
    helper.tick("Ik denk er nog over na")
    helper.fill(re.compile("Wat wil je veranderen"), BY_HELP)
    helper.press("Bewaar, naar het volgende deel")
    helper.tick("Mensen leren kennen")
    helper.tick("Allebei is goed")
    helper.press("Bewaar")
    helper.reads("Klaar met helpen?")


def read_and_send(applicant: Walk) -> None:
    """Without the tick it is not sent."""
    applicant.follow("Terug naar je aanmelding")
    applicant.follow("Verder met je aanmelding")
    for number in (2, 3, 4, 5):
        applicant.press(f"Verder naar stap {number}")
    applicant.reads(BY_HELP, "Iemand hielp je")
    applicant.press("Verstuur je aanmelding")
    applicant.reads(re.compile("Kruis aan dat dit jouw antwoorden zijn"))
    applicant.tick("Ja, dit zijn mijn eigen antwoorden")
    applicant.press("Verstuur je aanmelding")
    applicant.reads("Je aanmelding is binnen")
