"""What is mailed about a complaint: that there is one, and that there is an answer. Neither says what or whose."""

from people.letters import Context, MailClass, address, message
from people.models import User
from programmes.models import Complaint
from programmes.states import ComplaintState


@message(MailClass.NEUTRAL)
def complaint_waits(recipient: User, *, complaint: str) -> Context | None:
    """To who organises the programme: by when an answer is promised."""
    found = Complaint.objects.at_the_desk_of(recipient).waiting().filter(key=complaint).first()
    return {"link": address("desk_complaints:detail", key=found.key), "until": found.answer_by} if found else None


@message(MailClass.NEUTRAL)
def complaint_answered(recipient: User, *, complaint: str) -> Context | None:
    """To who complained: the answer stands behind sign-in."""
    own = Complaint.objects.of(recipient).filter(key=complaint, state=ComplaintState.ANSWERED)
    found = own.select_related("application").first()
    return {"link": address("programmes:complaint", key=found.application.key), "minutes": 3} if found else None
