from datetime import datetime, timedelta
from typing import Any, Self

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

LONGEST_WAIT = timedelta(hours=6)


class LeasedQuerySet(models.QuerySet):
    def waiting(self) -> Self:
        return self.filter(done_at=None, failed_at=None)

    def given_up(self) -> Self:
        """What someone must look at: tried too often."""
        return self.filter(done_at=None).exclude(failed_at=None)

    def due(self, at: datetime | None = None) -> Self:
        """Not done, not given up, and in nobody's hands (or in the hands of a worker that died)."""
        at = at or timezone.now()
        return self.waiting().filter(Q(leased_until=None) | Q(leased_until__lte=at))

    def claim(self, pk: int, *, seconds: int, at: datetime | None = None) -> Any | None:
        """Take one row for `seconds` and get it; None when another worker was first.

        One UPDATE decides, so two workers never both get the row.
        """
        at = at or timezone.now()
        taken = (
            self.due(at).filter(pk=pk).update(leased_until=at + timedelta(seconds=seconds), attempts=F("attempts") + 1)
        )
        return self.get(pk=pk) if taken else None


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

    def finish(self, at: datetime | None = None, **fields: Any) -> bool:
        """Done, also when the lease ran out meanwhile: what is done must not be done again.

        `fields` are saved along. False when another worker finished it before.
        """
        return self._settle(
            type(self).objects.filter(pk=self.pk, done_at=None),
            done_at=at or timezone.now(),
            failed_at=None,
            leased_until=None,
            fault="",
            **fields,
        )

    def put_back(self, error: Exception, at: datetime | None = None) -> bool:
        """After a fault: try again later, each time later; after MOST_ATTEMPTS someone must look.

        Says nothing and returns False when the lease ran out and another worker has the row.
        """
        at = at or timezone.now()
        mine = type(self).objects.waiting().filter(pk=self.pk, attempts=self.attempts)
        fault = type(error).__name__[:100]
        if self.attempts >= self.MOST_ATTEMPTS:
            return self._settle(mine, fault=fault, failed_at=at, leased_until=None)
        wait = min(timedelta(minutes=2**self.attempts), LONGEST_WAIT)
        return self._settle(mine, fault=fault, leased_until=at + wait)

    def _settle(self, row: LeasedQuerySet, **fields: Any) -> bool:
        if not row.update(**fields):
            return False
        for name, value in fields.items():
            setattr(self, name, value)
        return True
