"""Pairing by hand: who looks for a mentor, who has room, why these two, and the press that tells both."""

import re
from collections import Counter
from datetime import timedelta

import pytest
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone

from mentoring.actions.rounds import begin_round, compute_round
from mentoring.choices import Topic
from mentoring.desk.sections import rounds_ready
from mentoring.models import Match, MentorProfile
from mentoring.models.pairing_rules import rules_of
from mentoring.pace.actions.wishes import wish_other_mentor
from mentoring.pace.choices import WishReason
from mentoring.states import MatchState
from people import consent
from people.models import Letter
from programmes.choices import Reveals
from programmes.models import Participation
from programmes.models.application import CONSENT_PURPOSE
from programmes.safety.blocking import block
from programmes.states import ParticipationState
from tests.factories.mentoring import a_match
from tests.factories.people import ConsentTextFactory
from tests.factories.programmes import admitted
from tests.mentoring.at_the_desk import press, shown
from tests.mentoring.rounds import a_guide, a_seeker
from tests.mentoring.test_told_before_yes import in_main

pytestmark = pytest.mark.django_db


def test_an_edition_says_who_is_without_a_mentor_and_where_they_run_short(desk, edition):
    a_seeker(edition, "Zoekt Water", topics=[Topic.WATER], province="Drenthe")
    admitted(edition, user=None)
    a_guide(edition, "Heeft Plek", capacity=3)
    a_match(MatchState.ACTIVE, participation=a_seeker(edition, "Heeft Al"), mentor=a_guide(edition, "Vol"))
    text = shown(desk, "desk_pairing:edition", key=edition.key)
    assert "Zoekt Water" in text and "Profiel is nog niet af" in text and "Heeft Plek" in text
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


@pytest.fixture
def has_mentors(edition):
    edition.programme.has_mentors = True
    edition.programme.save()


def test_twenty_with_eight_mentors_in_one_press_each(desk, edition, organiser, has_mentors):
    """The suggestions think of everybody together: pressed one by one they fill every place, and none twice."""
    for _number in range(20):
        a_seeker(edition)
    for number in range(8):
        a_guide(edition, capacity=2 if number % 2 else 3)
    text = shown(desk, "desk_pairing:edition", key=edition.key)
    presses = re.findall(r'action="([^"]*/koppelen/[^"]+/[^"]+/[^"]+/)">(?:(?!</form>).)*Stel voor', text)
    assert len(presses) == 20
    for there in presses:
        assert desk.post(there).status_code == 302
    mentors = Counter(Match.objects.unanswered().values_list("mentor", flat=True))
    assert Match.objects.unanswered().count() == 20 and sorted(mentors.values()) == [2] * 4 + [3] * 4
    told = shown(desk, "desk_pairing:edition", key=edition.key)
    assert "Iedereen die je nu kunt koppelen, heeft een mentor of een voorstel." in told


@pytest.mark.parametrize("by_mentor", [True, False])
def test_a_block_cannot_be_told_from_a_mentor_without_room(desk, edition, by_mentor):
    mentee, pauses, apart = a_seeker(edition, "Anna"), a_guide(edition, "Pauze"), a_guide(edition, "Apart")
    MentorProfile.objects.filter(user=pauses.user).update(paused_until=timezone.localdate())
    people = (mentee.user, apart.user)
    block(people[not by_mentor], by=people[by_mentor])
    a_guide(edition, "Kan Wel")
    listed = in_main(desk.get(reverse("desk_pairing:choose", args=[edition.key, mentee.key])))
    assert "Kan Wel" in listed and "Pauze" not in listed and "Apart" not in listed
    for how in (desk.get, desk.post):
        said = []
        for mentor in (pauses, apart):
            there = reverse("desk_pairing:confirm", args=[edition.key, mentee.key, mentor.key])
            said.append(in_main(how(there, follow=True)))
        assert said[0] == said[1] and "Deze twee kun je nu niet aan elkaar voorstellen." in said[0]
    assert not Match.objects.exists()


def test_a_press_is_undone_where_it_was_pressed(desk, edition):
    mentee, mentor = a_seeker(edition, "Anna"), a_guide(edition, "Xenia")
    press(desk, "desk_pairing:confirm", key=edition.key, participation=mentee.key, mentor=mentor.key)
    match = Match.objects.get()
    assert "Net voorgesteld" in shown(desk, "desk_pairing:edition", key=edition.key)
    text = press(desk, "desk_pairing:undo", key=edition.key, match=match.key)
    assert "Teruggenomen." in text and "Net voorgesteld" not in text and "Zonder mentor (1)" in text
    assert "intussen veranderd" in press(desk, "desk_pairing:undo", key=edition.key, match=match.key)


def test_each_without_a_mentor_stands_with_the_reason(desk, edition, has_mentors):
    a_seeker(edition, "Kan Niet", languages=["fy"])
    admitted(edition)
    text = shown(desk, "desk_pairing:edition", key=edition.key)
    assert "Geen mentor heeft plek" in text and "Profiel is nog niet af" in text
    a_guide(edition)
    assert "Geen mentor met plek kan dan" in shown(desk, "desk_pairing:edition", key=edition.key)


def test_the_rules_of_a_programme_decide_the_term(desk, edition):
    there = reverse("desk_pairing:rules", args=[edition.key])
    assert "Deze gelden voor het hele programma" in desk.get(there).text
    for wrong in ("1", "61", "", "x"):
        assert desk.post(there, {"answer_days": wrong}).status_code == 200
    assert rules_of(edition.programme).answer_days == 10
    assert "Bewaard." in desk.post(there, {"answer_days": "5"}, follow=True).text
    assert (rules_of(edition.programme).answer_days, rules_of(edition.programme).participants_ask) == (5, False)
    mentee, mentor = a_seeker(edition), a_guide(edition)
    assert 'value="5"' in shown(desk, "desk_pairing:edition", key=edition.key)
    press(desk, "desk_pairing:confirm", key=edition.key, participation=mentee.key, mentor=mentor.key)
    assert Match.objects.get().last_day == timezone.localdate() + timedelta(days=5)


def test_the_desk_and_the_page_of_the_edition_say_who_waits(desk, edition, organiser, has_mentors):
    seekers = [a_seeker(edition), a_seeker(edition)]
    front = desk.get("/cms/").text
    assert "2 deelnemers" in front and reverse("desk_pairing:edition", args=[edition.key]) in front
    assert "2 zonder mentor" in shown(desk, "desk_edition", key=edition.key)
    a_match(participation=seekers[0], mentor=a_guide(edition))
    round = begin_round(edition, by=organiser)
    a_guide(edition)
    compute_round(round, by=organiser)
    front = desk.get("/cms/").text
    assert "1 koppel" in front and "1 deelnemer<" not in front


def test_the_tile_the_desk_and_the_list_count_the_same_people(desk, edition, organiser, has_mentors):
    edition.reveals = Reveals.HEALTH
    edition.save()
    ConsentTextFactory(purpose=CONSENT_PURPOSE)
    agreed = [a_seeker(edition, name) for name in ("Akkoord", "Wil Anders", "Zegt Ja", "Gestopt", "Is Gekoppeld")]
    for one in agreed:
        consent.give(one.user, CONSENT_PURPOSE, about=edition.key, at=timezone.now())
    a_seeker(edition, "Wacht Nog")  # on the own consent: nobody may pair her
    pair = a_match(MatchState.ACTIVE, participation=agreed[1], mentor=a_guide(edition))
    wish_other_mentor(pair, by=agreed[1].user, reason=WishReason.CLICK, keeps=True)
    a_match(participation=agreed[2], mentor=a_guide(edition))
    Participation.objects.filter(pk=agreed[3].pk).update(state=ParticipationState.LEFT, left_at=timezone.now())
    a_match(MatchState.ACTIVE, participation=agreed[4], mentor=a_guide(edition))
    listed = shown(desk, "desk_pairing:edition", key=edition.key)
    assert "(2)" in listed.partition('id="zonder"')[2][:60]
    assert "2 zonder mentor" in shown(desk, "desk_edition", key=edition.key)
    request = RequestFactory().get("/cms/")
    request.user = organiser
    assert [task.amount for task in rounds_ready(request).tasks] == ["2 deelnemers"]
