from programmes.models.application import Answer, Application
from programmes.models.ask_card import AskCard, AskCount
from programmes.models.booking import Booking, Rating
from programmes.models.call_back import CallBack
from programmes.models.colleague_approval import ColleagueApproval
from programmes.models.criterion import Criterion
from programmes.models.edition import Edition
from programmes.models.editors_group import EditorsGroup
from programmes.models.event import Event
from programmes.models.group_meeting import GroupMeeting
from programmes.models.index_page import ProgrammeIndexPage
from programmes.models.interest import Interest
from programmes.models.participation import Participation
from programmes.models.phase import Phase
from programmes.models.programme import Carrier, Programme
from programmes.models.programme_page import ProgrammePage
from programmes.models.question import Question
from programmes.models.registration import Registration
from programmes.models.safeguarding_contact import SafeguardingContact
from programmes.models.session import Session, SessionOffer
from programmes.models.story import Story
from programmes.models.story_page import StoryIndexPage, StoryPage

__all__ = [
    "Answer",
    "Application",
    "AskCard",
    "AskCount",
    "Booking",
    "CallBack",
    "Carrier",
    "ColleagueApproval",
    "Criterion",
    "Edition",
    "EditorsGroup",
    "Event",
    "GroupMeeting",
    "Interest",
    "Participation",
    "Phase",
    "Programme",
    "ProgrammeIndexPage",
    "ProgrammePage",
    "Question",
    "Rating",
    "Registration",
    "SafeguardingContact",
    "Session",
    "SessionOffer",
    "Story",
    "StoryIndexPage",
    "StoryPage",
]
