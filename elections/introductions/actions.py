from datetime import datetime

from django.utils import timezone

from elections.models import Body, IntroductionCount
from lifecycle.counting import add_one


def take_along(body: Body, *, at: datetime | None = None) -> None:
    """Count that a card was taken along. Of which party, from where and by whom is kept nowhere."""
    add_one(IntroductionCount, "taken", kind=body.kind, year=timezone.localdate(at).year)
