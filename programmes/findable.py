"""What this floor offers to be found: programmes, stories, what is coming, and who organises it."""

from typing import Any

from django.db.models import Prefetch
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from home.drawings import DRAWINGS
from home.findable import page_text, public_pages
from home.models import BasePage
from people.findable import Findable, Kind, Offer, Standing, standing
from people.languages import said
from people.models import Organisation
from programmes.blocks import MINI_DRAWINGS
from programmes.models import (
    Carrier,
    Event,
    ProgrammeIndexPage,
    ProgrammePage,
    StoryIndexPage,
    StoryPage,
)

# The name of a drawing says nothing: a page with the drawing "gratis" may cost something.
DRAWN = frozenset(str(name) for _file, name in [*MINI_DRAWINGS, *DRAWINGS])


def _programme_pages(language: str) -> Any:
    carriers = Prefetch("programme__carriers", Carrier.objects.select_related("organisation"))
    return public_pages(ProgrammePage)(language).select_related("programme").prefetch_related(carriers)


def _programme(page: ProgrammePage) -> Findable:
    programme = page.programme
    facts = [
        str(programme.get_for_whom_display()),
        str(programme.get_office_display()),
        programme.province,
        said(programme, "where"),
        str(programme.get_form_display()),
        *(carrier.organisation.name for carrier in programme.carriers.all()),
    ]
    text = "\n".join([page_text(page, names=DRAWN), " · ".join(fact for fact in facts if fact)])
    return Findable(Kind.PROGRAMME, page.title, page.url, page.intro, text)


def _story(page: StoryPage) -> Findable:
    """Without the name of the teller: nobody is looked up here."""
    return Findable(Kind.STORY, page.title, page.url, page.intro, page_text(page, without=["teller", "about_teller"]))


def _list(kind: Kind) -> Any:
    def told(page: BasePage) -> Findable:
        return Findable(kind, page.title, page.url, page.intro)

    return told


def _event(event: Event) -> Findable:
    day = capfirst(date_format(localtime(event.starts_at), "l j F Y"))
    lead = _("%(day)s, online") % {"day": day} if event.online else f"{day}, {event.town}"
    text = "\n".join(part for part in (said(event, "text"), said(event, "access"), event.organisation.name) if part)
    url = reverse("programmes:event", kwargs={"key": event.key})
    return Findable(Kind.EVENT, said(event, "title"), url, lead, text, until=event.ends_at)


def _organisation(organisation: Organisation) -> Findable:
    url = reverse("programmes:organisation", args=[organisation.slug])
    return Findable(Kind.ORGANISATION, organisation.name, url, text=said(organisation, "about"))


PROGRAMMES = Offer(ProgrammePage, _programme_pages, _programme, in_sitemap=False)
PROGRAMME_LISTS = Offer(ProgrammeIndexPage, public_pages(ProgrammeIndexPage), _list(Kind.PROGRAMME), in_sitemap=False)
STORIES = Offer(
    StoryPage,
    lambda language: StoryPage.objects.told().filter(locale__language_code=language).defer(None),
    _story,
    closes=True,
    in_sitemap=False,
)
STORY_LISTS = Offer(StoryIndexPage, public_pages(StoryIndexPage), _list(Kind.STORY), in_sitemap=False)
EVENTS = Offer(
    Event, lambda language: Event.objects.public().upcoming().select_related("organisation"), _event, closes=True
)
ORGANISATIONS = Offer(
    Organisation, lambda language: Organisation.objects.filter(is_public=True), _organisation, closes=True
)
STANDING = standing(
    "programmes.standing",
    Standing(
        1,
        Kind.PROGRAMME,
        "programmes:guide",
        gettext_lazy("Programmawijzer"),
        gettext_lazy("Hoogstens vijf vragen. Dan zie je welk programma bij je past."),
    ),
    Standing(
        2,
        Kind.EVENT,
        "programmes:agenda",
        gettext_lazy("Agenda"),
        gettext_lazy("Kom kijken, vraag iets of oefen een avond."),
    ),
    Standing(
        3,
        Kind.ORGANISATION,
        "programmes:organisations",
        gettext_lazy("Organisaties"),
        gettext_lazy("Wie de programma’s maken, en hoe je hen bereikt."),
    ),
)
