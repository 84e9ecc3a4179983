"""A small public site: programmes with pages, organisations and events, as visitors see them."""

import datetime as dt
from typing import Any

from wagtail.models import Locale, Page, Site

from home.models import HomePage
from people.models import Organisation
from programmes.models import Carrier, Event, Programme, ProgrammeIndexPage, ProgrammePage
from tests.factories.people import OrganisationFactory


def programmes_page() -> ProgrammeIndexPage:
    """The list of programmes below the home page, made when it is not there yet."""
    if found := ProgrammeIndexPage.objects.first():
        return found
    home = HomePage(title="Op de lijst", slug="voorpagina", locale=Locale.get_default())
    Page.get_first_root_node().add_child(instance=home)
    site, _made = Site.objects.get_or_create(is_default_site=True, defaults={"root_page": home})
    site.root_page = home.page_ptr
    site.save()
    return home.add_child(instance=ProgrammeIndexPage(title="Programma’s", slug="programmas"))


def in_english(programme: Programme, title: str) -> ProgrammePage:
    locale, _made = Locale.objects.get_or_create(language_code="en")
    page = programme.pages.get().copy_for_translation(locale, copy_parents=True)
    page.title = title
    page.save_revision().publish()
    return page


def public_programme(
    name: str, *, organisation: Organisation | None = None, live: bool = True, **facts: Any
) -> Programme:
    slug = name.lower().replace(" ", "-")
    programme = Programme.objects.create(name=name, slug=slug, **facts)
    organisation = organisation or OrganisationFactory()
    Carrier.objects.create(programme=programme, organisation=organisation, is_lead=True)
    programmes_page().add_child(
        instance=ProgrammePage(title=name, slug=slug, programme=programme, live=live, intro=f"Over {name}.")
    )
    return programme


def event(title: str, starts_at: dt.datetime, *, hours: int = 2, **facts: Any) -> Event:
    facts.setdefault("organisation", Organisation.objects.first() or OrganisationFactory())
    facts.setdefault("town", "Deventer")
    return Event.objects.create(
        title=title, starts_at=starts_at, ends_at=starts_at + dt.timedelta(hours=hours), **facts
    )
