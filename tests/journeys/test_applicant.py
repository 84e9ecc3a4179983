"""Somebody applies, with the mistakes that people make. On a phone without JavaScript: see test_without_script.

1. She finds the programme and presses "Meld je aan". 2. She makes an account with a code from her mail.
3. She fills in the steps; one answer is missing, and the form says which. 4. She checks the overview and
changes one answer. 5. She sends it and reads what happens next. 6. She sees how it stands at /mijn/, and a
mail has come that names no programme. 7. Coming back to the form leads her to what she sent. 8. She takes it back.
"""

import re
from collections.abc import Callable

from tests.journeys.applying import (
    check_and_send,
    fill_in_with_mistakes,
    find_and_begin,
    see_how_it_stands,
    sign_up_with_mistakes,
)
from tests.journeys.at_work import PortalAtWork
from tests.journeys.walking import Walk

EMAIL = "wies.wijd@example.org"


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
