"""The order on a screen of the desk: what leads on first, what cannot be undone apart; nothing typed gets lost."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from mentoring.actions import rounds
from mentoring.asking.enquiring import ask_first
from mentoring.models import Match, Round
from mentoring.pace.states import CheckInState
from mentoring.states import MatchState, MentorState, Side
from tests.factories.mentoring import MentorFactory, a_match, a_pair
from tests.mentoring.at_the_desk import press, shown
from tests.mentoring.rounds import a_guide, a_seeker, laid

pytestmark = pytest.mark.django_db

FILLED = re.compile(r'<button class="button" type="submit">([^<]+)')
APART = re.compile(r'<details class="desk-apart"><summary>([^<]+)</summary><p>[^<]{20,}</p>')


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("desk_mentors", "Wie mentor wil worden, meldt zich aan op de site."),
        ("desk_pairing", "Laat eerst deelnemers toe."),
        ("desk_rounds", "Kies bij Koppelen een editie, en begin er een."),
        ("desk_pairs", "Begin bij Koppelen: met de hand, of met een ronde."),
        ("desk_requests", "Er wacht nu niets."),
        ("desk_barriers", "Deelnemers doen dat op hun eigen pagina."),
    ],
)
def test_an_empty_list_says_what_comes_there(desk, name, said):
    assert said in desk.get(reverse(f"{name}:index")).text


def test_a_round_leads_on_with_one_button_and_ends_below_with_two_presses(desk, round, organiser):
    page = shown(desk, "desk_rounds:detail", key=round.key)
    assert FILLED.findall(page) == ["Verstuur de voorstellen"] and APART.findall(page) == ["Laat de ronde vervallen"]
    assert page.index("Zet vast") < page.index('class="desk-apart"') and "Bereken opnieuw" in page
    rounds.send_round(round, by=organiser)
    page = shown(desk, "desk_rounds:detail", key=round.key)
    assert not FILLED.findall(page) and not APART.findall(page) and "Sluit de ronde af" in page


def test_a_dropped_round_says_so_and_leads_to_a_new_one(desk, round):
    page = press(desk, "desk_rounds:move", key=round.key, verb="drop")
    assert "Begin opnieuw bij koppelen" in page and "Er is nog geen koppel" not in page and "Koppels (" not in page


def test_of_a_round_of_long_ago_nothing_is_said_that_went(desk, round, organiser):
    rounds.send_round(round, by=organiser)
    Match.objects.filter(round=round).delete()
    rounds.close_round(round, by=organiser)
    Round.objects.filter(pk=round.pk).update(
        certificate=None, raises_worst_off=True, raising={"before": 300, "after": 500, "points": 126}
    )
    page = shown(desk, "desk_rounds:detail", key=round.key)
    assert "bewaren wij niet meer" in page and "Er is nog geen koppel" not in page and "Koppels (" not in page
    assert not re.search(r"<td[^>]*>\s*0\s*</td>", desk.get(reverse("desk_rounds:index")).text)
    assert "van ‘past een beetje’ naar ‘past redelijk’" in page and "procent" not in page


def test_who_finds_nobody_is_told_only_once_it_was_computed(desk, edition, organiser):
    a_seeker(edition)
    begun = rounds.begin_round(edition, by=organiser)
    page = shown(desk, "desk_rounds:detail", key=begun.key)
    assert FILLED.findall(page) == ["Bereken de koppels"] and "Nog zonder mentor" not in page
    assert "De koppels zijn nog niet berekend." in page
    assert "Nog zonder mentor (1)" in press(desk, "desk_rounds:move", key=begun.key, verb="compute")


def test_a_press_in_a_narrowed_table_leaves_it_narrow(desk, round):
    one = laid(round).get(participation__user__name="Anna")
    there = reverse("desk_rounds:pair", kwargs={"key": round.key, "match": one.key, "verb": "pin"})
    assert f"{there}?naam=Anna" in desk.get(reverse("desk_rounds:detail", args=[round.key]), {"naam": "Anna"}).text
    answer = desk.post(f"{there}?naam=Anna&provincie=&onbekend=1")
    assert answer.url == f"{reverse('desk_rounds:detail', args=[round.key])}?naam=Anna"


@pytest.mark.parametrize("typed", ["1", "999", "", "tien", "a\x00b", "9" * 5000])
def test_a_term_that_cannot_be_stands_at_its_field_with_what_was_typed(desk, edition, typed):
    a_seeker(edition)
    page = desk.post(reverse("desk_pairing:begin", args=[edition.key]), {"answer_days": typed}, follow=True).text
    assert re.search(r'error-message">\s*Kies 2 tot 60 dagen om te antwoorden', page)
    assert f'value="{typed[:20]}"' in page or not typed or "\x00" in typed


def test_a_round_is_begun_only_where_somebody_waits(desk, edition):
    assert "Begin een koppelronde" not in shown(desk, "desk_pairing:edition", key=edition.key)
    a_seeker(edition)
    assert "Begin een koppelronde" in shown(desk, "desk_pairing:edition", key=edition.key)


def test_a_mentor_is_let_in_by_the_filled_button_once_that_can(desk, edition):
    mentor = MentorFactory(programme=edition.programme, signed_on="2026-01-04")
    page = shown(desk, "desk_mentors:detail", key=mentor.key)
    assert FILLED.findall(page) == ["Bewaar de data"] and APART.findall(page) == ["Niet toelaten"]
    mentor.talked_on = timezone.localdate()
    mentor.save()
    assert FILLED.findall(shown(desk, "desk_mentors:detail", key=mentor.key)) == ["Toelaten"]
    mentor.state = MentorState.ADMITTED
    mentor.save()
    assert APART.findall(shown(desk, "desk_mentors:detail", key=mentor.key)) == ["Laten stoppen"]


def test_what_a_mentor_chose_is_told_to_somebody_else_than_her(desk, edition):
    page = shown(desk, "desk_mentors:detail", key=a_guide(edition).key)
    assert "Helpt bij" in page and "Kan op" in page and not re.search(r"Waarbij je helpt|Wanneer je kunt", page)


def test_a_pair_leads_on_and_ends_apart_and_an_answer_stands_behind_its_question(desk, edition):
    pair = a_pair(a_seeker(edition), a_guide(edition))
    pair.check_ins.create(
        side=Side.MENTEE,
        moment="four_weeks",
        state=CheckInState.ANSWERED,
        answered_at=timezone.now(),
        going="well",
        need="nothing",
    )
    page = shown(desk, "desk_pairs:detail", key=pair.key)
    assert APART.findall(page) == ["Sluit dit koppel af"]
    assert re.search(r"<dt>Wat nu helpt</dt><dd>Niets\. Wij redden ons\.</dd>", page)


def test_the_list_of_pairs_asks_nothing_of_who_answered(desk, edition):
    a_pair(a_seeker(edition), a_guide(edition))
    until = re.compile(r'data-kop="Antwoord uiterlijk">([^<]*)</td>')
    assert until.findall(desk.get(reverse("desk_pairs:index")).text) == [""]
    open_one = a_match(MatchState.PROPOSED, participation=a_seeker(edition), mentor=a_guide(edition))
    assert Match.objects.get(pk=open_one.pk).answer_until
    assert sorted(map(bool, until.findall(desk.get(reverse("desk_pairs:index")).text))) == [False, True]
    assert "Antwoord uiterlijk" in shown(desk, "desk_pairs:detail", key=open_one.key)
    Match.objects.filter(pk=open_one.pk).update(state=MatchState.EXPIRED)
    page = shown(desk, "desk_pairs:detail", key=open_one.key)
    assert "Antwoord uiterlijk" not in page and "Kijk bij koppelen wie nog geen mentor heeft" in page


def test_an_answer_that_is_too_long_stays_in_a_field_of_the_desk(desk, edition):
    match = a_match(MatchState.PROPOSED, participation=a_seeker(edition), mentor=a_guide(edition))
    asked = ask_first(match, "Kan zij op dinsdag?", by=match.mentor.user)
    seen = shown(desk, "desk_requests:detail", key=match.key)
    assert reverse("desk_participations:detail", args=[match.participation.key]) in seen
    assert "Vraag het de deelnemer" in seen and "Vraag het de mentor" not in seen
    there = reverse("desk_requests:reply", kwargs={"key": match.key, "enquiry": asked.key})
    page = desk.post(there, {f"{str(asked.key)[:8]}-words": "Ja hoor. " * 60}).text
    assert re.search(r'error-message">\s*Schrijf hier hooguit 280', page) and "Ja hoor. Ja hoor." in page
    assert "utrecht-" not in page and "ol-foutkop" not in page
