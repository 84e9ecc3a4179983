"""Everyone of the demo comes in and lands where she belongs.

1. A press at /demo/ makes a visitor each of the roles; she lands at her own place. 2. An administrator
who comes in with only a code by mail is asked for more before she sees anyone's data. 3. Signing out ends it.
"""

import re
from collections.abc import Callable

import pytest

from tests.journeys.at_work import PortalAtWork
from tests.journeys.walking import Walk
from tests.portal.demo_roles import LANDS


@pytest.mark.parametrize("role", LANDS)
def test_each_role_lands_at_her_own_place(walk: Callable[..., Walk], role: str) -> None:
    person = walk()
    person.become(role)
    person.stands_at(LANDS[role])
    if role not in ("organiser", "administrator"):
        person.go("/mijn/gegevens/")
        person.go("/cms/", status=404)
    if role != "ministry":
        person.go("/cijfers/", status=404)


def test_who_sees_data_of_others_proves_more_than_a_mailbox(portal: PortalAtWork, walk: Callable[..., Walk]) -> None:
    administrator = walk()
    email = "bo.beheerder@example.org"
    before = len(portal.mails(email))
    administrator.go("/account/login/")
    administrator.fill("E-mailadres", email)
    administrator.press("Stuur mij een code")
    administrator.fill(re.compile("code", re.IGNORECASE), portal.code_for(email, after=before))
    administrator.press("Inloggen", within="main")
    for path in ("/cms/", "/mijn/", "/mijn/gegevens/"):
        administrator.go(path)
        administrator.stands_at("/account/extra-stap/")
    administrator.go("/hulp/")


def test_signing_out_ends_it(portal: PortalAtWork, walk: Callable[..., Walk]) -> None:
    person = walk()
    person.become("newcomer")
    person.press("Uitloggen")
    person.go("/mijn/")
    person.stands_at("/account/login/")
