"""What a floor offers to be found: by the search of the site, in the sitemap, and after it moved.

An app names its offers in settings.SEARCHABLE. An offer holds only what every visitor may see, and never a person.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from people.models import HelpRecord


class Kind(models.TextChoices):
    """By which someone narrows down what was found; in this order on the page."""

    PROGRAMME = "programmas", _("Programma’s")
    EVENT = "agenda", _("Agenda")
    STORY = "verhalen", _("Verhalen")
    KNOWLEDGE = "kennis", _("Kennis")
    ELECTION = "verkiezingen", _("Verkiezingen")
    ORGANISATION = "organisaties", _("Organisaties")
    HELP = "hulp", _("Hulp")
    SITE = "site", _("Andere pagina’s")


@dataclass(frozen=True)
class Findable:
    """One thing in one language. `text` is plain, as long as it is; `until`: not found any more after that.

    known_by  where given, it is found by these words alone: hundreds of bodies would bury the page about councils
    """

    kind: Kind
    title: str
    url: str
    lead: str = ""
    text: str = ""
    known_by: str = ""
    until: dt.datetime | None = None


@dataclass(frozen=True)
class Standing:
    """A page that is made from facts and always there: a list, a guide. `pk` as a row would have it."""

    pk: int
    kind: Kind
    address: str  # the name of its URL
    title: Any
    lead: Any

    def told(self) -> "Findable":
        return Findable(self.kind, str(self.title), reverse(self.address), str(self.lead))


@dataclass(frozen=True)
class Offer:
    """All rows of a model that every visitor may see, and what each says.

    shown   language -> queryset (a list where nothing is stored); a row that is not in it does not exist for the public
    told    row -> Findable, or None; called with that language active
    closes  may be closed without Wagtail telling so: then what is found is held against `shown` once more
    in_sitemap  has an address of its own
    """

    model: type[Any]
    shown: Callable[[str], Any]
    told: Callable[[Any], Findable | None]
    closes: bool = False
    in_sitemap: bool = True
    label: str = ""  # of what is no model

    @cached_property
    def name(self) -> str:
        return self.label or self.model._meta.label_lower


def standing(label: str, *pages: Standing) -> Offer:
    """Pages that are always there, as one offer."""
    return Offer(Standing, lambda language: list(pages), Standing.told, in_sitemap=False, label=label)


def _help(record: HelpRecord) -> Findable:
    return Findable(Kind.HELP, record.title, reverse("people:help"), record.get_audience_display(), record.words)


HELP = Offer(HelpRecord, lambda language: HelpRecord.objects.all(), _help, in_sitemap=False)
STANDING = standing(
    "people.standing",
    Standing(1, Kind.HELP, "people:help", _("Hulp bij dreiging"), _("Wie je kunt bellen, en voor wie dat is.")),
)
