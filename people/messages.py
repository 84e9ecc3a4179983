"""Named messages: what a mail may say (its class), and how ids become its words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import models
from django.template import Context as TemplateContext
from django.template.loader import get_template
from django.urls import Resolver404, resolve, reverse
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from people.models import User

Context = dict[str, Any]
Builder = Callable[..., Context | None]


class MailClass(models.TextChoices):
    """What a mail may give away to who reads along (docs/words.md)."""

    NEUTRAL = "A", _("neutraal: wat voor actie, voor wanneer, hoeveel minuten; geen persoon, geen programma")
    PRACTICAL = "B", _("praktisch: programma en logistiek, geen personen")
    ACCOUNT = "C", _("account")


@dataclass(frozen=True)
class Words:
    subject: str
    text: str
    html: str


@dataclass(frozen=True)
class Message:
    """One kind of mail. `name` is app and message: "programmes.application_received".

    With `to_address` it goes to who has no account: its function then takes `language` instead of a recipient.
    """

    name: str
    mail_class: MailClass
    build: Builder
    to_address: bool = False

    @property
    def templates(self) -> dict[str, str]:
        app, _dot, message_name = self.name.partition(".")
        folder = f"{app}/emails/{message_name}"
        return {"subject": f"{folder}.subject.txt", "text": f"{folder}.txt", "html": f"{folder}.html"}

    def render(self, recipient: User | str, ids: Mapping[str, str]) -> Words | None:
        """The words in the language that is active; None when the message no longer applies.

        `recipient` is the language, for a message to an address.
        """
        context = self.build(recipient, **ids)
        if context is None:
            return None
        if self.mail_class == MailClass.NEUTRAL:
            _only_neutral(context)
        return self.words(context)

    def words(self, context: Context) -> Words:
        whole = {"site": settings.SITE_ADDRESS, "to_address": self.to_address, **context}
        subject, text, html = (
            get_template(name).template.render(TemplateContext(whole, autoescape=kind == "html"))  # type: ignore[attr-defined]
            for kind, name in self.templates.items()
        )
        return Words(subject=" ".join(subject.split()), text=text.strip() + "\n", html=html)


def message(mail_class: MailClass, *, to_address: bool = False) -> Callable[[Builder], Message]:
    """Make a message of a function(recipient, **ids) -> Context | None in an app's emails.py.

    One to who has no account (`to_address`) is a function(language, **ids).
    """

    def declare(build: Builder) -> Message:
        app = build.__module__.partition(".")[0]
        return Message(f"{app}.{build.__name__}", mail_class, build, to_address)

    return declare


def address(name: str, **kwargs: Any) -> str:
    """The full address of a page, in the language that is active: what a mail links to."""
    return settings.SITE_ADDRESS + reverse(name, kwargs=kwargs or None)


def registered() -> dict[str, Message]:
    """Every message of settings.LETTERS by its name."""
    return _read(tuple(settings.LETTERS))


@lru_cache(maxsize=8)
def _read(paths: tuple[str, ...]) -> dict[str, Message]:
    found: dict[str, Message] = {}
    for path in paths:
        declared = import_string(path)
        if not isinstance(declared, Message):
            raise ImproperlyConfigured(f"{path} is not a message: decorate it with people.letters.message")
        if declared.name in found:
            raise ImproperlyConfigured(f"{declared.name} is declared twice")
        found[declared.name] = declared
    return found


def _only_neutral(context: Context) -> None:
    """Class A: dates, counts and links by key. Anything that could be a name raises ValueError."""
    for name, value in context.items():
        if value is None or isinstance(value, bool | int | date | timedelta):
            continue
        if not (isinstance(value, str) and _is_neutral_link(value)):
            raise ValueError(f"a neutral message may not say {name}")


def _is_neutral_link(link: str) -> bool:
    """A page of ours whose address holds keys at most: a slug would name the programme."""
    if not link.startswith(f"{settings.SITE_ADDRESS}/"):
        return False
    parts = urlsplit(link)
    if parts.query or parts.fragment:
        return False
    try:
        match = resolve(parts.path)
    except Resolver404:
        return False
    return all(isinstance(value, UUID | int) for value in [*match.args, *match.kwargs.values()])
