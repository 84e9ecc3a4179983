"""What an organiser does at the desk: open a page, press a button, and read what comes."""

from typing import Any

from django.test import Client
from django.urls import reverse


def press(desk: Client, name: str, **arguments: Any) -> str:
    return desk.post(reverse(name, kwargs=arguments), follow=True).text


def shown(desk: Client, name: str, **arguments: Any) -> str:
    return desk.get(reverse(name, kwargs=arguments)).text
