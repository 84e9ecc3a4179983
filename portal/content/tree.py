"""Which fixed pages there are, and in which order. Their words stand in portal/content/pages/."""

from portal.content.pages import taking_part
from portal.content.pages.about import ABOUT
from portal.content.pages.algorithm import ALGORITHM
from portal.content.pages.campaigns import CAMPAIGNS
from portal.content.pages.front import HOME
from portal.content.pages.knowledge import KNOWLEDGE
from portal.content.pages.parties import FOR_PARTIES
from portal.content.parts import FixedPage

__all__ = ["FIXED_PAGES", "HOME"]

FIXED_PAGES: tuple[FixedPage, ...] = (
    taking_part.PROGRAMMES,
    taking_part.STORIES,
    KNOWLEDGE,
    FOR_PARTIES,
    taking_part.ASK_SOMEONE,
    taking_part.BECOME_A_MENTOR,
    ALGORITHM,
    CAMPAIGNS,
    *ABOUT,
)
