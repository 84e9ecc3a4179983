from datetime import datetime

from django.utils import timezone

from elections.models import Body, IntroductionCount


def take_along(body: Body, *, at: datetime | None = None) -> None:
    """Count that a card was taken along. Of which party, from where and by whom is kept nowhere."""
    IntroductionCount.add_one(body.kind, timezone.localdate(at).year)
