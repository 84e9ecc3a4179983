"""What this floor puts on the home page (settings.HOME_SECTIONS)."""

from django.http import HttpRequest

from home.sections import HomeSection
from outcomes.models import NationalFigure

ON_THE_FRONT = "would-stand-if-asked"


def figure_of_the_country(request: HttpRequest) -> HomeSection | None:
    """One national figure, with its date and source."""
    figure = NationalFigure.objects.filter(key=ON_THE_FRONT).first()
    if figure is None:
        return None
    fact = figure.as_fact()
    number, _space, unit = fact["value"].partition(" ")
    return HomeSection("figure", "outcomes/section_figure.html", {**fact, "number": number, "unit": unit})
