"""What a reviewer was given to read is hers alone; who reads what is the organiser's to arrange."""

from typing import Any

from programmes.models import EditionReviewer, Review
from tests.walkers.expecting import only
from tests.walkers.of_the_path import the_application
from tests.walkers.world import World


def the_review(world: World) -> dict[str, Any]:
    """Given to the reviewer of the world, of the participant's application."""
    return {"key": Review.objects.get(reviewer=world.people["reviewer"]).key}


def the_edition(world: World) -> dict[str, Any]:
    return {"key": world.application.edition.key}


def the_reviewer(world: World) -> dict[str, Any]:
    return {**the_edition(world), "reviewer": EditionReviewer.objects.get(user=world.people["reviewer"]).key}


# At the desk: what its address needs, by name.
SCREENS = dict.fromkeys(["desk_edition_reviews", "desk_edition_lots", "desk_edition_talks"], the_edition)
BUTTONS = {
    "desk_edition_reviewer_ask": the_edition,
    "desk_edition_reviews_spread": the_edition,
    "desk_edition_reviewer_remove": the_reviewer,
    "desk_edition_lots_draw": the_edition,
    "desk_edition_talks_plan": the_edition,
    "desk_edition_talks_hold": the_edition,
    "desk_applications:talk": lambda world: {**the_application(world), "verb": "plan"},
    "desk_applications:assign": the_application,
}
AT_THE_DESK = {**SCREENS, **BUTTONS}

EXPECTED = {
    "programmes:reviews": only("reviewer", "foreign_reviewer"),
    **dict.fromkeys(["programmes:review", "programmes:review_pass_on"], only("reviewer", arguments=the_review)),
}
