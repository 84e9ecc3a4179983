"""Who may sign the code of conduct."""

from mentoring.models import Mentor
from mentoring.policies import is_own_mentorship
from mentoring.states import MentorState
from people.roles import Visitor


def can_sign_code(user: Visitor, mentor: Mentor) -> bool:
    """Herself, while she mentors or asks to."""
    return is_own_mentorship(user, mentor) and mentor.state in (MentorState.APPLIED, MentorState.ADMITTED)
