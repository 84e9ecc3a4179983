"""Making a report, answering it, following up, closing it. Locked is the report.

What who made it does stands in the journal without her: the journal must not tell who reports.
"""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from lifecycle.errors import IllegalMove, Refused
from lifecycle.journal import record
from people import letters
from people.models import User
from people.policies import require
from programmes.models import FollowUp, KeptFrom, Programme, Report, ReportAnswer
from programmes.safety import emails, policies
from programmes.safety.models.follow_up import AFTER
from programmes.safety.models.report import passed_over, readers
from programmes.safety.reporting import Reported
from programmes.safety.states import REPORT


@transaction.atomic
def send_report(
    words: str,
    *,
    by: User,
    programme: Programme | None,
    kind: str = "",
    found: Reported | None = None,
    only_to: User | None = None,
    is_named: bool = True,
    for_another: bool = False,
    at: datetime | None = None,
) -> Report:
    """To the contacts of the programme, or of these to `only_to` alone; never to whom it is about.

    Refused when there is nobody to read it: then it would lie there unread.
    """
    at = at or timezone.now()
    report = Report.objects.create(
        programme=programme,
        reporter=by,
        is_named=is_named,
        for_another=for_another,
        about=found.about if found else None,
        kind=kind if found else "",
        quoted=found.words if found else "",
        words=words,
        sent_at=at,
    )
    if only_to is not None:
        others = passed_over(report.programme_id, only_to) | {by.pk}
        KeptFrom.objects.bulk_create(KeptFrom(report=report, user_id=one) for one in sorted(others))
    if not readers(report):
        raise Refused(_("Er is nu niemand die je melding kan lezen. Bel iemand van de hulp hieronder."))
    FollowUp.objects.bulk_create(FollowUp(report=report, when=when, due_at=at + after) for when, after in AFTER.items())
    _note(report, "report", by=None, at=at)
    tell_readers(report)
    return report


def tell_readers(report: Report) -> None:
    """A letter to each who may read it and has none yet."""
    for reader in readers(report):
        letters.write(emails.report_waits, reader, key=f"report:{report.key}:{reader.pk}", report=report.key)


@transaction.atomic
def take_up(report: Report, *, by: User, at: datetime | None = None) -> Report:
    report = _lock(report)
    require(policies.can_read_report(by, report))
    return _move(report, "take_up", by=by, at=at)


@transaction.atomic
def answer(report: Report, words: str, *, by: User, at: datetime | None = None) -> ReportAnswer:
    """In words, by a contact. A report that was only sent is taken up with it; one that is closed takes none."""
    report = _lock(report)
    require(policies.can_read_report(by, report))
    _require_open(report)
    if REPORT.allows("take_up", report.state):
        _move(report, "take_up", by=by, at=at)
    return _say(report, words, by=by, at=at)


@transaction.atomic
def add(report: Report, words: str, *, by: User, at: datetime | None = None) -> ReportAnswer:
    """Who made it says something more; the contacts hear that she did."""
    report = _lock(report)
    require(policies.is_own_report(by, report))
    _require_open(report)
    said = ReportAnswer.objects.create(report=report, by_contact=False, words=words, said_at=at or timezone.now())
    for reader in readers(report):
        key = f"report_added:{report.key}:{said.pk}:{reader.pk}"
        letters.write(emails.report_added, reader, key=key, report=report.key)
    return said


@transaction.atomic
def ask_to_close(report: Report, words: str, *, by: User, at: datetime | None = None) -> Report:
    """The contact asks, with what she has to say, whether it is done for the person."""
    report = _lock(report)
    require(policies.can_read_report(by, report))
    _move(report, "ask_to_close", by=by, at=at)
    _say(report, words, by=by, at=at)
    return report


@transaction.atomic
def not_yet(report: Report, *, by: User, at: datetime | None = None) -> Report:
    report = _lock(report)
    require(policies.is_own_report(by, report))
    return _tell_of(_move(report, "not_yet", by=None, at=at), at)


@transaction.atomic
def agree(report: Report, *, by: User, at: datetime | None = None) -> Report:
    """The person says herself that it is done: it closes."""
    at = at or timezone.now()
    report = _lock(report)
    require(policies.is_own_report(by, report))
    report.agreed_on, report.closed_at = timezone.localdate(at), at
    return _move(report, "agree", by=None, at=at)


@transaction.atomic
def note_word(report: Report, day: date, *, by: User, at: datetime | None = None) -> Report:
    """The contact notes on which day the person said that it is done: it closes, and the person reads that."""
    at = at or timezone.now()
    report = _lock(report)
    require(policies.can_read_report(by, report))
    if not timezone.localdate(report.sent_at) <= day <= timezone.localdate(at):
        raise Refused(_("Kies een dag tussen de dag van de melding en vandaag."))
    report.agreed_on, report.closed_at = day, at
    _move(report, "note_word", by=by, at=at)
    key = f"report_closed:{report.key}:{int(at.timestamp())}"
    letters.write(emails.report_said, report.reporter, key=key, report=report.key)
    return report


@transaction.atomic
def open_again(report: Report, *, by: User, at: datetime | None = None) -> Report:
    """Who made it is not done with it after all."""
    report = _lock(report)
    require(policies.is_own_report(by, report))
    report.agreed_on = report.closed_at = None
    return _tell_of(_move(report, "open_again", by=None, at=at), at)


@transaction.atomic
def follow_up(what: FollowUp, *, by: User, at: datetime | None = None) -> FollowUp:
    """The contact asked again how it is. Refused before its day: then nobody would ask when it has come."""
    at = at or timezone.now()
    report = _lock(what.report)
    require(policies.can_read_report(by, report))
    _require_open(report)
    found = FollowUp.objects.get(pk=what.pk)
    if not found.is_due(at):
        day = date_format(timezone.localtime(found.due_at), "j F Y")
        raise Refused(_("Dit is voor later. Vraag het op of na %(day)s.") % {"day": day})
    if found.done_at is None:
        found.done_at = at
        found.save(update_fields=["done_at"])
        _note(report, "follow_up", by=by, at=at)
    return found


def _lock(report: Report) -> Report:
    found = Report.objects.select_for_update(of=("self",)).filter(pk=report.pk).first()
    if found is None:
        raise IllegalMove(REPORT.name, "lock", "gone")
    return found


def _require_open(report: Report) -> None:
    if report.is_closed:
        raise IllegalMove(REPORT.name, "answer", report.state)


def _move(report: Report, verb: str, *, by: User | None, at: datetime | None) -> Report:
    was, report.state = report.state, REPORT.target(verb, report.state)
    report.save(update_fields=["state", "agreed_on", "closed_at"])
    _note(report, verb, by=by, was=was, at=at)
    return report


def _say(report: Report, words: str, *, by: User, at: datetime | None) -> ReportAnswer:
    said = ReportAnswer.objects.create(report=report, by_contact=True, words=words, said_at=at or timezone.now())
    _note(report, "answer", by=by, at=at)
    key = f"report_said:{report.key}:{said.pk}"
    letters.write(emails.report_said, report.reporter, key=key, report=report.key)
    return said


def _tell_of(report: Report, at: datetime | None) -> Report:
    """Each reader hears of a press by who made it."""
    for reader in readers(report):
        key = f"report_pressed:{report.key}:{int((at or timezone.now()).timestamp())}:{reader.pk}"
        letters.write(emails.report_added, reader, key=key, report=report.key)
    return report


def _note(report: Report, verb: str, *, by: User | None, was: str = "", at: datetime | None) -> None:
    """Without a scope: what an organisation reads of itself holds no reports."""
    record(report, verb, by=by, was=was, now=report.state, at=at)


# Each minute -------------------------------------------------------------------------------------


def keep_up(at: datetime | None = None) -> int:
    """Each follow-up whose time came gives its readers one letter; how many follow-ups."""
    at = at or timezone.now()
    return sum(_tell_due(one, at) for one in FollowUp.objects.to_tell(at).select_related("report"))


@transaction.atomic
def _tell_due(what: FollowUp, at: datetime) -> bool:
    report = _lock(what.report)
    if not FollowUp.objects.to_tell(at).filter(pk=what.pk).update(told_at=at):
        return False  # done, told or closed in between
    for reader in readers(report):
        key = f"report_follow_up:{what.pk}:{reader.pk}"
        letters.write(emails.report_follow_up, reader, key=key, follow_up=what.pk)
    return True


def tell_new_readers() -> int:
    """A contact came or went: who may read an open report now hears of it, once. How many reports are open."""
    found = list(Report.objects.open())
    for report in found:
        tell_readers(report)
    return len(found)
