"""Every button about somebody × everybody whose it is not: pressed by key, it is as if nothing were there."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.urls import reverse

from tests.people.test_privacy import whole_database
from tests.walkers import (
    of_access,
    of_alumni,
    of_answers,
    of_dossier,
    of_importing,
    of_mailing,
    of_pace,
    of_review,
    of_safety,
    of_taking_part,
    of_talking,
    of_vetting,
)
from tests.walkers import of_the_path as address
from tests.walkers.expecting import FLEETING
from tests.walkers.test_the_desk_by_role import OF_MENTORING, named
from tests.walkers.world import World

pytestmark = pytest.mark.django_db

Keys = Callable[[World], dict[str, Any]]
OF_A_PERSON: dict[str, Keys] = {
    **of_pace.OF_A_PERSON,
    **{
        f"programmes:{name}": address.the_application
        for name in (
            "application_offer",
            "application_consent",
            "application_withdraw",
            "complaint",
            "application_other_time",
        )
    },
    "programmes:participation": address.the_participation,
    "outcomes:questionnaire": of_dossier.the_wave,
    "programmes:access_need": address.the_participation,
    "programmes:access_take_back": of_access.the_need,
    **{f"programmes:{name}": address.the_participation for name in ("group", "group_hide_name", "certificate")},
    "programmes:group_letter": of_mailing.the_letter,
    **of_alumni.OF_A_PERSON,
    **{
        f"mentoring:{name}": address.the_candidacy
        for name in ("candidacy", "candidacy_claim", "candidacy_let_go", "candidacy_remove")
    },
    **of_safety.PRESSED,
    **of_vetting.OF_A_PERSON,
    "mentoring:mentor_stop": address.the_mentorship,
    **of_answers.OF_A_PERSON,
    "mentoring:proposal_accept": address.the_proposal,
    "mentoring:proposal_decline": address.the_proposal,
    **{f"mentoring:{name}": address.the_pair for name in ("meeting_propose", "meeting_spoken", "room_end")},
    **{f"mentoring:{name}": address.the_pair for name in of_talking.PRESSED},
    **{f"mentoring:{name}": address.the_meeting for name in of_talking.MEETINGS},
    **{f"mentoring:{name}": address.the_meeting for name in ("meeting_agree", "meeting_held", "meeting_cancel")},
}
STRANGERS = ("newcomer", "organiser", "other_organiser", "publisher", "safeguarding", "ministry", "administrator")
AT_THE_DESK = [
    *(name for name in OF_MENTORING if not name.endswith((":detail", ":edition", ":choose"))),
    "desk_applications:decide",
    "desk_participations:move",
    "desk_participations:contact",
    "desk_participations:certificate",
    *of_review.BUTTONS,
    *of_access.AT_THE_DESK,
    *of_importing.AT_THE_DESK,
    *of_taking_part.PRESSED,
    *of_alumni.AT_THE_DESK,
    "desk_call_backs:move",
    "desk_complaints:detail",
    "desk_messages:move",
    "desk_messages:discard",
    "desk_messages:change",
    "desk_colleagues:take",
    "desk_colleagues:take_back",
    "desk_bookings:move",
    "desk_page_off",
    "desk_page_back",
    *(f"desk_dossiers:{view}" for view in ("grant_new", "grant_edit", "grant_remove", "grant_file")),
    *(f"desk_dossiers:{view}" for view in ("question_new", "question_edit", "question_stop")),
]
# An administrator may press these too: operation needs them.
OF_OPERATION_TOO = [
    "desk_edition_move",
    "desk_edition_allow_reveals",
    "desk_question_clear",
    "desk_event_call_off",
    *(f"desk_{noun}:delete" for noun in ("programmes", "editions", "events", "trainings", "sessions")),
]
NOT_THEIRS = ("other_organiser", "publisher", "administrator", "newcomer", "participant", "mentor")
TYPED = {
    "agree": "on",
    "agrees": "yes",
    "words": "zonnebloem",
    "entry": "1",
    "reason": "time",
    "answer_days": "10",
    "verb": "refuse",
    "sure": "1",
    "minutes": "30",
    "way": "online",
    "talked_on": "2026-01-01",
}


def bytes_of_press(world: World, role: str, path: str) -> tuple[int, bytes]:
    """The page without what differs from press to press: its own address, and what is fleeting."""
    answer = world.client(role).post(path, TYPED)
    return answer.status_code, FLEETING.sub(b"", answer.content).replace(path.encode(), b"")


def missing(keys: dict[str, Any]) -> dict[str, Any]:
    nowhere = {"key": uuid4(), "pk": 999_999}
    return {name: value if name == "verb" else nowhere.get(name, uuid4()) for name, value in keys.items()}


@pytest.mark.parametrize("role", STRANGERS)
def test_what_is_a_persons_own_is_pressed_by_nobody_else(world: World, role: str) -> None:
    _press_all(world, role, {name: keys(world) for name, keys in OF_A_PERSON.items()})


@pytest.mark.parametrize("role", NOT_THEIRS)
def test_what_is_of_another_desk_is_not_pressed(world: World, role: str) -> None:
    _press_all(world, role, {name: named(world, name) for name in AT_THE_DESK})


@pytest.mark.parametrize("role", [role for role in NOT_THEIRS if role != "administrator"])
def test_what_operation_may_press_too_is_pressed_by_no_other_desk(world: World, role: str) -> None:
    _press_all(world, role, {name: named(world, name) for name in OF_OPERATION_TOO})


def _press_all(world: World, role: str, addresses: dict[str, dict[str, Any]]) -> None:
    world.client(role).get("/cms/")  # who enters the desk is given the groups of her organisations: that is no press
    before = whole_database("django_session")
    got = {name: bytes_of_press(world, role, reverse(name, kwargs=keys)) for name, keys in addresses.items()}
    assert {name: status for name, (status, _page) in got.items() if status != 404} == {}
    assert whole_database("django_session") == before
    nowhere = {
        name: bytes_of_press(world, role, reverse(name, kwargs=missing(keys))) for name, keys in addresses.items()
    }
    assert [name for name, answer in got.items() if nowhere[name] != answer] == []
