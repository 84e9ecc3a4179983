"""Barriers among the pages of knowledge (settings.KNOWLEDGE_ENTRIES), and in what can be found."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from home.knowledge import Entry
from home.topics import Reader, Topic
from mentoring.alumni.models import Barrier
from people.findable import Findable, Kind, Offer

MOST = 500


def told(language: str) -> QuerySet[Barrier]:
    """In this language, the newest first."""
    return Barrier.objects.published().filter(language=language).order_by("-published_on", "pk")


def entries(language: str) -> list[Entry]:
    return [
        Entry(
            barrier.public_title,
            _lead(barrier),
            reverse("mentoring:barrier_read", kwargs={"key": barrier.key}),
            onderwerp=Topic.BARRIERS,
            stap=barrier.station,
            wie=Reader.CANDIDATES,
            by=barrier.told_by,
        )
        for barrier in told(language)[:MOST]
    ]


def _lead(barrier: Barrier) -> str:
    return Truncator(" ".join(barrier.public_barrier.split())).words(30)


def _found(barrier: Barrier) -> Findable:
    """Without the name of the teller: nobody is looked up here."""
    url = reverse("mentoring:barrier_read", kwargs={"key": barrier.key})
    text = "\n".join([barrier.public_barrier, barrier.public_help, _("drempel, en wat hielp")])
    return Findable(Kind.KNOWLEDGE, barrier.public_title, url, _lead(barrier), text)


def _shown(language: str) -> Any:
    return told(language)


BARRIERS = Offer(Barrier, _shown, _found, closes=True)
