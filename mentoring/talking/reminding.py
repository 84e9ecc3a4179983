"""The day before something that was agreed, both hear once more."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from mentoring.actions.meetings import tell
from mentoring.models import Meeting
from mentoring.states import Side
from mentoring.talking import emails

AHEAD = timedelta(days=1)
AT_ONCE = 200


def remind(at: datetime | None = None) -> int:
    """The sweep of each minute: how many meetings it reminded of."""
    at = at or timezone.now()
    due = Meeting.objects.to_remind(at, at + AHEAD).order_by("pk").values_list("pk", flat=True)[:AT_ONCE]
    return sum(_remind(pk, at) for pk in list(due))


@transaction.atomic
def _remind(pk: int, at: datetime) -> bool:
    """False when it was cancelled, moved or told while we waited for its lock."""
    held = Meeting.objects.select_for_update(of=("self",)).filter(pk=pk)
    meeting = held.select_related("match__participation__user", "match__mentor__user").first()
    if meeting is None or not Meeting.objects.to_remind(at, at + AHEAD).filter(pk=pk).exists():
        return False
    meeting.reminded_at = at
    meeting.save(update_fields=["reminded_at"])
    for side in Side:
        tell(emails.meeting_tomorrow, meeting, side)
    return True
