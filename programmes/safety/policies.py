"""Who may block, report, read reports, and close a programme under threat."""

from people.models import User
from people.roles import Visitor, is_administrator
from programmes.models import Programme, Report, SafeguardingContact


def can_block(user: Visitor, about: User) -> bool:
    return user.is_authenticated and user.pk != about.pk


def can_switch_threat(user: Visitor, programme: Programme) -> bool:
    """A safeguarding contact of the programme, or an administrator."""
    if not user.is_authenticated:
        return False
    contacts = SafeguardingContact.objects.filter(user=user.pk, programme=programme)
    return contacts.exists() or is_administrator(user)


def is_own_report(user: Visitor, report: Report) -> bool:
    return user.is_authenticated and report.reporter_id == user.pk


def can_read_report(user: Visitor, report: Report) -> bool:
    """A safeguarding contact to whom it goes. Nobody else, whoever organises or administers."""
    return Report.objects.to_be_read_by(user).filter(pk=report.pk).exists()
