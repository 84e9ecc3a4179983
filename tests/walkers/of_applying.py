"""What each role gets at the addresses of the application form, of who helps with it, and of complaints."""

from tests.walkers.expecting import by_post
from tests.walkers.of_the_path import the_step

EXPECTED = {
    "programmes:apply_keep": by_post(the_step),
}
