"""Names on official lists: of people without an account, so nothing to export or erase by account, and soon gone.

What a person with an account said about herself (which entry is hers, and what became of it) is kept a floor higher.
"""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from elections.models import BodyElection, CandidateList, ElectedCandidate, ElectionFile, ListEntry
from people.models import User
from people.privacy import KeepUntil, PersonalData

NAMES = (ElectionFile.Message.LISTS, ElectionFile.Message.RESULT)


def export(user: User) -> dict[str, Any]:
    return {}


def erase(user: User) -> None:
    """A list stands in the official register with or without her account."""


def _with_names() -> QuerySet[BodyElection]:
    of_this = {"body_election": OuterRef("pk")}
    return BodyElection.objects.filter(
        Exists(CandidateList.objects.filter(**of_this)) | Exists(ElectedCandidate.objects.filter(**of_this))
    )


def _result_read(before: datetime) -> QuerySet[BodyElection]:
    return _with_names().filter(result_at__lt=before)


def _never_a_result(before: datetime) -> QuerySet[BodyElection]:
    """The result did not come: the lists do not wait for ever."""
    read_since = ElectionFile.objects.filter(body_election=OuterRef("pk"), imported_at__gte=before)
    long_ago = Q(election_day__lt=timezone.localdate(before))
    return _with_names().filter(long_ago, ~Exists(read_since), result_at=None)


def forget_names(over: QuerySet[BodyElection]) -> int:
    """The names go, and that their files were read; whose election it was and when it had a result stays."""
    keys = list(over.values_list("pk", flat=True))
    for key in keys:
        # Row by row would fetch each of thousands first.
        ListEntry.objects.filter(candidate_list__body_election=key)._raw_delete(over.db)
        CandidateList.objects.filter(body_election=key)._raw_delete(over.db)
        ElectedCandidate.objects.filter(body_election=key)._raw_delete(over.db)
        ElectionFile.objects.filter(body_election=key, message__in=NAMES).delete()
    return len(keys)


ELECTIONS = PersonalData(
    title=_("Verkiezingen"),
    models=("elections.CandidateList", "elections.ListEntry", "elections.ElectedCandidate"),
    export=export,
    erase=erase,
    keep_until=(
        KeepUntil(
            "official_lists",
            timedelta(days=91),
            _("een officiële kandidatenlijst, nadat de uitslag is ingelezen"),
            _result_read,
            remove=forget_names,
        ),
        KeepUntil(
            "official_lists_without_result",
            timedelta(days=365),
            _("een officiële kandidatenlijst, als er geen uitslag komt"),
            _never_a_result,
            remove=forget_names,
        ),
    ),
)
