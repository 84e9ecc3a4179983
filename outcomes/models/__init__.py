from outcomes.models.national_figure import NationalFigure

__all__ = ["NationalFigure"]
