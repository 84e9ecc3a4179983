"""Thirty people of networks an hour: by no second network, filter, page, window or other door are there more."""

import re

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from mentoring.alumni.looking import MOST_AN_HOUR
from people.models import User
from programmes.models import Programme
from tests.factories.people import UserFactory
from tests.factories.programmes import ProgrammeFactory
from tests.mentoring.alumni import a_member
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def me() -> User:
    cache.clear()
    return UserFactory()


@pytest.fixture
def networks(me: User) -> list[Programme]:
    """Two, each with twenty others: half of them from Zeeland, the other half of Utrecht."""
    made = [ProgrammeFactory(), ProgrammeFactory()]
    for number, programme in enumerate(made):
        a_member(programme, user=me)
        for other in range(20):
            province = "Zeeland" if other % 2 else "Utrecht"
            a_member(programme, f"Kanarie-{number}-{other}-", province=province, about=f"Lied-{number}-{other}-")
    return made


def names(text: str) -> set[str]:
    return set(re.findall(r"Kanarie-\d+-\d+-", text))


def the_page(browser: Client, programme: Programme, query: str) -> tuple[int, set[str]]:
    answer = browser.get(f"{reverse('mentoring:network', kwargs={'key': programme.key})}?{query}")
    return answer.status_code, names(answer.text)


def test_filters_pages_windows_and_a_second_network_count_together(me, networks):
    windows = [sign_in(Client(), me), sign_in(Client(), me)]
    seen: set[str] = set()
    codes = []
    queries = ["", "provincie=Zeeland", "provincie=Utrecht", "pagina=2", "pagina=3"]
    for turn, (programme, query) in enumerate((one, query) for query in queries for one in networks):
        code, told = the_page(windows[turn % 2], programme, query)
        codes.append(code)
        seen |= told
        assert not (code == 429 and told), "who may see no more sees nobody of that page"
    assert len(seen) <= MOST_AN_HOUR and 429 in codes and 200 in codes


def test_looking_without_reading_counts_too(me, networks):
    browser = sign_in(Client(), me)
    for programme, query in ((networks[0], ""), (networks[0], "pagina=2"), (networks[1], "")):
        assert browser.head(f"{reverse('mentoring:network', kwargs={'key': programme.key})}?{query}").status_code == 200
    assert the_page(browser, networks[1], "pagina=2") == (429, set())


def test_one_by_one_it_ends_as_well(me, networks):
    browser = sign_in(Client(), me)
    members = [one for programme in networks for one in programme.network.exclude(user=me).order_by("key")]
    doors = [reverse("mentoring:network_member", kwargs={"key": m.programme.key, "member": m.key}) for m in members]
    answers = [browser.get(door) for door in doors]
    assert [answer.status_code for answer in answers] == [200] * MOST_AN_HOUR + [429] * (40 - MOST_AN_HOUR)
    assert not any("Kanarie" in answer.text or "Lied" in answer.text for answer in answers[MOST_AN_HOUR:])
