"""Whose the screens of mentoring are, and that they stay small however many people there are."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from mentoring.actions.rounds import begin_round, compute_round, send_round
from mentoring.models import Match, Round
from mentoring.states import RoundState
from tests.factories.mentoring import a_pair
from tests.factories.people import AdministratorFactory, MembershipFactory
from tests.mentoring.at_the_desk import shown
from tests.mentoring.rounds import a_guide, a_seeker
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db


def _doors(round):
    edition, match = round.edition, Match.objects.filter(round=round).first()
    pair = {"key": edition.key, "participation": match.participation.key}
    return [
        ("get", reverse("desk_mentors:detail", args=[match.mentor.key])),
        ("post", reverse("desk_mentors:check", args=[match.mentor.key])),
        ("post", reverse("desk_mentors:move", args=[match.mentor.key, "stop"])),
        ("get", reverse("desk_pairing:edition", args=[edition.key])),
        ("post", reverse("desk_pairing:begin", args=[edition.key])),
        ("get", reverse("desk_pairing:choose", kwargs=pair)),
        ("post", reverse("desk_pairing:confirm", kwargs={**pair, "mentor": match.mentor.key})),
        ("get", reverse("desk_rounds:detail", args=[round.key])),
        ("post", reverse("desk_rounds:move", args=[round.key, "send"])),
        ("post", reverse("desk_rounds:pair", args=[round.key, match.key, "pin"])),
    ]


@pytest.mark.parametrize("who", [MembershipFactory, AdministratorFactory])
def test_to_another_organisation_and_to_an_administrator_none_of_it_exists(client, round, who):
    user = who()
    sign_in(client, getattr(user, "user", user))
    for verb, path in _doors(round):
        assert getattr(client, verb)(path).status_code == 404, path
    assert Round.objects.get().state == RoundState.READY


def test_another_organisations_lists_are_empty(client, round, organiser):
    send_round(round, by=organiser)
    sign_in(client, MembershipFactory().user)
    for name in ("desk_mentors", "desk_pairing", "desk_rounds", "desk_pairs"):
        text = client.get(reverse(f"{name}:index")).text
        assert not [word for word in ("Anna", "Xenia", "eigen editie", "Eigen programma") if word in text], name


def _pile_up(edition, number):
    for _number in range(number):
        a_seeker(edition)
        a_guide(edition, capacity=2)
        a_pair(a_seeker(edition), a_guide(edition))


@pytest.mark.parametrize(
    "name",
    ["desk_mentors:index", "desk_pairing:index", "desk_pairing:edition", "desk_rounds:detail", "desk_pairs:index"],
)
def test_a_page_takes_no_query_more_for_a_row(desk, edition, organiser, name):
    round = begin_round(edition, by=organiser)
    arguments = {"desk_pairing:edition": [edition.key], "desk_rounds:detail": [round.key]}.get(name, [])

    def count():
        compute_round(round, by=organiser)
        desk.get(reverse(name, args=arguments))
        with CaptureQueriesContext(connection) as captured:
            assert desk.get(reverse(name, args=arguments)).status_code == 200
        return len(captured)

    _pile_up(edition, 2)
    few = count()
    _pile_up(edition, 4)
    assert count() == few <= 30


def test_choosing_a_mentor_takes_no_query_more_for_a_mentor(desk, edition):
    mentee = a_seeker(edition)
    path = reverse("desk_pairing:choose", kwargs={"key": edition.key, "participation": mentee.key})

    def count():
        desk.get(path)
        with CaptureQueriesContext(connection) as captured:
            desk.get(path)
        return len(captured)

    _pile_up(edition, 1)
    few = count()
    _pile_up(edition, 4)
    assert count() == few <= 24


def test_lists_are_paged(desk, edition):
    for _number in range(27):
        a_seeker(edition)
        a_guide(edition)
    text = shown(desk, "desk_pairing:edition", key=edition.key)
    assert text.count("Pagina 1 van 2") == 2
    path = reverse("desk_pairing:edition", kwargs={"key": edition.key})
    assert len(re.findall(rf'href="{path}[0-9a-f-]+/"', desk.get(f"{path}?p=2").text)) == 2, (
        "one way to choose for each"
    )
