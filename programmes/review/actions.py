"""Reviewers of an edition, who reads which application, and what each of them finds.

Locked first is the edition: it owns how many read one application, so that two organisers who spread at once, or
somebody who passes on while another is given more, come one after the other.
"""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lifecycle.errors import IllegalMove, Refused
from lifecycle.journal import record
from people import letters
from people.models import User
from programmes.actions.turns import lock_application, lock_edition
from programmes.models import Application, Criterion, CriterionJudgement, Edition, EditionReviewer, Review
from programmes.models.edition import MOST_REVIEWERS
from programmes.policies import require
from programmes.review import policies
from programmes.review.emails import review_to_write
from programmes.review.spreading import spread
from programmes.states import REVIEW

Found = Mapping[Criterion, tuple[str, str]]
"""Criterion → (verdict, sentence)."""


class Incomplete(Refused):
    """A criterion is without a word or a sentence; `criteria` names which."""

    def __init__(self, criteria: list[Criterion]) -> None:
        super().__init__(_("Kies bij elk criterium een oordeel, en schrijf er een zin bij."))
        self.criteria = criteria


@transaction.atomic
def remove_reviewer(link: EditionReviewer, *, by: User) -> None:
    """Sees nothing any more from now on. What she sent stays; what she had still to write goes."""
    edition = lock_edition(link.edition)
    require(policies.can_arrange_reviews(by, edition))
    _note(link, "remove_reviewer", by, edition)
    Review.objects.to_write().filter(application__edition=edition, reviewer=link.user_id).delete()
    EditionReviewer.objects.filter(pk=link.pk).delete()


@transaction.atomic
def stop_reading(edition: Edition, *, by: User) -> bool:
    """Who applies herself reads the others no more, from her first step on. Whether she did read."""
    edition = lock_edition(edition)
    link = EditionReviewer.objects.filter(edition=edition, user=by).first()
    if link is None:
        return False
    _note(link, "remove_reviewer", by, edition)
    Review.objects.to_write().filter(application__edition=edition, reviewer=by).delete()
    link.delete()
    return True


@transaction.atomic
def spread_reviews(edition: Edition, *, by: User, at: datetime | None = None) -> int:
    """Give every application that waits for an answer as many readers as the edition wants. How many were given."""
    edition = lock_edition(edition)
    require(policies.can_arrange_reviews(by, edition))
    _need_criteria(edition)
    reviewers = {link.user_id: link.user for link in _reviewers(edition)}
    if not reviewers:
        raise Refused(_("Er is nog niemand die leest. Nodig eerst een beoordelaar uit."))
    waiting = Application.objects.filter(edition=edition).unanswered().agreed().order_by("submitted_at", "pk")
    applications = {one.pk: one for one in waiting.select_related("user")}
    taken, passed_on = _readers(applications)
    own = {one.pk: {one.user_id} | passed_on[one.pk] for one in applications.values()}
    pairs = spread(taken, _load(edition, reviewers), each=edition.reviewers_each, barred=own)
    for application, reviewer in pairs:
        _give(applications[application], edition, reviewers[reviewer], by=by, at=at)
    return len(pairs)


@transaction.atomic
def assign_review(
    application: Application, *, reviewer: EditionReviewer, by: User, at: datetime | None = None
) -> Review:
    """By hand: this one reads it too, up to three. A second press finds what the first one gave."""
    application = lock_application(application)
    edition = application.edition
    require(policies.can_assign_review(by, application) and reviewer.edition_id == edition.pk)
    _need_criteria(edition)
    given = Review.objects.filter(application=application)
    if already := given.standing().filter(reviewer=reviewer.user_id).first():
        return already
    if given.filter(reviewer=reviewer.user_id).exists():
        raise Refused(_("Deze beoordelaar kent deze persoon. Kies iemand anders."))
    if reviewer.user_id == application.user_id:
        raise Refused(_("Niemand leest de eigen aanmelding. Kies iemand anders."))
    if given.standing().count() >= MOST_REVIEWERS:
        raise Refused(_("Drie mensen lezen deze aanmelding al. Meer kan niet."))
    if not Application.objects.undecided().agreed().filter(pk=application.pk).exists():
        raise Refused(_("Deze aanmelding wacht niet meer op antwoord."))
    return _give(application, edition, reviewer.user, by=by, at=at)


@transaction.atomic
def save_review(review: Review, found: Found, *, by: User) -> Review:
    """Keep what is filled in, half of it too. Nobody else sees it."""
    review = _to_write(review, by)
    for criterion, (verdict, sentence) in found.items():
        if criterion.programme_id != review.edition.programme_id:
            raise ValueError("this criterion belongs to another programme")
        CriterionJudgement.objects.update_or_create(
            review=review,
            criterion=criterion,
            defaults={"title": criterion.title, "verdict": verdict, "sentence": sentence},
        )
    return review


@transaction.atomic
def submit_review(review: Review, found: Found, *, by: User, at: datetime | None = None) -> Review:
    """Send it; then it stays as it is."""
    review = save_review(review, found, by=by)
    written = {one.criterion_id: one for one in review.judgements.all()}
    criteria = list(review.edition.programme.criteria.all())
    empty = [one for one in criteria if not _is_whole(written.get(one.pk))]
    if empty:
        raise Incomplete(empty)
    was, review.state = review.state, REVIEW.target("submit", review.state)
    review.submitted_at = at or timezone.now()
    review.save(update_fields=["state", "submitted_at"])
    _note(review, "submit", by, review.edition, was=was, now=review.state)
    return review


@transaction.atomic
def pass_on_review(review: Review, *, by: User, at: datetime | None = None) -> Review | None:
    """ "Ik ken deze persoon": what she wrote goes, and who has least to read gets it. None where nobody is left."""
    review = _to_write(review, by)
    edition, application = review.edition, review.application
    was, review.state = review.state, REVIEW.target("pass_on", review.state)
    review.save(update_fields=["state"])
    review.judgements.all().delete()
    _note(review, "pass_on", by, edition, was=was, now=review.state)
    reviewers = {link.user_id: link.user for link in _reviewers(edition)}
    had = set(Review.objects.filter(application=application).values_list("reviewer", flat=True))
    barred = {application.pk: had | {application.user_id}}
    pairs = spread({application.pk: set()}, _load(edition, reviewers), each=1, barred=barred)
    return _give(application, edition, reviewers[pairs[0][1]], by=by, at=at) if pairs else None


def _is_whole(one: CriterionJudgement | None) -> bool:
    return one is not None and bool(one.verdict) and bool(one.sentence.strip())


def _reviewers(edition: Edition) -> list[EditionReviewer]:
    return list(EditionReviewer.objects.filter(edition=edition).select_related("user"))


def _readers(applications: Mapping[int, Application]) -> tuple[dict[int, set[int]], dict[int, set[int]]]:
    """Who reads each now, and who passed it on before."""
    taken: dict[int, set[int]] = {pk: set() for pk in applications}
    passed_on: dict[int, set[int]] = {pk: set() for pk in applications}
    for review in Review.objects.filter(application__in=applications):
        if review.reviewer_id is not None:
            (passed_on if review.is_passed_on else taken)[review.application_id].add(review.reviewer_id)
    return taken, passed_on


def _load(edition: Edition, reviewers: Mapping[int, User]) -> dict[int, int]:
    """How many each reviewer of this edition was given: of her work, never of a person who applies."""
    given = Counter(
        Review.objects.standing().filter(application__edition=edition).values_list("reviewer", flat=True).order_by()
    )
    return {reviewer: given[reviewer] for reviewer in reviewers}


def _give(application: Application, edition: Edition, reviewer: User, *, by: User, at: datetime | None) -> Review:
    at = at or timezone.now()
    review = Review.objects.create(application=application, reviewer=reviewer, assigned_at=at)
    _note(review, "assign", by, edition, now=review.state)
    day = timezone.localdate(at)  # sixty given in one press are one mail
    letters.write(
        review_to_write, reviewer, key=f"review_to_write:{edition.key}:{reviewer.pk}:{day}", edition=edition.key
    )
    return review


def _to_write(review: Review, by: User) -> Review:
    application = lock_application(review.application)
    locked = Review.objects.select_for_update(of=("self",)).filter(pk=review.pk).first()
    if locked is None:
        raise IllegalMove(REVIEW.name, "lock", "gone")  # taken away meanwhile
    locked.application = application
    if not locked.is_to_write:
        raise IllegalMove(REVIEW.name, "write", locked.state)
    require(policies.can_write_review(by, locked))
    return locked


def _need_criteria(edition: Edition) -> None:
    if not edition.programme.criteria.exists():
        raise Refused(_("Er zijn nog geen criteria. Zet ze eerst bij het programma."))


def _note(
    thing: Review | EditionReviewer, verb: str, by: User, edition: Edition, *, was: str = "", now: str = ""
) -> None:
    record(thing, verb, by=by, was=was, now=now, scope=edition.programme.lead_key, edition=edition.key)
