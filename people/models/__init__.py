from people.models.consent import Consent, ConsentText
from people.models.help_record import HelpRecord
from people.models.invitation import Invitation, RoleProposal
from people.models.letter import Letter
from people.models.mail_code import MailCode
from people.models.organisation import Membership, Organisation
from people.models.seen import PersonSeen
from people.models.user import User

__all__ = [
    "Consent",
    "ConsentText",
    "HelpRecord",
    "Invitation",
    "Letter",
    "MailCode",
    "Membership",
    "Organisation",
    "PersonSeen",
    "RoleProposal",
    "User",
]
