"""Where a mentor who says that she holds an office may stand in an official result."""

from elections import lists
from elections.models import Body, ElectedCandidate
from mentoring.models import HeldOffice

MOST_FOUND = 5
A_TERM = 4
"""Years."""


def possible(held: HeldOffice) -> list[ElectedCandidate]:
    """Those elected there in her years whose name can be hers, likest first; each with its election at hand.

    A result says who was elected, not who took a seat later: nobody found is no proof of anything.
    """
    if not held.listed_as or held.since is None:
        return []
    body = Body.objects.filter(slug=held.place).first()
    if body is None:
        return []
    return lists.elected(body, held.listed_as, since=held.since - A_TERM + 1, until=held.until)[:MOST_FOUND]
