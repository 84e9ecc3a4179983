from mentoring.alumni.models import Barrier, MentorInvitation, NetworkMember, NetworkQuestion
from mentoring.asking.models import Enquiry, Suggestion
from mentoring.computing.models import Computation
from mentoring.models.candidacy import Candidacy
from mentoring.models.match import Match
from mentoring.models.meeting import Meeting
from mentoring.models.mentor import Mentor
from mentoring.models.pairing_rules import PairingRules
from mentoring.models.profile import MenteeProfile, MentorProfile
from mentoring.models.round import Round
from mentoring.pace.models import Agreement, CheckIn, Goal, MentorWish, Nudge, Pace
from mentoring.power.models import PowerRole
from mentoring.talking.models import ContactCard, PairMail, PairMessage
from mentoring.vetting.models import Concern, HeldOffice, MentorMaterial

__all__ = [
    "Agreement",
    "Barrier",
    "Candidacy",
    "CheckIn",
    "Computation",
    "Concern",
    "ContactCard",
    "Enquiry",
    "Goal",
    "HeldOffice",
    "Match",
    "Meeting",
    "MenteeProfile",
    "Mentor",
    "MentorInvitation",
    "MentorMaterial",
    "MentorProfile",
    "MentorWish",
    "NetworkMember",
    "NetworkQuestion",
    "Nudge",
    "Pace",
    "PairMail",
    "PairMessage",
    "PairingRules",
    "PowerRole",
    "Round",
    "Suggestion",
]
