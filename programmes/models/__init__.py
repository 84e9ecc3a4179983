from programmes.models.application import Answer, Application
from programmes.models.criterion import Criterion
from programmes.models.edition import Edition
from programmes.models.event import Event
from programmes.models.index_page import ProgrammeIndexPage
from programmes.models.participation import Participation
from programmes.models.phase import Phase
from programmes.models.programme import Carrier, Programme
from programmes.models.programme_page import ProgrammePage
from programmes.models.question import Question
from programmes.models.safeguarding_contact import SafeguardingContact
from programmes.models.story import Story
from programmes.models.story_page import StoryIndexPage, StoryPage

__all__ = [
    "Answer",
    "Application",
    "Carrier",
    "Criterion",
    "Edition",
    "Event",
    "Participation",
    "Phase",
    "Programme",
    "ProgrammeIndexPage",
    "ProgrammePage",
    "Question",
    "SafeguardingContact",
    "Story",
    "StoryIndexPage",
    "StoryPage",
]
