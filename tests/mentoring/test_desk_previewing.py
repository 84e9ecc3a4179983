"""A round at the desk in depth: the table narrowed, other weights tried and kept, how far a computation is."""

import pytest
from django.urls import reverse
from django.utils import timezone

from mentoring.actions import rounds
from mentoring.actions.matches import decline_match
from mentoring.actions.rounds import computing
from mentoring.choices import DeclineReason, Topic
from mentoring.computing import running
from mentoring.models import Computation, Match, Round
from mentoring.next_choices import propose_next
from mentoring.states import MatchState
from programmes.choices import Reveals
from tests.mentoring.at_the_desk import press, shown
from tests.mentoring.rounds import a_guide, a_seeker, laid, names

pytestmark = pytest.mark.django_db


def seen(desk, name, key, **given):
    return desk.get(reverse(name, args=[key]), given).text


def rows(desk, round, **given):
    """What the table shows; who is left over stands below it."""
    text = seen(desk, "desk_rounds:detail", round.key, **given)
    start = text.index('id="koppels"')
    return text[start : text.index("</section>", start)]


def test_the_table_is_narrowed_by_name_province_fit_and_pin(desk, round):
    anna, bea = (Match.objects.get(participation__user__name=name) for name in ("Anna", "Bea"))
    anna.participation.user.mentee_profile.__class__.objects.filter(user=anna.participation.user).update(
        province="Drenthe"
    )
    Match.objects.filter(pk=bea.pk).update(score=300, is_pinned=True)
    for given in ({"naam": "ann"}, {"provincie": "Drenthe"}, {"past": "goed"}, {"vast": "nee"}):
        text = rows(desk, round, **given)
        assert "Anna" in text and "Bea" not in text, given
    assert "Bea" in rows(desk, round, past="beetje") and "Bea" in rows(desk, round, naam=bea.mentor.user.name)
    assert "Geen koppel past hierbij" in rows(desk, round, naam="niemand heet zo")


@pytest.mark.parametrize(
    "given", [{"past": "x"}, {"provincie": "\u202eFriesland"}, {"naam": "a\x00b"}, {"naam": "x" * 5000}]
)
def test_a_filter_that_cannot_be_says_so(desk, round, given):
    assert "Anna" not in rows(desk, round, **given)


def test_a_name_that_waits_for_consent_is_not_found(desk, round):
    round.edition.reveals = Reveals.HEALTH
    round.edition.save()
    text = rows(desk, round, naam="Anna")
    assert "Geen koppel past hierbij" in text and "Wacht op toestemming" not in text


@pytest.fixture
def differ(edition, organiser) -> Round:
    """One mentor knows what Anna asks, and lives where Bea does: what weighs more decides who gets her."""
    a_seeker(edition, "Anna", topics=[Topic.WATER, Topic.CARE, Topic.SAFETY], province="Drenthe")
    a_seeker(edition, "Bea", topics=[Topic.HOUSING], province="Groningen")
    a_guide(edition, "Kent", topics=[Topic.WATER, Topic.CARE, Topic.SAFETY], province="Groningen")
    return rounds.compute_round(rounds.begin_round(edition, by=organiser), by=organiser)


USUAL = {"topics": 30, "help": 25, "office": 15, "province": 10, "language": 5, "availability": 10, "way": 5}
OTHER = {**USUAL, "topics": 10, "province": 40}


def test_other_weights_are_tried_with_who_gains_and_who_loses_and_nothing_is_kept(desk, differ):
    assert names(laid(differ)) == {("Anna", "Kent")}
    text = seen(desk, "desk_rounds:tune", differ.key, **OTHER)
    assert "2 deelnemers krijgen dan een andere mentor." in text
    gains, losses = text.index("Gaan erop vooruit (1)"), text.index("Gaan erop achteruit (1)")
    assert gains < text.index("Bea", gains) < losses < text.index("Anna", losses)
    assert names(laid(differ)) == {("Anna", "Kent")} and Round.objects.get().tuned == {}
    assert "Niets: iedereen houdt dezelfde mentor." in seen(desk, "desk_rounds:tune", differ.key, **USUAL)


def test_raising_the_worst_off_is_tried_beside_the_round_as_it_is(desk, edition, organiser):
    """Anna fits Xenia best and Bea fits neither well: helping Bea first takes Xenia from Anna."""
    a_seeker(edition, "Anna", topics=[Topic.WATER, Topic.CARE, Topic.SAFETY])
    a_seeker(edition, "Bea", topics=[Topic.HOUSING, Topic.MONEY, Topic.CLIMATE])
    a_guide(edition, "Xenia", topics=[Topic.WATER, Topic.CARE, Topic.SAFETY, Topic.HOUSING], capacity=1)
    a_guide(edition, "Yara", topics=[Topic.WATER], capacity=1)
    round = rounds.begin_round(edition, by=organiser)
    two, nothing = "2 deelnemers krijgen dan een andere mentor.", "Niets: iedereen houdt dezelfde mentor."
    for raises, tried in ((True, {}), (False, {"raises_worst_off": "on"})):
        Round.objects.update(raises_worst_off=raises)
        assert two in seen(desk, "desk_rounds:tune", round.key, **USUAL, **tried)
        same = {"raises_worst_off": "on"} if raises else {}
        assert nothing in seen(desk, "desk_rounds:tune", round.key, **USUAL, **same)


def test_kept_weights_decide_this_round_and_are_named(desk, differ, edition, organiser):
    text = desk.post(reverse("desk_rounds:tune", args=[differ.key]), OTHER, follow=True).text
    assert "Bewaard voor deze ronde." in text and "onderwerpen 10 (30)" in text
    kept = Round.objects.get()
    assert kept.tuned == {"topics": 10, "province": 40} and not kept.raises_worst_off
    assert names(laid(kept)) == {("Bea", "Kent")}


@pytest.mark.parametrize("wrong", ["51", "-1", "", "veel", "1e9", "\u0663x"])
def test_a_weight_beyond_its_bounds_is_told_at_its_field_and_kept_nowhere(desk, differ, wrong):
    text = desk.post(reverse("desk_rounds:tune", args=[differ.key]), {**OTHER, "topics": wrong}).text
    assert "Onderwerpen: kies een heel getal van 10 tot 50." in text and "Het ambt: kies" not in text
    assert Round.objects.get().tuned == {}


def test_a_sent_round_is_not_tuned(desk, differ, organiser):
    rounds.send_round(differ, by=organiser)
    assert "al verstuurd" in desk.get(reverse("desk_rounds:tune", args=[differ.key]), follow=True).text
    assert "al verstuurd" in desk.post(reverse("desk_rounds:tune", args=[differ.key]), OTHER, follow=True).text
    assert Round.objects.get().tuned == {}


def test_what_raising_the_worst_off_took_is_said_in_words(desk, round):
    Round.objects.update(raising={"points": 30, "before": 200, "after": 500}, certificate={"total": 1970})
    text = shown(desk, "desk_rounds:detail", key=round.key)
    assert "van ‘past een beetje’ naar ‘past redelijk’" in text and "ongeveer 2 procent" in text
    Round.objects.update(raising={"points": 0, "before": 500, "after": 500})
    assert "kon niet beter" in shown(desk, "desk_rounds:detail", key=round.key)


def test_how_far_a_computation_is_stands_on_the_page(desk, round, monkeypatch):
    monkeypatch.setattr(computing, "AT_ONCE", 0)
    monkeypatch.setattr(computing, "_look", lambda: None)
    assert "worden berekend" in press(desk, "desk_rounds:move", key=round.key, verb="compute")
    Computation.objects.update(stage="solving")
    text = shown(desk, "desk_rounds:detail", key=round.key)
    assert "Stap 3 van 4: zoekt de beste koppels." in text and "Kijk hoe ver het is" in text
    assert "Verstuur de voorstellen" not in text and "Zet vast" not in text and "Laat de ronde vervallen" in text
    running.compute_due()
    text = shown(desk, "desk_rounds:detail", key=round.key)
    assert "Stap" not in text and "Verstuur de voorstellen" in text
    Computation.objects.update(done_at=None, failed_at=timezone.now(), asked_at=timezone.now())
    assert "Het berekenen lukte niet." in shown(desk, "desk_rounds:detail", key=round.key)


def test_a_next_choice_is_seen_and_can_be_stopped(desk, round, organiser):
    rounds.send_round(round, by=organiser)
    Match.objects.filter(participation__user__name="Bea").update(state=MatchState.EXPIRED)
    first = Match.objects.unanswered().get()
    decline_match(first, by=first.mentor.user, reason=DeclineReason.NO_TIME)
    assert "stopt" not in press(desk, "desk_rounds:move", key=round.key, verb="stop_going_on")
    assert propose_next() == 0
    assert "zoekt de ronde zelf verder" in press(desk, "desk_rounds:move", key=round.key, verb="go_on")
    assert propose_next() >= 1
    assert "volgende keuze" in rows(desk, round)
