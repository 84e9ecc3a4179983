from programmes.models.access_need import AccessNeed, Provision
from programmes.models.application import Answer, Application
from programmes.models.arrangement import Arrangement, ArrangementName, EditionPartner
from programmes.models.ask_card import AskCard, AskCount
from programmes.models.attendance import Attendance, PhaseDone
from programmes.models.booking import Booking, Rating
from programmes.models.call_back import CallBack
from programmes.models.colleague_approval import ColleagueApproval
from programmes.models.complaint import Complaint
from programmes.models.contact_note import ContactNote
from programmes.models.conversation import Conversation
from programmes.models.criterion import Criterion
from programmes.models.edition import Edition
from programmes.models.editors_group import EditorsGroup
from programmes.models.event import Event
from programmes.models.group_meeting import GroupMeeting
from programmes.models.group_member import GroupMember
from programmes.models.group_message import GroupLetter, GroupMessage, MailStop
from programmes.models.import_run import Becomes, ImportRun, ImportSheet
from programmes.models.imported import Imported
from programmes.models.index_page import ProgrammeIndexPage
from programmes.models.interest import Interest
from programmes.models.material import Material
from programmes.models.participation import Participation
from programmes.models.phase import Phase
from programmes.models.pool_contact import PoolContact
from programmes.models.programme import Carrier, Programme
from programmes.models.programme_page import ProgrammePage
from programmes.models.question import Question
from programmes.models.registration import Registration
from programmes.models.review import CriterionJudgement, EditionReviewer, Review
from programmes.models.safeguarding_contact import SafeguardingContact
from programmes.models.session import Session, SessionOffer
from programmes.models.story import Story
from programmes.models.story_page import StoryIndexPage, StoryPage
from programmes.models.supporter_code import SupporterCode
from programmes.safety.models import Block, FollowUp, Hidden, KeptFrom, Report, ReportAnswer, ThreatMode

__all__ = [
    "AccessNeed",
    "Answer",
    "Application",
    "Arrangement",
    "ArrangementName",
    "AskCard",
    "AskCount",
    "Attendance",
    "Becomes",
    "Block",
    "Booking",
    "CallBack",
    "Carrier",
    "ColleagueApproval",
    "Complaint",
    "ContactNote",
    "Conversation",
    "Criterion",
    "CriterionJudgement",
    "Edition",
    "EditionReviewer",
    "EditionPartner",
    "EditorsGroup",
    "FollowUp",
    "Event",
    "GroupLetter",
    "GroupMeeting",
    "GroupMember",
    "GroupMessage",
    "Hidden",
    "ImportRun",
    "ImportSheet",
    "Imported",
    "Interest",
    "KeptFrom",
    "MailStop",
    "Material",
    "Participation",
    "Phase",
    "PhaseDone",
    "PoolContact",
    "Programme",
    "ProgrammeIndexPage",
    "ProgrammePage",
    "Provision",
    "Question",
    "Rating",
    "Registration",
    "Report",
    "ReportAnswer",
    "Review",
    "SafeguardingContact",
    "Session",
    "SessionOffer",
    "Story",
    "StoryIndexPage",
    "StoryPage",
    "SupporterCode",
    "ThreatMode",
]
