"""National figures that others measured, each with its date and source, from the letters and news items named there."""

from portal.content.figures.candidates import CANDIDATES
from portal.content.figures.office import OFFICE
from portal.content.figures.safety import SAFETY

FIGURES: list[dict[str, str]] = [*OFFICE, *SAFETY, *CANDIDATES]
