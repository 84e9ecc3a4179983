"""What each role gets at the addresses of the application form, of who helps with it, and of complaints."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from programmes.models import Application, Complaint
from tests.walkers.expecting import LOGIN, Expected, by_post, only
from tests.walkers.of_the_path import first_step, the_application, the_edition, the_step
from tests.walkers.world import World


def the_complaint(world: World) -> dict[str, Any]:
    """One that waits, about the participant's application."""
    return {"key": add_complaint(world.application).key}


def add_complaint(application: Application) -> Complaint:
    by = timezone.localdate() + timedelta(days=7)
    facts = {"words": "Niemand belde terug.", "answer_by": by}
    return Complaint.objects.get_or_create(application=application, defaults=facts)[0]


EXPECTED = {
    "programmes:complaint": only("participant", arguments=the_application),
    "programmes:apply_keep": by_post(the_step),
    # Only a draft is helped with, and nobody here has one of this edition.
    "programmes:apply_help": Expected(LOGIN, 404, {}, the_edition),
    # Who helps already goes on; everybody else is asked for a code.
    "programmes:help": Expected(200, 200, {"supporter": 302}),
    "programmes:help_step": Expected(302, 302, {"supporter": 200}, first_step),
    "programmes:help_done": Expected(302, 302, {"supporter": 200}),
}
