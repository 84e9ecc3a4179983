"""Leaving a page quickly: on whatever is read about help, reports, messages and surveys, as the page is drawn.

An ordinary link before everything else, that works without script and tells the next site nothing.
"""

import re

import pytest
from django.test import Client
from django.urls import reverse

from outcomes.dossier import codes
from outcomes.models import QuestionnaireWave
from tests.walkers import of_dossier
from tests.walkers.expecting import path_of
from tests.walkers.test_every_address_by_role import EXPECTED, names
from tests.walkers.world import ROLES, World

pytestmark = pytest.mark.django_db

PLACES = ("/mijn/", "/hulp/", "/vragenlijst/", "/antwoord/")
AT_LEAST = {
    "mentoring:room",
    "mentoring:messages",
    "mentoring:contact",
    "mentoring:pair_mail",
    "mentoring:check_in",
    "mentoring:spoken_answer",
    "outcomes:questionnaire",
    "outcomes:questionnaire_answer",
    "outcomes:questionnaire_done",
    "people:help",
    "safety:mine",
    "safety:report",
    "safety:own_report",
    "safety:to_read",
}
LINK = re.compile(r'<a class="ol-weg__snel" href="https://www\.knmi\.nl/" rel="noreferrer noopener">')


def leaves(page: str) -> bool:
    """Once, above the page itself, and not for who has no script alone or who has it."""
    above = page.partition("<main")[0]
    bare = re.sub(r"<(noscript|template|script)\b.*?</\1>", "", above, flags=re.S)
    return len(LINK.findall(page)) == len(LINK.findall(bare)) == 1


def test_each_page_of_ones_own_is_left_in_one_press(world: World) -> None:
    seen, stays = set(), set()
    for name in names():
        path, role = path_of(name, EXPECTED[name].arguments(world)), _reader_of(name)
        if role is None or not (path.startswith(PLACES) or name in AT_LEAST):
            continue
        answer = world.client(role).get(path)
        if answer.status_code != 200 or not answer["Content-Type"].startswith("text/html"):
            continue
        seen.add(name)
        if not leaves(answer.text):
            stays.add(name)
    assert stays == set()
    assert AT_LEAST - seen == set(), "these were not read"


def test_what_a_press_draws_is_left_in_one_press_too(world: World) -> None:
    """The questions of a survey are read after a code; a form that refused something is read again."""
    asked = of_dossier.the_wave(world)
    code = codes.new_code(QuestionnaireWave.objects.get(**asked))
    person, nobody, survey = world.client("participant"), Client(), reverse("outcomes:questionnaire_answer")
    drawn = {
        "the code": person.post(reverse("outcomes:questionnaire", kwargs=asked)),
        "the questions": nobody.post(survey, {"code": code}),
        "no answer": nobody.post(survey, {"code": code, "send": "1"}),
        "a wrong code": nobody.post(survey, {"code": "x" * 20}),
        "no message": person.post(reverse("mentoring:messages", kwargs={"key": world.pair.key}), {"words": ""}),
        "no report": person.post(reverse("safety:report"), {"words": ""}),
    }
    assert "Wat vind je ervan?" in drawn["the questions"].text
    assert {what for what, answer in drawn.items() if not leaves(answer.text)} == set()


def _reader_of(name: str) -> str | None:
    """Somebody who opens it; who has an account before who has none."""
    readers = [role for role in ROLES if EXPECTED[name].of(role) == 200]
    return next((role for role in readers if role != "anonymous"), next(iter(readers), None))


@pytest.mark.parametrize(
    "page",
    [
        "<body><main></main></body>",
        '<body><noscript><a class="ol-weg__snel" href="https://www.knmi.nl/" rel="noreferrer noopener"></a></noscript>'
        "<main></main></body>",
        '<body><main></main><a class="ol-weg__snel" href="https://www.knmi.nl/" rel="noreferrer noopener"></a></body>',
    ],
)
def test_the_walker_sees_a_page_that_cannot_be_left(page: str) -> None:
    assert not leaves(page)
