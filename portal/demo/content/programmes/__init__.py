"""The programmes of the demo, each in a file of its own; `laying` makes them from the shapes in `shapes`.

For who lays people in them: `lay_programmes(..., passing=...)` calls after each move of an edition, so that people
can apply while it is open; `plans_with_people(slug)` says how many go where.
"""

from portal.demo.content.programmes.kraamkamers import KRAAMKAMERS
from portal.demo.content.programmes.laying import Organisations, lay_programme
from portal.demo.content.programmes.mentor_network import MENTOR_NETWORK
from portal.demo.content.programmes.next_step_academy import NEXT_STEP_ACADEMY
from portal.demo.content.programmes.orientation_for_mayors import ORIENTATION_FOR_MAYORS
from portal.demo.content.programmes.politically_active import POLITICALLY_ACTIVE
from portal.demo.content.programmes.politically_active_with_a_disability import POLITICALLY_ACTIVE_WITH_A_DISABILITY
from portal.demo.content.programmes.running import nobody
from portal.demo.content.programmes.selecting_without_bias import SELECTING_WITHOUT_BIAS
from portal.demo.content.programmes.shapes import EditionPlan, Example, Passing
from portal.demo.content.terms import Term
from programmes.models import Programme

EXAMPLES: tuple[Example, ...] = (
    NEXT_STEP_ACADEMY,
    MENTOR_NETWORK,
    KRAAMKAMERS,
    POLITICALLY_ACTIVE,
    POLITICALLY_ACTIVE_WITH_A_DISABILITY,
    ORIENTATION_FOR_MAYORS,
    SELECTING_WITHOUT_BIAS,
)


def lay_programmes(organisations: Organisations, term: Term, passing: Passing = nobody) -> dict[str, Programme]:
    """Those that were not there yet, by slug."""
    laid = {example.slug: lay_programme(example, organisations, term, passing) for example in EXAMPLES}
    return {slug: programme for slug, programme in laid.items() if programme}


def plans_with_people(slug: str) -> list[EditionPlan]:
    """The editions in which people took part or take part, the first one first; KeyError for an unknown slug."""
    example = {example.slug: example for example in EXAMPLES}[slug]
    return sorted((plan for plan in example.editions if plan.participants), key=lambda plan: plan.starts)
