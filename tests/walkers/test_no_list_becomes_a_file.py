"""Lists of ours under /cms/ × the address by which Wagtail makes a file of one, unpaged and unjournalled."""

import pytest
from django.urls import NoReverseMatch, get_resolver, reverse

from tests.walkers.world import World

pytestmark = pytest.mark.django_db


def own_lists() -> list[str]:
    """The lists of our own screens, by their names in the CMS."""
    spaces = [space for space in get_resolver().namespace_dict if space.startswith(("desk_", "admin_"))]
    found = []
    for space in sorted(spaces):
        try:
            found.append(reverse(f"{space}:index"))
        except NoReverseMatch:
            continue
    return found


@pytest.mark.parametrize("role", ["organiser", "administrator"])
@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_no_list_becomes_a_file(world: World, role: str, form: str) -> None:
    paths = own_lists()
    assert len(paths) > 12
    answers = {path: world.client(role).get(path, {"export": form}) for path in paths}
    assert {answer.status_code for answer in answers.values()} <= {200, 404}
    files = {path for path, answer in answers.items() if not answer.headers["Content-Type"].startswith("text/html")}
    assert files == set()
