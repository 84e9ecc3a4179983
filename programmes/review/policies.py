"""Who reads what, and who may see what others found."""

from people.roles import Visitor
from programmes.models import Application, Edition, EditionReviewer, Review
from programmes.policies import can_read_application, is_own_application, organises


def is_reviewer(user: Visitor) -> bool:
    return user.is_authenticated and EditionReviewer.objects.filter(user=user).exists()


def can_arrange_reviews(user: Visitor, edition: Edition) -> bool:
    """Who organises the programme; not an administrator: operation needs nobody's answers."""
    return organises(user, edition.programme)


def can_assign_review(user: Visitor, application: Application) -> bool:
    return can_read_application(user, application) and not is_own_application(user, application)


def can_write_review(user: Visitor, review: Review) -> bool:
    """Her own, not sent yet, while the person has no answer."""
    return Review.objects.of(user).readable().to_write().filter(pk=review.pk).exists()


def can_see_others(user: Visitor, review: Review) -> bool:
    """Blind until everyone who was given this application has sent what they found."""
    is_hers = Review.objects.of(user).submitted().filter(pk=review.pk).exists()
    return is_hers and all_are_in(review.application)


def can_compare_reviews(user: Visitor, application: Application) -> bool:
    """At the desk: all of them beside each other, once all are in; never of one's own application."""
    return can_assign_review(user, application) and not application.awaits_consent and all_are_in(application)


def all_are_in(application: Application) -> bool:
    """Somebody was given it, and nobody has it still to write."""
    standing = Review.objects.standing().filter(application=application)
    return standing.submitted().exists() and not standing.to_write().exists()
