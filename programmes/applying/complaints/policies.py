"""Who may complain, take that back, and answer it."""

from people.roles import Visitor
from programmes.models import Application, Complaint
from programmes.policies import is_own_application
from programmes.states import COMPLAINT


def can_complain(user: Visitor, application: Application) -> bool:
    """About what was sent, whatever came of it."""
    return is_own_application(user, application) and not application.is_draft


def can_take_back_complaint(user: Visitor, complaint: Complaint) -> bool:
    return is_own_application(user, complaint.application)


def can_answer_complaint(user: Visitor, complaint: Complaint) -> bool:
    """Who organises the programme, once the person agrees to be seen; never about oneself, never an administrator."""
    return (
        not is_own_application(user, complaint.application)
        and Complaint.objects.at_the_desk_of(user).filter(pk=complaint.pk).exists()
        and not complaint.application.awaits_consent
    )


def shows_answer(user: Visitor, complaint: Complaint) -> bool:
    """Whether the form for an answer stands there."""
    return COMPLAINT.allows("answer", complaint.state) and can_answer_complaint(user, complaint)
