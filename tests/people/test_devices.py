"""The list of where one is signed in says it in words."""

import pytest

from people.templatetags.devices import device

AGENTS = {
    "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Mobile Safari/537.36": (
        "Chrome, Android"
    ),
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Version/18.1 Mobile/15E148 Safari/604.1": "Safari, iPhone",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/131.0 Safari/537.36 Edg/131.0": "Edge, Windows",
    "Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0": "Firefox, Linux",
    "": "Onbekend apparaat",
}


@pytest.mark.parametrize(("said", "words"), AGENTS.items())
def test_a_browser_is_named_by_what_people_call_it(said: str, words: str) -> None:
    assert device(said) == words
