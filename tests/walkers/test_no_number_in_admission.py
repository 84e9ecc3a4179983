"""Admission knows words alone: on no screen of applications and reviews a number, total, ranking or cut-off.

Each screen is read twice: with the best judgements of one person and the worst of another, and the other way round.
Not one figure on it and not one place in it may differ.
"""

import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client
from django.urls import NoReverseMatch, reverse
from django.utils.html import strip_tags

from programmes.choices import AdmissionMode, Verdict
from programmes.desk import reviewing
from programmes.models import Application, CriterionJudgement, Edition
from programmes.review.actions import assign_review
from tests.factories.people import UserFactory
from tests.factories.programmes import ProgrammeFactory, SentApplicationFactory, organiser_of
from tests.factories.review import a_reviewer, reviewed_edition, written
from tests.signing_in import sign_in
from tests.walkers.test_the_desk_by_role import own_screens

pytestmark = pytest.mark.django_db

NAMES = ("Aster", "Beuk", "Citroen", "Dovenetel")
TOLD = re.compile(
    r"\b(score|punten|gemiddelde?|rang|rangorde|ranglijst|ondergrens|bovengrens|drempel|totaalscore)\b"
    r"|\d\s*%|\b\d+ (van de|keer) (\d|voldoet|twijfel)|\b\d+ ?x\b",
    re.I,
)
# All that is about applications, once; of the other modes what only they show.
SCREENS = {
    AdmissionMode.REVIEW: [name for name in own_screens() if name.startswith(("desk_applications:", "desk_edition"))],
    AdmissionMode.LOT: ["desk_edition", "desk_edition_lots"],
    AdmissionMode.CONVERSATION: ["desk_edition", "desk_edition_talks"],
}
WAITING = ["desk_edition_reviews"]


@dataclass
class Reviewed:
    edition: Edition
    applications: list[Application]
    readers: list[Client]
    desk: Client


@pytest.fixture
def reviewed() -> Reviewed:
    programme = ProgrammeFactory()
    edition, organiser = reviewed_edition(programme, criteria=3, reviewers_each=2), organiser_of(programme)
    applications = [SentApplicationFactory(edition=edition, user__name=name) for name in NAMES]
    links = [a_reviewer(edition, UserFactory(name=name)) for name in ("Lezer Lou", "Lezer Mo")]
    for application in applications:
        for link in links:
            written(assign_review(application, reviewer=link, by=organiser), Verdict.DOUBTFUL)
    readers = [sign_in(Client(), link.user) for link in links]
    return Reviewed(edition, applications, readers, sign_in(Client(), organiser))


def judge(reviewed: Reviewed, best: int, worst: int) -> None:
    for place, verdict in ((best, Verdict.MEETS), (worst, Verdict.FAILS)):
        of_one = CriterionJudgement.objects.filter(review__application=reviewed.applications[place])
        of_one.update(verdict=verdict)


def read_by_all(reviewed: Reviewed, screens: list[str]) -> dict[str, tuple[Counter[str], list[str]]]:
    """By screen: the figures on it, and the people in their order."""
    found = {}
    own = [(reviewed.desk, path) for name in screens for path in _paths(name, reviewed)]
    for browser, path in [*own, *((reader, reverse("programmes:reviews")) for reader in reviewed.readers)]:
        answer = browser.get(path)
        if answer.status_code != 200:
            continue
        page = answer.text
        words = strip_tags(re.sub(r"<(script|style|svg)\b.*?</\1>", "", page[page.find("<main") :], flags=re.S))
        assert not TOLD.search(words), (path, TOLD.search(words))
        found[path] = (Counter(re.findall(r"\d+", words)), re.findall("|".join(NAMES), words))
    return found


def _paths(name: str, reviewed: Reviewed) -> list[str]:
    keys: list[dict[str, Any]] = [{}, {"key": reviewed.edition.key}, {"pk": reviewed.edition.pk}]
    keys += [{"key": reviewed.applications[place].key} for place in (0, 3)]
    found = []
    for arguments in keys:
        try:
            found.append(reverse(name, kwargs=arguments))
        except NoReverseMatch:
            continue
    return found


@pytest.mark.parametrize("mode", SCREENS)
def test_no_figure_and_no_place_comes_from_what_was_found(reviewed: Reviewed, mode: str) -> None:
    Edition.objects.filter(pk=reviewed.edition.pk).update(admission_mode=mode)
    judge(reviewed, best=0, worst=3)
    one = read_by_all(reviewed, SCREENS[mode])
    judge(reviewed, best=3, worst=0)
    assert read_by_all(reviewed, SCREENS[mode]) == one
    if mode != AdmissionMode.REVIEW:
        return
    listed = [path for path, (_figures, people) in one.items() if set(people) == set(NAMES)]
    assert len(listed) >= 2 and len(one) >= 9, "too little was read"


def test_the_walker_sees_a_total(reviewed: Reviewed, monkeypatch: pytest.MonkeyPatch) -> None:
    def with_a_total(application: Application) -> dict[str, Any]:
        said = CriterionJudgement.objects.filter(review__application=application, verdict=Verdict.MEETS)
        return row(application) | {"stands": f"Goed: {said.count()}"}

    row = reviewing._row
    monkeypatch.setattr(reviewing, "_row", with_a_total)
    judge(reviewed, best=0, worst=3)
    one = read_by_all(reviewed, WAITING)
    CriterionJudgement.objects.filter(review__application=reviewed.applications[1]).update(verdict=Verdict.MEETS)
    assert read_by_all(reviewed, WAITING) != one


def test_the_walker_sees_a_ranking(reviewed: Reviewed, monkeypatch: pytest.MonkeyPatch) -> None:
    def best_first(pages: Any, number: Any) -> Any:
        page = get_page(pages, number)
        good = CriterionJudgement.objects.filter(verdict=Verdict.MEETS).values_list("review__application", flat=True)
        page.object_list = sorted(page.object_list, key=lambda one: one.pk not in set(good))
        return page

    get_page = reviewing.Paginator.get_page
    monkeypatch.setattr(reviewing.Paginator, "get_page", best_first)
    judge(reviewed, best=0, worst=3)
    one = read_by_all(reviewed, WAITING)
    judge(reviewed, best=3, worst=0)
    assert read_by_all(reviewed, WAITING) != one
