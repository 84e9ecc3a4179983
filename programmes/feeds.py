"""Lists that one can follow with a reader of feeds: what is coming, new stories, new programmes."""

import datetime as dt
import re
from typing import Any

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.urls import path, reverse
from django.utils.feedgenerator import Rss201rev2Feed
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from home.addresses import FEED
from home.structured import address
from people.access import public
from people.languages import in_language, said
from programmes.models import Event, ProgrammePage, StoryPage

MOST = 30
# Signs that come along when words are pasted, and that no XML may hold: one title would close the list for everyone.
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class ReadableFeed(Rss201rev2Feed):
    def add_item(self, title: str, link: str, description: str, **more: Any) -> None:
        super().add_item(_NOT_IN_XML.sub(" ", title), link, _NOT_IN_XML.sub(" ", description), **more)


class OurFeed(Feed):
    """RSS in the language of its address. `above`: the list that it follows."""

    feed_type = ReadableFeed
    above: str
    name: Any
    text: Any

    def title(self) -> str:
        return f"{self.name} - {settings.WAGTAIL_SITE_NAME}"

    def description(self) -> str:
        return str(self.text)

    def link(self) -> str:
        return address(in_language(self.above, get_language()))

    def feed_url(self) -> str:
        return f"{self.link()}{FEED}"

    def item_guid(self, item: Any) -> str:
        return self.item_link(item)

    def item_link(self, item: Any) -> str:
        return address(item.url)

    def item_title(self, item: Any) -> str:
        return str(item.title)

    def item_description(self, item: Any) -> str:
        return str(item.intro)


class EventsFeed(OurFeed):
    above, name, text = "/agenda/", _("Agenda"), _("Kom kijken, vraag iets of oefen een avond.")

    def items(self) -> list[Event]:
        return list(Event.objects.public().upcoming()[:MOST])

    def item_link(self, item: Event) -> str:
        return address(reverse("programmes:event", kwargs={"key": item.key}))

    def item_title(self, item: Event) -> str:
        return said(item, "title")

    def item_description(self, item: Event) -> str:
        day = date_format(localtime(item.starts_at), "l j F Y").capitalize()
        return " ".join(
            part for part in (f"{day}, {_('online') if item.online else item.town}.", said(item, "text")) if part
        )


class StoriesFeed(OurFeed):
    above, name, text = "/verhalen/", _("Verhalen"), _("Mensen vertellen hoe zij de politiek in gingen.")

    def items(self) -> list[StoryPage]:
        return list(StoryPage.objects.told().filter(locale__language_code=get_language())[:MOST])

    def item_pubdate(self, item: StoryPage) -> dt.datetime:
        return item.story.told_at


class ProgrammesFeed(OurFeed):
    above, name, text = "/programmas/", _("Programma’s"), _("Nieuwe programma’s, de nieuwste eerst.")

    def items(self) -> list[ProgrammePage]:
        pages = ProgrammePage.objects.live().public().filter(locale__language_code=get_language())
        return list(pages.defer_streamfields().order_by("-first_published_at", "-pk")[:MOST])

    def item_pubdate(self, item: ProgrammePage) -> dt.datetime | None:
        return item.first_published_at


FEED_URLS = [
    path(f"agenda/{FEED}", public(EventsFeed()), name="events_feed"),
    path(f"verhalen/{FEED}", public(StoriesFeed()), name="stories_feed"),
    path(f"programmas/{FEED}", public(ProgrammesFeed()), name="programmes_feed"),
]
