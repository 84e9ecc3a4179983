"""The worker's part: works out the pairs of a round without holding it, and lays them ready as one.

Killed at any moment, nothing is laid ready or everything; a lease that ran out lets another worker begin anew, and
whoever is first is the one that counts (docs/decisions/0002).
"""

import logging
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from mentoring.actions.rounds import find_pairs, lay_pairs, lock_round
from mentoring.bare_pool import undisturbed
from mentoring.computing.models import Stage
from mentoring.models import Computation, Round
from people.models import User

logger = logging.getLogger(__name__)

LEASE_SECONDS = 300


class Overtaken(Exception):
    """Another worker was first, or the round was dropped: what this one found is for nobody."""


class NobodyAsks(Exception):
    """The account of who asked is gone."""


def compute_due(at: datetime | None = None) -> int:
    """Work out what waits; how many rounds."""
    due = Computation.objects.due(at).order_by("asked_at", "pk").values_list("pk", flat=True)
    return sum(_take(pk, at) for pk in list(due))


def _take(pk: int, at: datetime | None) -> bool:
    asked = Computation.objects.claim(pk, seconds=LEASE_SECONDS, at=at)
    if asked is None:
        return False
    try:
        compute(asked, at)
    except Overtaken:
        return False
    except Exception as error:  # whatever went wrong, the round must come back
        logger.warning("computation %s put back: %s", asked.pk, type(error).__name__)
        asked.put_back(error, at)
        return False
    return True


@undisturbed()
def compute(asked: Computation, at: datetime | None = None) -> None:
    at = at or timezone.now()
    _tell_how_far(asked, Stage.READING)
    round = Round.objects.select_related("edition__programme").get(pk=asked.round_id)
    by = _who_asked(asked)
    _tell_how_far(asked, Stage.SOLVING)
    found = find_pairs(round, by=by, at=at)
    _tell_how_far(asked, Stage.WRITING)
    with transaction.atomic():
        round = lock_round(round, by)  # before the row of the computation: who drops the round comes in that order
        if not asked.finish(at):
            raise Overtaken
        lay_pairs(round, found, by=by, at=at)


def _who_asked(asked: Computation) -> User:
    if asked.by is None:
        raise NobodyAsks
    return asked.by


def _tell_how_far(asked: Computation, stage: Stage) -> None:
    """Outside the transaction that lays the pairs ready: who looks at the page sees it move."""
    mine = Computation.objects.waiting().filter(pk=asked.pk, attempts=asked.attempts)
    mine.update(stage=stage)
