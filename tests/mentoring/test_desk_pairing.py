"""Pairing by hand: who looks for a mentor, who has room, why these two, and the press that tells both."""

import pytest
from django.urls import reverse

from mentoring.choices import Topic
from mentoring.models import Match
from mentoring.states import MatchState
from people.models import Letter
from tests.factories.mentoring import a_match
from tests.factories.programmes import admitted
from tests.mentoring.at_the_desk import press, shown
from tests.mentoring.rounds import a_guide, a_seeker

pytestmark = pytest.mark.django_db


def test_an_edition_says_who_is_without_a_mentor_and_where_they_run_short(desk, edition):
    a_seeker(edition, "Zoekt Water", topics=[Topic.WATER], province="Drenthe")
    admitted(edition, user=None)
    a_guide(edition, "Heeft Plek", capacity=3)
    a_match(MatchState.ACTIVE, participation=a_seeker(edition, "Heeft Al"), mentor=a_guide(edition, "Vol"))
    text = shown(desk, "desk_pairing:edition", key=edition.key)
    assert "Zoekt Water" in text and "nog geen profiel" in text and "Heeft Plek" in text
    assert "Heeft Al" not in text and ">Vol<" not in text
    assert "Zonder mentor (2)" in text and "Samen hebben zij 3 vrije plekken." in text
    assert "water en dijken" in text and "Drenthe" in text


def test_who_fits_best_stands_in_front_with_reasons_and_what_does_not_fit(desk, edition):
    mentee = a_seeker(edition, "Anna")
    a_guide(edition, "Past Minder", topics=[Topic.WATER])
    a_guide(edition, "Past Best")
    a_guide(edition, "Kan Niet", languages=["fy"])
    text = shown(desk, "desk_pairing:choose", key=edition.key, participation=mentee.key)
    assert text.index("Past Best") < text.index("Past Minder") < text.index("Kan Niet")
    assert "Deze mentor kent jouw onderwerpen: wonen en zorg en welzijn." in text
    assert "Jullie kozen andere onderwerpen." in text and "Zij kunnen elkaar zo niet spreken." in text
    assert "past goed" in text and "1000" not in text


def test_pairing_by_hand_tells_both_and_says_so(desk, edition):
    mentee, mentor = a_seeker(edition, "Anna"), a_guide(edition, "Xenia")
    there = {"key": edition.key, "participation": mentee.key, "mentor": mentor.key}
    assert "met de hand" in shown(desk, "desk_pairing:confirm", **there) and not Match.objects.exists()
    assert "Het voorstel is verstuurd." in press(desk, "desk_pairing:confirm", **there)
    match = Match.objects.get()
    assert (match.round, match.score, match.state) == (None, None, MatchState.PROPOSED)
    assert match.reasons[0]["code"] == "topics" and Letter.objects.count() == 2
    assert "Met de hand gekoppeld" in shown(desk, "desk_pairs:detail", key=match.key)
    assert desk.post(reverse("desk_pairing:confirm", kwargs=there)).status_code == 404


def test_who_has_no_profile_is_not_paired(desk, edition):
    there = {"key": edition.key, "participation": admitted(edition).key}
    assert "nog geen profiel" in shown(desk, "desk_pairing:choose", **there)
    assert "nog geen profiel" in press(desk, "desk_pairing:confirm", **there, mentor=a_guide(edition).key)
    assert not Match.objects.exists()
