from outcomes.models.funnel import FunnelFact, FunnelPerson
from outcomes.models.national_figure import NationalFigure
from outcomes.models.release import CountedCell, GoneSince, PublishedCell, Release

__all__ = ["CountedCell", "FunnelFact", "FunnelPerson", "GoneSince", "NationalFigure", "PublishedCell", "Release"]
