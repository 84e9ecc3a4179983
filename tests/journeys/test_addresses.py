"""Every address that we promise answers, in both languages.

1. The fixed pages. 2. What machines ask. 3. Doors that lead to signing in. 4. What does not exist.
"""

import pytest

from tests.journeys.at_work import PortalAtWork

FIXED = [
    "/",
    "/programmas/",
    "/programmawijzer/",
    "/makkelijke-taal/",
    "/meehelpen/",
    "/organisaties/",
    "/agenda/",
    "/verhalen/",
    "/kennis/",
    "/verkiezingen/",
    "/voor-partijen/",
    "/vraag-iemand/",
    "/hulp/",
    "/zoeken/",
    "/zoeken/?q=raad",
    "/mentor-worden/",
    "/algoritme/",
    "/account/login/",
    "/account/signup/",
]
MACHINES = ["/health/", "/health/live/", "/robots.txt", "/sitemap.xml", "/.well-known/security.txt"]
DEMO = ["/demo/", "/demo/post/"]
BEHIND_A_DOOR = ["/mijn/", "/mijn/gegevens/", "/mijn/beoordelen/", "/mijn/regelen/", "/cijfers/", "/cms/"]
MISSING = ["/bestaat-niet/", "/programmas/bestaat-niet/", "/verkiezingen/bestaat-niet/"]


@pytest.mark.parametrize("path", [*FIXED, *MACHINES, *DEMO])
def test_what_is_promised_answers(portal: PortalAtWork, path: str) -> None:
    assert portal.status(path) == 200


@pytest.mark.parametrize("path", [*FIXED, *DEMO])
def test_it_answers_in_english_too(portal: PortalAtWork, path: str) -> None:
    assert portal.status("/en" + path) == 200


@pytest.mark.parametrize("path", BEHIND_A_DOOR)
def test_a_visitor_is_led_to_signing_in(portal: PortalAtWork, path: str) -> None:
    assert portal.status(path) == 302


@pytest.mark.parametrize("path", MISSING)
def test_what_does_not_exist_says_so(portal: PortalAtWork, path: str) -> None:
    assert portal.status(path) == 404
