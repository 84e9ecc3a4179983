"""Everything under /cms/ × every role: who has a desk, and what stands on whose.

Screens of our own are listed one by one; Wagtail's are held as a whole: nobody without a desk gets an answer there.
"""

import re
from collections.abc import Callable
from typing import Any

import pytest

from programmes.models import Event
from tests.architecture.sources import FLOORS
from tests.factories.mentoring import a_mentor
from tests.programmes.page_editor import made
from tests.walkers import (
    of_access,
    of_alumni,
    of_answers,
    of_bookings,
    of_colleagues,
    of_dossier,
    of_importing,
    of_mailing,
    of_pace,
    of_review,
    of_taking_part,
    of_vetting,
)
from tests.walkers.expecting import LOGIN, MISSING, answer, bytes_of, dutch, path_of
from tests.walkers.of_applying import the_complaint
from tests.walkers.of_dead_ends import the_call_back
from tests.walkers.world import DESK, OUTSIDE, WITHOUT_ACCOUNT, World

pytestmark = pytest.mark.django_db

DESK_OF_WAGTAIL = "cms/"
ARGUMENT = re.compile(r"<(?:\w+:)?\w+>|\(\?P<\w+>(?:[^()]|\([^()]*\))*\)")


def desk_paths() -> list[str]:
    """Every address under /cms/, with a 1 for each argument."""
    routes = [one.route for one in dutch() if one.route.startswith(DESK_OF_WAGTAIL)]
    return sorted({"/" + re.sub(r"\^|\$|\\Z|\?$", "", ARGUMENT.sub("1", route)) for route in routes})


# One that is there to fail, and one that fails for the root of the tree, which is no page.
WAGTAILS_FAULTS = {"/cms/failwhale/", "/cms/pages/1/set_position/"}
NO_FORM_HERE = re.compile(r"^/cms/password_reset/|^/cms/logout/")


@pytest.mark.parametrize("role", OUTSIDE)
def test_nobody_without_a_desk_finds_one(world: World, role: str) -> None:
    expected = LOGIN if role in WITHOUT_ACCOUNT else 404
    paths = [path for path in desk_paths() if not NO_FORM_HERE.match(path)]
    assert len(paths) > 100
    got = {path: answer(world.client(role), path) for path in paths}
    assert {path: status for path, status in got.items() if status != expected} == {}


@pytest.mark.parametrize("role", DESK)
def test_who_has_a_desk_finds_it(world: World, role: str) -> None:
    assert answer(world.client(role), "/cms/") == 200


@pytest.mark.parametrize("role", ["organiser", "administrator"])
def test_who_has_a_desk_gets_an_answer_everywhere(world: World, role: str) -> None:
    """What she may do there is Wagtail's question; a fault is ours."""
    paths = [path for path in desk_paths() if path not in WAGTAILS_FAULTS]
    got = {path: answer(world.client(role), path) for path in paths}
    assert {path: status for path, status in got.items() if status == 500} == {}


# Our own screens --------------------------------------------------------------------------------------

# Answers by role, in the order of DESK: organiser, organiser of another organisation, publisher, administrator.
LIST = (200, 200, 404, 200)  # each sees the own rows in it
OWN_LIST = (200, 200, 404, 404)  # the same, and an administrator has none: operation needs nobody's mentor
RECORD = (200, 404, 404, 200)
APPLICATION = (200, 404, 404, 404)  # an administrator reads no answers
OWN_PAGES = (200, 200, 200, 200)  # who writes pages checks her own; who has none reads what to do
BUTTON = (405, 405, 404, 405)  # pressed by a form: whose it is, is asked then
PRESSED = (405, 405, 404, 404)  # the same, and no administrator's
OPERATION = ("cms/beheer/", "cms/national_figures/")


def named(world: World, name: str) -> dict[str, Any]:
    """What the address of this screen needs, for a record of the organiser's own organisation."""
    if name in OF_MENTORING:
        return OF_MENTORING[name](world)
    if name.startswith(("desk_trainings:", "desk_sessions:", "desk_bookings:")):
        return of_bookings.at_the_desk(world, name)
    if name.startswith("desk_colleagues:"):
        return of_colleagues.at_the_desk(world, name)
    if name.startswith("desk_messages:"):
        return of_mailing.at_the_desk(world, name)
    if name in of_review.AT_THE_DESK:
        return of_review.AT_THE_DESK[name](world)
    if name in of_access.AT_THE_DESK:
        return of_access.AT_THE_DESK[name](world)
    if name in of_importing.AT_THE_DESK:
        return of_importing.AT_THE_DESK[name](world)
    if name in of_alumni.AT_THE_DESK:
        return of_alumni.AT_THE_DESK[name](world)
    if name in of_taking_part.AT_THE_DESK:
        return of_taking_part.AT_THE_DESK[name](world)
    if name.startswith("desk_dossiers:"):
        return of_dossier.at_the_desk(world, name)
    if name.startswith("desk_call_backs:"):
        return {**the_call_back(world), **({"verb": "take"} if name.endswith(":move") else {})}
    if name.startswith("desk_complaints:"):
        return the_complaint(world)
    if name.startswith("desk_page_"):
        return {"pk": made(world.programme, world.people["organiser"]).pk}
    edition = world.application.edition
    if name in ("desk_edition", "desk_small_programme:checklist"):
        return {"key": edition.key}
    records = {
        "desk_programmes": world.programme,
        "desk_editions": edition,
        "desk_events": Event.objects.get(key=world.event_key),
        "desk_question_clear": edition.questions.get(),
        "desk_applications": world.application,
        "desk_participations": world.participation,
        "desk_edition_allow_reveals": edition,
        "desk_edition_state": edition,
        "desk_edition_move": edition,
        "desk_event_registrations": world.registration.event,
        "desk_event_call_off": world.registration.event,
    }
    record = records[name.partition(":")[0]]
    if name.startswith(("desk_edition_", "desk_event_", "desk_applications:", "desk_participations:")):
        verbs = {"desk_edition_move": "close", "desk_participations:move": "leave"}
        return {"key": record.key, **({"verb": verbs[name]} if name in verbs else {})}
    return {"pk": record.pk}


def _by_hand(world: World) -> dict[str, Any]:
    participation = world.laid_ready.participation
    return {"key": participation.edition.key, "participation": participation.key}


OF_MENTORING: dict[str, Callable[[World], dict[str, Any]]] = {
    "desk_mentors:detail": lambda world: {"key": world.mentorship.key},
    "desk_mentors:check": lambda world: {"key": world.mentorship.key},
    "desk_mentors:move": lambda world: {"key": world.mentorship.key, "verb": "stop"},
    **of_vetting.BUTTONS,
    "desk_pairing:edition": lambda world: {"key": world.laid_ready.participation.edition.key},
    "desk_pairing:begin": lambda world: {"key": world.laid_ready.participation.edition.key},
    "desk_pairing:choose": _by_hand,
    "desk_pairing:confirm": lambda world: {**_by_hand(world), "mentor": a_mentor(world.programme).key},
    "desk_pairing:rules": lambda world: {"key": world.laid_ready.participation.edition.key},
    "desk_pairing:undo": lambda world: {
        "key": world.proposal.participation.edition.key,
        "match": world.proposal.key,
    },
    "desk_rounds:tune": lambda world: {"key": world.laid_ready.round.key},
    "desk_rounds:detail": lambda world: {"key": world.laid_ready.round.key},
    "desk_rounds:move": lambda world: {"key": world.laid_ready.round.key, "verb": "send"},
    "desk_rounds:pair": lambda world: {
        "key": world.laid_ready.round.key,
        "match": world.laid_ready.key,
        "verb": "pin",
    },
    "desk_pairs:detail": lambda world: {"key": world.pair.key},
    "desk_pairs:move": lambda world: {"key": world.pair.key, "verb": "end"},
    "desk_pairs:respond": of_pace.the_call_for_help,
    **of_answers.AT_THE_DESK,
}
PRESSED_IN_MENTORING = (
    "desk_mentors:check",
    "desk_mentors:move",
    *of_vetting.BUTTONS,
    "desk_pairing:begin",
    "desk_pairing:undo",
    "desk_rounds:move",
    "desk_rounds:pair",
    "desk_pairs:move",
    "desk_pairs:respond",
    *of_answers.BUTTONS,
)
MENTORING_LISTS = [
    f"desk_{noun}:{view}"
    for noun in ("mentors", "pairing", "rounds", "pairs", "requests")
    for view in ("index", "index_results")
]

EXPECTED = {
    **dict.fromkeys(MENTORING_LISTS, OWN_LIST),
    "desk_mentors:material": OWN_LIST,
    **dict.fromkeys(OF_MENTORING, APPLICATION),
    **dict.fromkeys(PRESSED_IN_MENTORING, PRESSED),
    **{f"desk_{noun}:{view}": LIST for noun in ("programmes", "editions", "events") for view in ("index", "add")},
    **{
        f"desk_{noun}:index_results": LIST
        for noun in ("programmes", "editions", "events", "applications", "participations")
    },
    **{f"desk_{noun}:{view}": RECORD for noun in ("programmes", "editions", "events") for view in ("edit", "delete")},
    **dict.fromkeys(["desk_applications:index", "desk_participations:index"], LIST),
    **dict.fromkeys(["desk_call_backs:index", "desk_call_backs:index_results"], LIST),
    "desk_colleagues:index": OWN_LIST,
    "desk_journal:index": LIST,
    "desk_small_programme:index": OWN_LIST,
    "desk_small_programme:checklist": APPLICATION,
    **dict.fromkeys(["desk_colleagues:take", "desk_colleagues:take_back"], PRESSED),
    "desk_call_backs:detail": APPLICATION,
    **dict.fromkeys(["desk_complaints:index", "desk_complaints:index_results"], LIST),
    "desk_complaints:detail": APPLICATION,
    "desk_call_backs:move": PRESSED,
    **dict.fromkeys(["desk_applications:detail", "desk_participations:detail"], APPLICATION),
    **dict.fromkeys(["desk_applications:decide", "desk_participations:move"], PRESSED),
    **dict.fromkeys(of_review.SCREENS, APPLICATION),
    **dict.fromkeys(of_review.BUTTONS, PRESSED),
    "desk_applications:together": OWN_LIST,
    **dict.fromkeys(of_access.SCREENS, APPLICATION),
    **dict.fromkeys(of_access.BUTTONS, PRESSED),
    **dict.fromkeys(of_alumni.SCREENS, APPLICATION),
    **dict.fromkeys(of_alumni.BUTTONS, PRESSED),
    **dict.fromkeys(["desk_barriers:index", "desk_barriers:index_results"], OWN_LIST),
    **dict.fromkeys(of_taking_part.SCREENS, APPLICATION),
    **dict.fromkeys(of_taking_part.BUTTONS, PRESSED),
    "desk_participations:contact": APPLICATION,
    "desk_participations:certificate": (404, 404, 404, 404),  # until it is done
    **{f"desk_{noun}:{view}": LIST for noun in ("trainings", "sessions") for view in ("index", "index_results", "add")},
    **{f"desk_{noun}:{view}": RECORD for noun in ("trainings", "sessions") for view in ("edit", "delete")},
    **dict.fromkeys(["desk_bookings:index", "desk_bookings:index_results"], OWN_LIST),
    "desk_bookings:detail": APPLICATION,
    "desk_bookings:move": PRESSED,
    **dict.fromkeys(["desk_messages:index", "desk_messages:index_results", "desk_messages:write"], OWN_LIST),
    **dict.fromkeys(["desk_messages:fixed", "desk_messages:fixed_message"], LIST),
    **dict.fromkeys(["desk_messages:detail", "desk_messages:change"], APPLICATION),
    **dict.fromkeys(["desk_messages:move", "desk_messages:discard"], PRESSED),
    **dict.fromkeys(["desk_edition", "desk_edition_state"], RECORD),
    **dict.fromkeys(["page_checks", "page_checks_results"], OWN_PAGES),
    **dict.fromkeys(["desk_dossiers:index", "desk_dossiers:index_results"], OWN_LIST),
    **{f"desk_dossiers:{view}": APPLICATION for view in ("programme", "grant_new", "grant_edit")},
    **{f"desk_dossiers:{view}": APPLICATION for view in ("question_new", "question_edit")},
    **{f"desk_dossiers:{view}": PRESSED for view in ("grant_remove", "grant_file", "question_stop")},
    **dict.fromkeys(of_importing.SCREENS, APPLICATION),
    **dict.fromkeys(of_importing.BUTTONS, PRESSED),
    "desk_event_registrations": APPLICATION,
    "desk_event_call_off": RECORD,
    **dict.fromkeys(["desk_page_off", "desk_page_back"], APPLICATION),  # an administrator has Wagtail's own button
    **dict.fromkeys(["desk_edition_move", "desk_question_clear", "desk_edition_allow_reveals"], BUTTON),
}


def own_screens() -> list[str]:
    """Screens made by our own views, but for the administrator's."""
    desk = [one for one in dutch() if one.name and one.route.startswith(DESK_OF_WAGTAIL)]
    return sorted({one.name for one in desk if maker(one.view) in FLOORS and not one.route.startswith(OPERATION)})


def maker(view: Any) -> str:
    return (getattr(view, "view_class", None) or view).__module__.partition(".")[0]


def path_to(world: World, name: str) -> str:
    is_whole = EXPECTED[name] in (LIST, OWN_LIST, OWN_PAGES) and name != "desk_messages:fixed_message"
    return path_of(name, {} if is_whole else named(world, name))


@pytest.mark.parametrize("name", own_screens())
def test_each_role_gets_her_own_screens(world: World, name: str) -> None:
    assert name in EXPECTED, f"say in EXPECTED what each role gets at {name}"
    path = path_to(world, name)
    assert tuple(answer(world.client(role), path) for role in DESK) == EXPECTED[name]


@pytest.mark.parametrize("name", [name for name, expected in EXPECTED.items() if expected in (RECORD, APPLICATION)])
@pytest.mark.parametrize("role", ["other_organiser", "publisher"])
def test_a_foreign_record_looks_like_one_that_does_not_exist(world: World, name: str, role: str) -> None:
    arguments = named(world, name)
    missing = {**arguments, **({"key": MISSING} if "key" in arguments else {"pk": 999_999})}
    client = world.client(role)
    assert bytes_of(client, path_of(name, arguments)) == bytes_of(client, path_of(name, missing))


# The administrator's screens --------------------------------------------------------------------------


def operation() -> list[str]:
    """What only an administrator finds: all under /cms/beheer/, and the national figures."""
    return sorted({one.name for one in dutch() if one.name and one.route.startswith(OPERATION)})


def an_argument(name: str) -> dict[str, Any]:
    if name.startswith("admin_portal_roles:") and not name.endswith(":index"):
        return {"key": MISSING, **({"verb": "drop"} if name.endswith(":move") else {"role": "ministry"})}
    return {"pk": 1} if name.endswith((":edit", ":delete", ":inspect", ":again")) else {}


@pytest.mark.parametrize("name", operation())
def test_what_operation_needs_is_the_administrators(world: World, name: str) -> None:
    path = path_of(name, an_argument(name))
    got = {role: answer(world.client(role), path) for role in DESK}
    assert got.pop("administrator") in (200, 404, 405)
    assert got == dict.fromkeys(got, 404)


def test_an_administrator_finds_her_lists(world: World) -> None:
    lists = [name for name in operation() if name.endswith(":index")]
    assert len(lists) > 5
    got = {name: answer(world.client("administrator"), path_of(name, {})) for name in lists}
    assert got == dict.fromkeys(lists, 200)
