"""Some seven hundred invented people who took part in the programmes of the demo over the past three years.

They come in by the same actions as everybody: they apply, are answered, begin, meet a mentor, leave or finish, and
some tell that they stand on a list. Dates lie in the past, counted from the day on which the demo is made; the seed
is fixed, so it is the same people each time. `lay_population` takes them up where the programmes are laid.
"""

from portal.demo.population.crowd import Crowd
from portal.demo.population.following import lay_figures, lay_outcomes, settle
from portal.demo.population.mentoring import Mentoring
from portal.demo.population.taking_part import TakingPart

__all__ = ["Crowd", "Mentoring", "TakingPart", "lay_figures", "lay_outcomes", "settle"]
