"""Knowledge: each page says for whom it is, where it comes from and when we last looked."""

from portal.content.pages.knowledge.councillor import WHAT_A_COUNCILLOR_DOES
from portal.content.pages.knowledge.four_steps import FOUR_STEPS
from portal.content.pages.knowledge.learning import LEARNING
from portal.content.pages.knowledge.legal_position import LEGAL_POSITION
from portal.content.pages.knowledge.meeting import WATCH_A_MEETING
from portal.content.pages.knowledge.other_ways import OTHER_WAYS
from portal.content.pages.knowledge.safety import WORKING_IN_SAFETY
from portal.content.pages.knowledge.suffrage import FORTY_YEARS
from portal.content.parts import FixedPage, Words

KNOWLEDGE = FixedPage(
    slug="kennis",
    facts={"lists_children": True},
    nl=Words(
        title="Kennis",
        intro="Over tijd, geld, regels en rechten. Bij elke pagina staat waar het vandaan komt.",
        fields={
            "empty_title": "Hier staat nog niets",
            "empty_text": "Wij schrijven de eerste pagina’s. Kijk later nog eens.",
        },
    ),
    en=Words(
        title="Knowledge",
        intro="On time, money, rules and rights. Each page says where it comes from.",
        fields={
            "empty_title": "There is nothing here yet",
            "empty_text": "We are writing the first pages. Come back later.",
        },
    ),
    children=(
        FOUR_STEPS,
        WHAT_A_COUNCILLOR_DOES,
        WATCH_A_MEETING,
        LEGAL_POSITION,
        WORKING_IN_SAFETY,
        LEARNING,
        OTHER_WAYS,
        FORTY_YEARS,
    ),
)
