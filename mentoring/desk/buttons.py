"""The buttons of a page about one thing: what leads on stands first; what cannot be undone stands apart, below."""

from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True)
class Button:
    label: str | Promise
    url: str
    leads_on: bool = False
    warning: str | Promise = ""
    """What comes of it that cannot be undone; with it the button stands apart."""


def in_order(buttons: list[Button]) -> dict[str, list[Button]]:
    """For the page: `buttons` beside each other, `apart` below everything."""
    beside = sorted((one for one in buttons if not one.warning), key=lambda one: not one.leads_on)
    return {"buttons": beside, "apart": [one for one in buttons if one.warning]}
