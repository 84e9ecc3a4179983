from mentoring.models.candidacy import Candidacy
from mentoring.models.match import Match
from mentoring.models.meeting import Meeting
from mentoring.models.mentor import Mentor
from mentoring.models.pairing_rules import PairingRules
from mentoring.models.profile import MenteeProfile, MentorProfile
from mentoring.models.round import Round

__all__ = ["Candidacy", "Match", "Meeting", "Mentor", "MenteeProfile", "MentorProfile", "PairingRules", "Round"]
