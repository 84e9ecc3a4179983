from datetime import datetime, timedelta
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

LONGEST_WAIT = timedelta(hours=6)


class LeasedQuerySet(models.QuerySet):
    def waiting(self) -> Self:
        return self.filter(done_at=None, failed_at=None)

    def due(self, at: datetime | None = None) -> Self:
        """Not done, not given up, and in nobody's hands (or in the hands of a worker that died)."""
        at = at or timezone.now()
        return self.waiting().filter(Q(leased_until=None) | Q(leased_until__lte=at))

    def claim(self, pk: int, *, seconds: int, at: datetime | None = None) -> bool:
        """Take one row for `seconds`; False when another worker was first. One UPDATE, so it cannot be half."""
        at = at or timezone.now()
        return bool(
            self.due(at)
            .filter(pk=pk)
            .update(leased_until=at + timedelta(seconds=seconds), attempts=F("attempts") + 1)
        )


class Leased(models.Model):
    """Work that must not be lost: a row of its own, taken for a while by whoever does it.

    The task queue only says "look". A worker that is killed lets its lease run out, and the
    sweep of each minute takes the row up again (docs/decisions/0002).
    """

    MOST_ATTEMPTS = 8

    leased_until = models.DateTimeField(null=True, blank=True, editable=False)
    attempts = models.PositiveSmallIntegerField(default=0, editable=False)
    done_at = models.DateTimeField(null=True, blank=True, editable=False)
    failed_at = models.DateTimeField(null=True, blank=True, editable=False)
    # The kind of fault only: an error's text can hold an address or a name.
    fault = models.CharField(max_length=100, blank=True, editable=False)

    objects = LeasedQuerySet.as_manager()

    class Meta:
        abstract = True

    def finish(self, at: datetime | None = None) -> None:
        self.done_at, self.leased_until, self.fault = at or timezone.now(), None, ""
        self.save(update_fields=["done_at", "leased_until", "fault"])

    def put_back(self, error: Exception, at: datetime | None = None) -> None:
        """After a fault: try again later, each time later; after MOST_ATTEMPTS someone must look."""
        at = at or timezone.now()
        self.refresh_from_db(fields=["attempts"])
        self.fault = type(error).__name__
        if self.attempts >= self.MOST_ATTEMPTS:
            self.failed_at, self.leased_until = at, None
        else:
            self.leased_until = at + min(timedelta(minutes=2**self.attempts), LONGEST_WAIT)
        self.save(update_fields=["fault", "failed_at", "leased_until"])
