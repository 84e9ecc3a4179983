"""What someone signs in with, in words that she knows it by."""

from django import template
from django.utils.translation import gettext as _

register = template.Library()

# The first that is found counts: browsers also name those that they resemble.
BROWSERS = {"Edg": "Edge", "OPR/": "Opera", "SamsungBrowser": "Samsung Internet", "Firefox": "Firefox"}
BROWSERS |= {"FxiOS": "Firefox", "Chrome": "Chrome", "CriOS": "Chrome", "Safari": "Safari"}
DEVICES = {"iPhone": "iPhone", "iPad": "iPad", "Android": "Android", "Windows": "Windows", "Mac OS": "Mac"}
DEVICES |= {"CrOS": "Chromebook", "Linux": "Linux"}


def _first(names: dict[str, str], said: str) -> str:
    return next((name for mark, name in names.items() if mark in said), "")


@register.filter
def device(user_agent: str) -> str:
    """ "Firefox, Android"; what a browser says of itself is a guess, so no version and nothing more."""
    known = [name for name in (_first(BROWSERS, user_agent), _first(DEVICES, user_agent)) if name]
    return ", ".join(known) or _("Onbekend apparaat")
