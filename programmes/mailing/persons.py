"""Whether an organiser's words hold a person: a mail lies open on a phone, so such words stay behind sign-in."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_NUMBER = re.compile(r"(?<!\w)\+?\d(?:[ \-]?\d){8,13}(?!\w)")
SHORTEST_NAME = 3


@dataclass(frozen=True)
class Found:
    """`persons` are names and addresses of people of the edition; `contacts` other addresses, and numbers."""

    persons: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()


def found_in(text: str, people: Iterable[tuple[str, str]]) -> Found:
    """`people` are pairs of name and address. A name counts whole, however it is spaced or capitalised.

    found_in("Bel  anna de Wit.", [("Anna de Wit", "anna@example.org")]).persons   # ("Anna de Wit",)
    """
    padded = f" {_words(text)} "
    addresses = {address.casefold(): address for address in _ADDRESS.findall(text)}
    persons: list[str] = []
    for name, address in people:
        said = _words(name)
        if len(said) >= SHORTEST_NAME and f" {said} " in padded:
            persons.append(name)
        if address.casefold() in addresses:
            persons.append(addresses.pop(address.casefold()))
    contacts = (*addresses.values(), *(number.strip() for number in _NUMBER.findall(text)))
    return Found(tuple(dict.fromkeys(persons)), tuple(dict.fromkeys(contacts)))


def _words(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))
