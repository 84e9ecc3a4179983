"""An edition whose applications are being read: closed, with three readers, one application read by both of its own.

Through the actions, as an organiser and her readers would do it. All people are invented.
"""

import datetime as dt
from dataclasses import replace

from people.colleagues.actions import invite
from people.models import User
from portal.demo.content.accounts import account
from portal.demo.content.applications import filled
from portal.demo.content.programmes.laying import planned_edition
from portal.demo.content.programmes.mentor_network import MENTOR_NETWORK
from portal.demo.content.programmes.running import run
from portal.demo.content.programmes.shapes import EditionPlan
from portal.demo.content.terms import Term
from portal.demo.people import person
from programmes.actions import applications
from programmes.choices import AdmissionMode, Verdict
from programmes.models import Criterion, Edition, EditionReviewer, Programme, Review
from programmes.review.actions import save_review, spread_reviews, submit_review
from programmes.review.reviewers import REVIEWER_ROLE
from programmes.states import EditionState

PLAN = EditionPlan(
    opens=-50, closes=-6, answer_by=20, starts=62, ends=400, state=EditionState.CLOSED, town="Utrecht", capacity=12
)
READERS = (("Lotte Leest", "lotte.leest@example.org"), ("Ravi Leest", "ravi.leest@example.org"))
INVITED = "griffie.leest@example.org"
# name, address, days ago, why, what to change
SENT = (
    (
        "Dilara D.",
        "dilara@example.org",
        30,
        "Ik wil weten of de raad iets voor mij is.",
        "Een buurthuis voor jong en oud.",
    ),
    ("Elif E.", "elif@example.org", 24, "Een vriendin vertelde hierover.", "Betaalbare huizen in ons dorp."),
    ("Femke F.", "femke@example.org", 19, "Ik zit al in de ouderraad en wil verder.", "Een veilig plein bij school."),
    ("Guusje G.", "guusje@example.org", 9, "Ik praat graag, en ik luister nog liever.", "Meer bomen in de straat."),
)
# What each of the two found on the criteria, in their order, of the first that came in.
FOUND = (
    (
        (Verdict.MEETS, "Zij noemt een buurthuis, en voor wie."),
        (Verdict.DOUBTFUL, "Over tijd staat er niets bij."),
        (Verdict.MEETS, "Zij wil uitzoeken of de raad past."),
    ),
    (
        (Verdict.MEETS, "Het plan is klein en duidelijk."),
        (Verdict.MEETS, "Zij kiest voor praten op een plek."),
        (Verdict.DOUBTFUL, "Zij twijfelt nog. Dat mag."),
    ),
)


def lay_reviews(programmes: dict[str, Programme], now: dt.datetime) -> None:
    term, programme, organiser = Term(now), programmes["mentornetwerk"], person("organiser")
    example = replace(MENTOR_NETWORK, admission_mode=AdmissionMode.REVIEW)
    run(planned_edition(programme, example, PLAN, term), PLAN, term, organiser, _people_apply)
    edition = Edition.objects.get(programme=programme, town=PLAN.town, starts_on__gt=term.day(0))
    for name, email in READERS:
        EditionReviewer.objects.create(edition=edition, user=account(name, email))
    lead = programme.carriers.get(is_lead=True).organisation
    invite(INVITED, REVIEWER_ROLE, organisation=lead, by=organiser, about=edition.key, at=now - dt.timedelta(days=1))
    spread_reviews(edition, by=organiser, at=now - dt.timedelta(days=5))
    _read(edition, now)


def _people_apply(edition: Edition, plan: EditionPlan, term: Term, organiser: User) -> None:
    if edition.state != EditionState.OPEN:
        return
    for name, email, days, why, change in SENT:
        at = term.moment(-days, 20)
        application = filled(edition, account(name, email), name, (why, change), at)
        applications.submit_application(application, by=application.user, at=at)


def _read(edition: Edition, now: dt.datetime) -> None:
    """The first is read by both, the second by one, and somebody has begun on the third."""
    criteria = list(edition.programme.criteria.order_by("order", "pk"))
    by_person: dict[int, list[Review]] = {}
    every = Review.objects.filter(application__edition=edition).select_related("reviewer")
    for review in every.order_by("application__submitted_at", "pk"):
        by_person.setdefault(review.application_id, []).append(review)
    first, second, third, *_rest = by_person.values()
    for days, (review, found) in enumerate(zip(first, FOUND, strict=False), 2):
        submit_review(review, _on(criteria, found), by=_reader(review), at=now - dt.timedelta(days=days))
    submit_review(second[0], _on(criteria, FOUND[1]), by=_reader(second[0]), at=now - dt.timedelta(days=1))
    save_review(third[0], _on(criteria[:1], FOUND[0]), by=_reader(third[0]))


def _reader(review: Review) -> User:
    if review.reviewer is None:  # whose account is gone
        raise ValueError("nobody reads this one any more")
    return review.reviewer


def _on(criteria: list[Criterion], found: tuple[tuple[Verdict, str], ...]) -> dict[Criterion, tuple[str, str]]:
    return {
        criterion: (str(verdict), sentence) for criterion, (verdict, sentence) in zip(criteria, found, strict=False)
    }
