"""Telling that you stand on a list, saying which entry is yours, and what the result makes of it.

Locked are, in this order, the person and the candidacy: taking a consent back locks the person first too.
"""

import hashlib
import hmac
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import F, OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _

from elections import lists
from elections.models import Body, BodyElection, Election, ListEntry
from lifecycle.errors import IllegalMove, Refused
from lifecycle.journal import record
from mentoring.models import Candidacy
from mentoring.models.candidacy import CandidacyQuerySet
from mentoring.progression import policies
from mentoring.progression.consent_purposes import CANDIDACY, CANDIDACY_ENTRY
from mentoring.progression.emails import candidacy_outcome
from mentoring.states import CANDIDACY as MACHINE
from mentoring.states import CandidacyState
from people import consent, letters
from people.models import User
from people.policies import require

AT_ONCE = 500
"""Results looked up in one round of the worker."""

VERB_OF_OUTCOME = {lists.Outcome.ELECTED: "elect", lists.Outcome.NOT_ELECTED: "pass_by"}
STATE_OF_OUTCOME = {
    lists.Outcome.ELECTED: CandidacyState.ELECTED,
    lists.Outcome.NOT_ELECTED: CandidacyState.NOT_ELECTED,
}


class NotYours(Refused):
    """This entry cannot be the one of this person."""


@transaction.atomic
def tell_candidacy(election: Election, body: Body, *, by: User, at: datetime | None = None) -> Candidacy:
    """ "Ik sta op de lijst": with a yes to keeping that. Twice is once."""
    require(policies.can_tell_candidacy(by))
    if not Election.objects.for_body(body).filter(pk=election.pk).exists():
        raise Refused(_("Deze verkiezing is niet van dit bestuur. Kies een verkiezing uit de lijst."))
    at = at or timezone.now()
    _lock_person(by)
    candidacy, is_new = Candidacy.objects.get_or_create(user=by, election=election, body=body, defaults={"told_at": at})
    consent.give(by, CANDIDACY.name, about=candidacy.key, at=at)
    if is_new:
        record(candidacy, "tell", by=by, now=candidacy.state, at=at)
    return candidacy


@transaction.atomic
def claim_entry(
    candidacy: Candidacy, entry: ListEntry, *, words: str, by: User, at: datetime | None = None
) -> Candidacy:
    """ "Dit ben ik": ties the candidacy to one entry, encrypted, with a consent of its own.

    `words` is the name that was searched by. NotYours for an entry of another body or election, for one that
    does not look like that name, and for one that somebody else has claimed.
    """
    at = at or timezone.now()
    _lock_person(by)
    candidacy = _locked(candidacy)
    require(policies.can_change_candidacy(by, candidacy))
    was, candidacy.state = candidacy.state, MACHINE.target("claim", candidacy.state)
    _need_own(candidacy, entry, words)
    candidacy.entry = lists.reference(entry)
    candidacy.claim_digest = digest_of(candidacy.entry)
    candidacy.place, candidacy.claimed_at = entry.number, at
    try:
        with transaction.atomic():
            candidacy.save(update_fields=["state", "entry", "claim_digest", "place", "claimed_at"])
    except IntegrityError:
        raise NotYours(_taken()) from None
    consent.give(by, CANDIDACY_ENTRY.name, about=candidacy.key, at=at)
    record(candidacy, "claim", by=by, was=was, now=candidacy.state, at=at)
    _settle(candidacy, at)
    return candidacy


@transaction.atomic
def let_entry_go(candidacy: Candidacy, *, by: User, at: datetime | None = None) -> None:
    """The wrong entry: taking back the consent removes the tie."""
    _lock_person(by)
    candidacy = _locked(candidacy)
    require(policies.can_change_candidacy(by, candidacy))
    MACHINE.target("let_go", candidacy.state)
    if not consent.withdraw(by, CANDIDACY_ENTRY.name, about=candidacy.key, at=at):
        forget_entry(by, candidacy.key)


@transaction.atomic
def remove_candidacy(candidacy: Candidacy, *, by: User, at: datetime | None = None) -> None:
    """Nothing of it stays."""
    _lock_person(by)
    require(policies.can_change_candidacy(by, candidacy))
    if not consent.withdraw(by, CANDIDACY.name, about=candidacy.key, at=at):
        forget_candidacy(by, candidacy.key)


@transaction.atomic
def forget_entry(user: User, about: UUID | None) -> None:
    """What rested on the consent goes at once: the tie, the place, the outcome."""
    for candidacy in Candidacy.objects.select_for_update().claimed().filter(user=user, key=about):
        was, candidacy.state = candidacy.state, MACHINE.target("let_go", candidacy.state)
        candidacy.entry, candidacy.claim_digest, candidacy.place = "", None, None
        candidacy.claimed_at = candidacy.outcome_at = None
        candidacy.save()
        record(candidacy, "let_go", by=user, was=was, now=candidacy.state)


@transaction.atomic
def forget_candidacy(user: User, about: UUID | None) -> None:
    for candidacy in Candidacy.objects.select_for_update().filter(user=user, key=about):
        record(candidacy, "forget", by=user, was=candidacy.state)
        consent.withdraw(user, CANDIDACY_ENTRY.name, about=about)
        Candidacy.objects.filter(pk=candidacy.pk).delete()


def look_up_results(at: datetime | None = None) -> int:
    """Sweep: what the official result says of those who claimed an entry, also when it was corrected since."""
    due = _with_result(Candidacy.objects.claimed()).filter(Q(outcome_at=None) | Q(outcome_at__lt=F("result_at")))
    return sum(_look_up(pk, at or timezone.now()) for pk in list(due.values_list("pk", flat=True)[:AT_ONCE]))


def digest_of(reference: str) -> str:
    """The same for the same entry, and no way back without the secret, which never changes and is in no database."""
    return hmac.new(settings.ROUNDING_SECRET.encode(), f"entry:{reference}".encode(), hashlib.sha256).hexdigest()


def _with_result(candidacies: CandidacyQuerySet) -> CandidacyQuerySet:
    """Adds `result_at`: since when we know who was elected there; left out are those where nobody knows."""
    known = BodyElection.objects.with_result().filter(election=OuterRef("election"), body=OuterRef("body"))
    newest = Subquery(known.order_by("-result_at").values("result_at")[:1])
    return candidacies.annotate(result_at=newest).filter(result_at__isnull=False)


@transaction.atomic
def _look_up(pk: int, at: datetime) -> bool:
    candidacy = Candidacy.objects.select_for_update(of=("self",)).select_related("user").filter(pk=pk).first()
    return candidacy is not None and _settle(candidacy, at)


def _settle(candidacy: Candidacy, at: datetime) -> bool:
    """Moves to what the result says and tells the person; False when it says nothing new."""
    found = _with_result(Candidacy.objects.claimed()).filter(pk=candidacy.pk).first()
    if found is None:
        return False
    candidacy.outcome_at = found.result_at  # type: ignore[attr-defined]  # annotated
    outcome = lists.outcome(candidacy.entry)
    was, verb = candidacy.state, VERB_OF_OUTCOME.get(outcome)
    if verb is None or was == STATE_OF_OUTCOME[outcome]:
        candidacy.save(update_fields=["outcome_at"])
        return False
    candidacy.state = MACHINE.target(verb, was)
    candidacy.save(update_fields=["state", "outcome_at"])
    record(candidacy, verb, by=None, was=was, now=candidacy.state, at=at)
    letters.write(
        candidacy_outcome,
        candidacy.user,
        key=f"candidacy_outcome:{candidacy.key}:{candidacy.state}",
        candidacy=candidacy.key,
    )
    return True


def _lock_person(user: User) -> None:
    User.objects.select_for_update(no_key=True).get(pk=user.pk)


def _locked(candidacy: Candidacy) -> Candidacy:
    found = Candidacy.objects.select_for_update(of=("self",)).select_related("user").filter(pk=candidacy.pk).first()
    if found is None:
        raise IllegalMove(MACHINE.name, "lock", "gone")  # removed in another window
    return found


def _need_own(candidacy: Candidacy, entry: ListEntry, words: str) -> None:
    found = entry.candidate_list.body_election
    if (found.election_id, found.body_id) != (candidacy.election_id, candidacy.body_id):
        raise NotYours(_("Deze plek hoort bij een andere verkiezing. Zoek opnieuw."))
    if not lists.resembles(entry, words):
        raise NotYours(_("Deze plek hoort bij een andere naam. Zoek met de naam waarmee jij op de lijst staat."))


def _taken() -> str:
    return _("Iemand anders zei al: dit ben ik. Klopt dat niet? Laat het ons weten bij Contact.")
