from typing import Any

from django import template
from django.template.context import Context
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from home.sections import HomeSection
from home.templatetags.looks import site_url
from home.topics import Reader

register = template.Library()


@register.simple_tag(takes_context=True)
def render_section(context: Context, section: HomeSection) -> SafeString:
    """A section of a floor above, with nothing but the context that it brought."""
    return render_to_string(section.template, section.context, request=context.get("request"))


@register.simple_tag
def meanwhile() -> list[dict[str, Any]]:
    """What someone can do while no programme is open: rows of components/ballot.html."""
    return [
        {
            "title": _("Vind uit wat bij je past"),
            "text": _("Hoogstens vijf vragen. Je krijgt een antwoord met redenen."),
            "url": site_url("/programmawijzer/"),
        },
        {
            "title": _("Kijk bij een vergadering van de raad"),
            "text": _("Dat mag altijd en is gratis. Je leest hoe dat gaat."),
            "url": site_url("/kennis/kijk-bij-een-vergadering/"),
        },
        {
            "title": _("Doe op een andere manier mee"),
            "text": _("Een initiatief, een cliëntenraad of een burgerpanel."),
            "url": site_url("/kennis/anders-meedoen/"),
        },
        {
            "title": _("Kijk wanneer er verkiezingen zijn"),
            "text": _("Per gemeente, provincie en waterschap: wat je wanneer moet doen."),
            "url": site_url("/verkiezingen/"),
        },
        {
            "title": _("Lees wat een raadslid doet"),
            "text": _("Over tijd, geld, je werk en je rechten. In gewone taal."),
            "url": site_url("/kennis/"),
        },
    ]


@register.simple_tag
def doors() -> list[dict[str, Any]]:
    """For who comes for something else than the guide: each finds hers within a minute, on a phone too."""
    return [
        {"title": _("Ik lees liever makkelijke taal"), "url": site_url("/makkelijke-taal/")},
        {"title": _("Wat is er nu open?"), "url": f"{site_url('/programmas/')}?open=on"},
        {"title": _("Mag ik op de lijst?"), "url": site_url("/verkiezingen/")},
        {"title": _("Ik zit in een partij"), "url": site_url("/voor-partijen/")},
        {"title": _("Ik zit in de raad en wil helpen"), "url": site_url("/mentor-worden/")},
        {"title": _("Ik word bedreigd of maak me zorgen"), "url": site_url("/hulp/")},
    ]


@register.filter
def reader(value: str) -> str:
    """For whom, in words."""
    return str(Reader(value).label) if value in Reader.values else ""
