"""Reviewers and what they read, recognisably invented."""

from typing import Any

from people.models import User
from programmes.choices import AdmissionMode, Verdict
from programmes.models import Application, Edition, EditionReviewer, Programme, Review
from programmes.review.actions import submit_review
from tests.factories.people import UserFactory
from tests.factories.programmes import CriterionFactory, OpenEditionFactory, ProgrammeFactory


def reviewed_edition(programme: Programme | None = None, *, criteria: int = 2, **fields: Any) -> Edition:
    """Where reviewers read what people wrote, held against this many criteria."""
    programme = programme or ProgrammeFactory()
    for number in range(criteria - programme.criteria.count()):
        CriterionFactory(programme=programme, title=f"Criterium {number + 1}", order=number)
    return OpenEditionFactory(programme=programme, admission_mode=AdmissionMode.REVIEW, **fields)


def a_reviewer(edition: Edition, user: User | None = None) -> EditionReviewer:
    return EditionReviewer.objects.create(edition=edition, user=user or UserFactory(name="Lezer Lou"))


def a_review(application: Application, reviewer: EditionReviewer) -> Review:
    return Review.objects.create(application=application, reviewer=reviewer.user)


def found_on(edition: Edition, verdict: str = Verdict.MEETS, sentence: str = "Dit blijkt uit het antwoord.") -> dict:
    """The same on every criterion."""
    return dict.fromkeys(edition.programme.criteria.all(), (verdict, sentence))


def written(review: Review, verdict: str = Verdict.MEETS, sentence: str = "Dit blijkt uit het antwoord.") -> Review:
    return submit_review(review, found_on(review.edition, verdict, sentence), by=review.reviewer)
