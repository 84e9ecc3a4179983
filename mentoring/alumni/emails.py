"""The mails of this room. All neutral: what to do and how long it takes; never about whom or which programme."""

from django.utils import timezone

from mentoring.alumni.models import Barrier, MentorInvitation, NetworkMember, NetworkQuestion
from mentoring.alumni.states import BarrierState
from people.letters import Context, MailClass, address, message
from people.models import User
from programmes.safety.blocking import blocked_between


@message(MailClass.NEUTRAL)
def network_renewal(recipient: User, *, member: str) -> Context | None:
    """May the name stay for another year?"""
    found = NetworkMember.objects.of(recipient).standing().filter(key=member).select_related("programme").first()
    if found is None:
        return None
    link = address("mentoring:network", key=found.programme.key)
    return {"link": link, "until": timezone.localdate(found.until), "minutes": 1}


@message(MailClass.NEUTRAL)
def question_waiting(recipient: User, *, question: str) -> Context | None:
    found = NetworkQuestion.objects.filter(member__user=recipient, key=question, answered_at=None).first()
    if found is None or blocked_between(recipient, found.asker):
        return None
    return {"link": address("mentoring:network_question", key=found.key)}


@message(MailClass.NEUTRAL)
def question_answered(recipient: User, *, question: str) -> Context | None:
    found = NetworkQuestion.objects.filter(asker=recipient, key=question).select_related("member__user").first()
    if found is None or blocked_between(recipient, found.member.user):
        return None
    return {"link": address("mentoring:network_question", key=found.key)}


@message(MailClass.NEUTRAL)
def barrier_answered(recipient: User, *, barrier: str) -> Context | None:
    """It was placed, or it came back: which of the two stands behind sign-in."""
    found = Barrier.objects.of(recipient).filter(key=barrier).exclude(state=BarrierState.TOLD).first()
    return {"link": address("mentoring:barrier", key=found.key)} if found else None


@message(MailClass.NEUTRAL)
def mentor_invited(recipient: User, *, invitation: str) -> Context | None:
    found = MentorInvitation.objects.waiting().filter(user=recipient, key=invitation).select_related("programme")
    if (one := found.first()) is None:
        return None
    return {"link": address("mentoring:become_mentor", key=one.programme.key), "minutes": 5}
