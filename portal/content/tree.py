"""Which fixed pages there are, and in which order. Their words stand in portal/content/pages/."""

from portal.content.pages import front, taking_part
from portal.content.parts import FixedPage

HOME: FixedPage = front.HOME

FIXED_PAGES: tuple[FixedPage, ...] = (
    taking_part.PROGRAMMES,
    taking_part.STORIES,
    taking_part.ASK_SOMEONE,
    taking_part.BECOME_A_MENTOR,
)
