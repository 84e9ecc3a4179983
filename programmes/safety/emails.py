"""What is mailed about a report: that something waits. Never what, of whom or where. None names the matter itself.

To who made it goes, word for word, the mail about a message of a pair (mentoring.talking extends its templates): a
mailbox tells of no report. What is true of one alone stands in neither.
"""

from people.letters import Context, MailClass, address, message
from people.models import User
from programmes.models import FollowUp, Programme, Report
from programmes.models.safeguarding_contact import enough_contacts


@message(MailClass.NEUTRAL)
def report_waits(recipient: User, *, report: str) -> Context | None:
    """To who may read it: it is there."""
    found = Report.objects.to_be_read_by(recipient).open().filter(key=report).first()
    return {"link": address("safety:read", key=found.key), "minutes": 10} if found else None


@message(MailClass.NEUTRAL)
def report_added(recipient: User, *, report: str) -> Context | None:
    """To who may read it: the person who made it said something more."""
    found = Report.objects.to_be_read_by(recipient).filter(key=report).first()
    return {"link": address("safety:read", key=found.key), "minutes": 5} if found else None


@message(MailClass.NEUTRAL)
def report_follow_up(recipient: User, *, follow_up: str) -> Context | None:
    """To who may read it: a day has come to ask how it is."""
    found = FollowUp.objects.waiting().filter(pk=follow_up).select_related("report").first()
    if found is None or not Report.objects.to_be_read_by(recipient).filter(pk=found.report_id).exists():
        return None
    return {"link": address("safety:read", key=found.report.key), "minutes": 10}


@message(MailClass.NEUTRAL)
def report_said(recipient: User, *, report: str) -> Context | None:
    """To who made it: there is something to read."""
    found = Report.objects.of(recipient).filter(key=report).first()
    return {"link": address("safety:read", key=found.key), "minutes": 2} if found else None


@message(MailClass.NEUTRAL)
def contacts_short(recipient: User, *, programme: str) -> Context | None:
    """To who organises it: somebody to talk to safely is missing while people take part."""
    found = Programme.objects.carried_by(recipient).filter(key=programme).first()
    if found is None or enough_contacts(found):
        return None
    return {"link": address("desk_programmes:edit", pk=found.pk), "minutes": 5}
