"""What a mentor tells of herself and signs, and what each of two says of her part: one's own, and of nobody else."""

from typing import Any

from mentoring.models import MentorMaterial
from tests.walkers.expecting import only
from tests.walkers.of_the_path import of_the_two, the_mentorship, the_proposal
from tests.walkers.world import World


def the_material(world: World) -> dict[str, Any]:
    words = {"title": "Handleiding", "link": "/kennis/"}
    return {"key": MentorMaterial.objects.get_or_create(programme=world.programme, **words)[0].key}


# At the desk, beside tests.walkers.test_the_desk_by_role.OF_MENTORING.
BUTTONS = {"desk_mentors:office": the_mentorship, "desk_mentors:material_remove": the_material}
OF_A_PERSON = {"mentoring:mentor_code": the_mentorship, "mentoring:power_role": the_proposal}

EXPECTED = {
    "mentoring:mentor_office": only("mentor"),
    "mentoring:mentor_code": only("mentor", arguments=the_mentorship),
    "mentoring:power_role": of_the_two(the_proposal),
}
