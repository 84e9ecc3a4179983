"""What each role gets at the addresses of the application form, of who helps with it, and of complaints."""

from tests.walkers.expecting import LOGIN, Expected, by_post
from tests.walkers.of_the_path import first_step, the_edition, the_step

EXPECTED = {
    "programmes:apply_keep": by_post(the_step),
    # Only a draft is helped with, and nobody here has one of this edition.
    "programmes:apply_help": Expected(LOGIN, 404, {}, the_edition),
    # Who helps already goes on; everybody else is asked for a code.
    "programmes:help": Expected(200, 200, {"supporter": 302}),
    "programmes:help_step": Expected(302, 302, {"supporter": 200}, first_step),
    "programmes:help_done": Expected(302, 302, {"supporter": 200}),
}
