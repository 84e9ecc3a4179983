"""Which buttons stand beside a report."""

from people.roles import Visitor
from programmes.models import Report
from programmes.safety.policies import can_read_report, is_own_report
from programmes.safety.states import REPORT


def to_reporter(user: Visitor, report: Report) -> dict[str, bool]:
    """Which buttons stand there for who made it, by verb."""
    own = is_own_report(user, report)
    return {verb: own and REPORT.allows(verb, report.state) for verb in ("agree", "not_yet", "open_again")}


def to_contact(user: Visitor, report: Report) -> dict[str, bool]:
    """The same for a contact; `answer` as long as it is open."""
    may = can_read_report(user, report)
    moves = {verb: may and REPORT.allows(verb, report.state) for verb in ("take_up", "ask_to_close", "note_word")}
    return moves | {"answer": may and not report.is_closed}
