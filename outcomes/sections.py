"""What this floor puts on the home page, a programme's page and /mijn/ (settings.HOME_SECTIONS and its like)."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from home.sections import HomeSection
from outcomes.achieved import achieved
from outcomes.models import FunnelPerson, NationalFigure
from people.sections import Section, once
from programmes.choices import Audience
from programmes.models import Programme
from programmes.own import applied_to
from programmes.page_sections import ProgrammeSection

ON_THE_FRONT = "would-stand-if-asked"


def figure_of_the_country(request: HttpRequest) -> HomeSection | None:
    """One national figure, with its date and source."""
    figure = NationalFigure.objects.filter(key=ON_THE_FRONT).first()
    if figure is None:
        return None
    fact = figure.as_fact()
    number, _space, unit = fact["value"].partition(" ")
    return HomeSection("figure", "outcomes/section_figure.html", {**fact, "number": number, "unit": unit})


def of_a_programme(programme: Programme) -> ProgrammeSection | None:
    """What earlier groups reached, as it was published; nothing for what organisations book."""
    told = achieved(programme.name) if programme.for_whom != Audience.PARTIES else None
    return ProgrammeSection("outcomes/section_achieved.html", told) if told else None


def for_the_figures(request: HttpRequest) -> Section | None:
    """A quiet link for whoever counts in the figures, or will: saying something of oneself is never a step to do."""
    person = FunnelPerson.objects.of(request.user).first()
    if person is None and not once(request, applied_to):
        return None
    is_described = bool(person and person.is_described)
    label = _("Wat je over jezelf vertelde") if is_described else _("Vertel iets over jezelf, als je wilt")
    links = [{"url": reverse("outcomes:about_you"), "label": label}]
    return Section("outcomes/section_about_you.html", {"own_links": links}, aside=True)
