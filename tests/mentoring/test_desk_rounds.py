"""A round at the desk: from an edition to a preview, to what is sent, to how each answered."""

import pytest
from django.urls import reverse

from mentoring.models import Match, Round
from mentoring.states import MatchState, RoundState
from people.models import Letter, PersonSeen
from programmes.choices import Reveals
from tests.mentoring.at_the_desk import press, shown
from tests.mentoring.rounds import a_guide, a_seeker

pytestmark = pytest.mark.django_db


def test_from_an_edition_to_a_preview_that_nobody_hears_of(desk, edition):
    a_seeker(edition, "Anna")
    a_seeker(edition, "Over")
    a_guide(edition, "Xenia")
    text = desk.post(reverse("desk_pairing:begin", args=[edition.key]), {"answer_days": 7}, follow=True).text
    assert "Xenia" in text and "Deze deelnemer kiest jouw onderwerpen" in text and "past goed" in text
    assert "Nog zonder mentor (1)" in text and "er 7 dagen om te antwoorden" in text
    assert not Letter.objects.exists()


def test_a_colleague_who_begins_too_is_led_to_the_same_round(desk, round):
    text = desk.post(reverse("desk_pairing:begin", args=[round.edition.key]), {"answer_days": 7}, follow=True).text
    assert "Er is al een ronde bezig" in text and "Anna" in text
    assert Round.objects.count() == 1


def test_a_term_that_cannot_be_is_said(desk, edition):
    text = desk.post(reverse("desk_pairing:begin", args=[edition.key]), {"answer_days": 1}, follow=True).text
    assert "Kies 2 tot 60 dagen" in text and not Round.objects.exists()


def test_pin_take_out_allow_and_compute_again(desk, round):
    match = Match.objects.get(participation__user__name="Anna")

    def pair(verb):
        return press(desk, "desk_rounds:pair", key=round.key, match=match.key, verb=verb)

    assert "staat vast" in pair("pin")
    assert "Maak los" in shown(desk, "desk_rounds:detail", key=round.key)
    assert "staat los" in pair("unpin")
    assert "Eruit gehaald" in pair("forbid")
    assert "klaar om te bekijken" in press(desk, "desk_rounds:move", key=round.key, verb="compute")
    assert not Match.objects.prepared().filter(participation=match.participation, mentor=match.mentor).exists()
    assert "mag weer" in pair("allow")
    assert "staat niet meer in de ronde" in pair("pin")


def test_sent_it_shows_how_each_answered(desk, round, organiser):
    assert "2 voorstellen zijn verstuurd." in press(desk, "desk_rounds:move", key=round.key, verb="send")
    assert "Dat kan nu niet meer" in press(desk, "desk_rounds:move", key=round.key, verb="send")
    Match.objects.filter(participation__user__name="Anna").update(
        state=MatchState.DECLINED, declined_by="mentor", decline_reason="time"
    )
    text = shown(desk, "desk_rounds:detail", key=round.key)
    assert "Mentor zei nee: Ik heb nu te weinig tijd." in text and "Voorgesteld: 1" in text
    assert "Zet vast" not in text and "Verstuur de voorstellen" not in text
    assert "Er zijn nog voorstellen zonder antwoord" in press(desk, "desk_rounds:move", key=round.key, verb="close")
    Match.objects.unanswered().update(state=MatchState.EXPIRED)
    assert "afgesloten" in press(desk, "desk_rounds:move", key=round.key, verb="close")


def test_a_round_is_dropped_without_a_word(desk, round):
    assert "gaat niet door" in press(desk, "desk_rounds:move", key=round.key, verb="drop")
    assert not Match.objects.exists() and not Letter.objects.exists()
    assert Round.objects.get().state == RoundState.DROPPED


def test_who_does_not_agree_yet_to_be_seen_is_not_named(desk, round):
    round.edition.reveals = Reveals.HEALTH
    round.edition.save()
    PersonSeen.objects.all().delete()
    text = shown(desk, "desk_rounds:detail", key=round.key)
    assert "Wacht op toestemming" in text and "Anna" not in text and "Deze deelnemer kiest" not in text
    assert not PersonSeen.objects.filter(user__name="Anna").exists()


@pytest.mark.parametrize("name", ["desk_rounds:detail", "desk_pairing:edition"])
def test_no_title_names_a_programme(desk, round, name):
    """The title stands in the history of a browser."""
    thing = round if name == "desk_rounds:detail" else round.edition
    text = shown(desk, name, key=thing.key)
    title = text[text.index("<title>") : text.index("</title>")]
    assert "Eigen programma" not in title and "eigen editie" not in title
