from programmes.safety.models.block import Block
from programmes.safety.models.follow_up import FollowUp
from programmes.safety.models.hidden import Hidden
from programmes.safety.models.report import KeptFrom, Report
from programmes.safety.models.report_answer import ReportAnswer
from programmes.safety.models.threat_mode import ThreatMode

__all__ = ["Block", "FollowUp", "Hidden", "KeptFrom", "Report", "ReportAnswer", "ThreatMode"]
