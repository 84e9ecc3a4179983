"""One neutral mail: there is an answer. What was asked and answered stands behind sign-in."""

from mentoring.asking import policies
from mentoring.models import Enquiry
from people.letters import Context, MailClass, address, message
from people.models import User


@message(MailClass.NEUTRAL)
def enquiry_answered(recipient: User, *, enquiry: str) -> Context | None:
    """To who asked, while she can still choose."""
    found = Enquiry.objects.filter(key=enquiry, answered_at__isnull=False)
    one = found.select_related("match__participation", "match__mentor").first()
    if one is None or one.match.side_of(recipient) != one.side or not policies.shows_ask_first(recipient, one.match):
        return None
    return {"link": address("mentoring:proposal", key=one.match.key), "until": one.match.last_day, "minutes": 2}
