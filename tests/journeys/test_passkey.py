"""A passkey instead of a mailbox, on a device that the browser plays.

1. A newcomer makes an account with a passkey: mail once, then never again. 2. She signs out and comes back in with
the passkey alone. 3. An organiser makes a passkey when she is asked for more, and then sees the desk.
"""

import re
from collections.abc import Callable

from tests.journeys.at_work import PortalAtWork
from tests.journeys.walking import Walk

DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
CODE = re.compile("code", re.IGNORECASE)


def give_device(person: Walk) -> None:
    session = person.page.context.new_cdp_session(person.page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})


def test_account_with_a_passkey(portal: PortalAtWork, walk: Callable[..., Walk]) -> None:
    person = walk()
    give_device(person)
    email = "passkey@example.org"
    person.go("/account/signup/passkey/")
    person.fill("E-mailadres", email)
    person.press(re.compile("."), within="main")
    person.fill(CODE, portal.code_for(email))
    person.press(re.compile("."), within="main")
    person.stands_at("/account/2fa/webauthn/signup/")
    person.press("Maak de passkey")
    person.stands_at("/mijn/")

    person.press("Uitloggen")
    mails = len(portal.mails(email))
    person.go("/account/login/")
    person.press("Log in met een passkey")
    person.stands_at("/mijn/")
    assert len(portal.mails(email)) == mails


def test_organiser_makes_the_passkey_that_is_asked(portal: PortalAtWork, walk: Callable[..., Walk]) -> None:
    organiser = walk()
    give_device(organiser)
    email = "orhan.organisator@example.org"

    def answer_code() -> None:
        organiser.fill(CODE, portal.code_for(email, after=before))
        organiser.press(re.compile("."), within="main")

    before = len(portal.mails(email))
    organiser.go("/account/login/?next=/cms/")
    organiser.fill("E-mailadres", email)
    organiser.press("Stuur mij een code")
    answer_code()
    organiser.stands_at("/account/extra-stap/")
    organiser.follow("Maak een passkey", within="main")
    before = len(portal.mails(email))
    organiser.press(re.compile("code", re.IGNORECASE), within="main")
    answer_code()
    organiser.stands_at("/account/2fa/webauthn/add/")
    organiser.press(re.compile("passkey", re.IGNORECASE), within="main")
    organiser.stands_at("/account/2fa/recovery-codes/")
    organiser.follow("Verder", within="main")
    organiser.stands_at("/cms/")
