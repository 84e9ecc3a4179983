"""An edition that many apply to: read by three each, blind until all are in, ten answered at once, one moving up."""

from datetime import timedelta

from django.db.models import F

from people.models import User
from programmes.actions.decisions import expire_offers
from programmes.actions.together import decide_together
from programmes.choices import Verdict
from programmes.models import Application, Edition, Review
from programmes.review import policies
from programmes.review.actions import spread_reviews, submit_review
from programmes.states import ApplicationState
from tests.factories.programmes import SentApplicationFactory
from tests.factories.review import a_reviewer, found_on, reviewed_edition

READERS = 3


def read_by_all(edition: Edition, organiser: User, number: int) -> int:
    """How many of so many applications stayed blind until the last of their three readers had sent."""
    applications = SentApplicationFactory.create_batch(number, edition=edition)
    for _reader in range(READERS):
        a_reviewer(edition)  # from nowhere: none of them works for the organisation
    given = spread_reviews(edition, by=organiser)
    return sum(_stays_blind(one, organiser) for one in applications) if given == READERS * number else 0


def _stays_blind(application: Application, organiser: User) -> bool:
    reviews = list(Review.objects.filter(application=application).select_related("reviewer"))
    seen = []
    for review, verdict in zip(reviews, Verdict, strict=True):
        seen.append(policies.can_compare_reviews(organiser, application))
        seen += [policies.can_see_others(one.reviewer, one) for one in reviews]
        words = found_on(application.edition, verdict, f"Dit las ik, en ik vind: {verdict.label}.")
        submit_review(review, words, by=review.reviewer)
    in_full = [policies.can_compare_reviews(organiser, application)]
    in_full += [policies.can_see_others(one.reviewer, one) for one in reviews]
    return not any(seen) and all(in_full)


def answered_at_once(edition: Edition, organiser: User, places: int) -> bool:
    """So many are offered a place in one press, the rest waits in the order given; one lapses, the next moves up."""
    everyone = list(Application.objects.filter(edition=edition).order_by("pk"))
    chosen, rest = everyone[:places], everyone[places:]
    decide_together(edition, "offer", {one: f"Welkom, {one.user.name}." for one in chosen}, by=organiser)
    for start in range(0, len(rest), 50):
        words = {one: f"Nog even wachten, {one.user.name}." for one in rest[start : start + 50]}
        decide_together(edition, "put_on_waiting_list", words, by=organiser)
    soonest = chosen[0]
    Application.objects.filter(pk=soonest.pk).update(answer_until=F("answer_until") - timedelta(days=1))
    soonest.refresh_from_db()
    lapsed = expire_offers(soonest.answer_until + timedelta(minutes=1))
    state = dict(Application.objects.filter(edition=edition).values_list("pk", "state"))
    offered = [one.pk for one in everyone if state[one.pk] == ApplicationState.OFFERED]
    return lapsed == 1 and offered == [one.pk for one in everyone[1 : places + 1]]


def edition_of(programme, places: int) -> Edition:
    return reviewed_edition(programme, criteria=3, capacity=places, reviewers_each=READERS)
