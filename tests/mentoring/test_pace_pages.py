"""/mijn/koppel/ and the link in a mail: what a pair sees and presses about how it goes on."""

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from mentoring.models import CheckIn, Match, MentorWish, Nudge
from mentoring.pace.actions import agreeing, check_ins, going_on, nudging
from mentoring.pace.choices import Going, Moment, Need
from mentoring.pace.states import CheckInState, NudgeState
from mentoring.states import MatchState, Side
from people import letters
from people.letters import registered
from people.models import Letter
from tests.factories.mentoring import a_pair
from tests.factories.programmes import organiser_of
from tests.mentoring.at_the_desk import press, shown
from tests.mentoring.rounds import a_guide, a_seeker
from tests.mentoring.test_pace import PLAN

pytestmark = pytest.mark.django_db

BAD = {"nul": "a\x00b", "long": "x" * 1_000_000, "marks": "\u202ea\u200fb"}


def get(client, thing, name="room", **more) -> str:
    return client.get(reverse(f"mentoring:{name}", kwargs={"key": thing.key, **more})).text


def send(client, thing, name, data=None, **more) -> str:
    url = reverse(f"mentoring:{name}", kwargs={"key": thing.key, **more})
    return client.post(url, data or {}, follow=True).text


def in_days(days: int):
    return timezone.localdate() + timedelta(days=days)


@pytest.fixture
def nudge(pair) -> Nudge:
    return nudging.nudge_by_hand(pair, by=organiser_of(pair.mentor.programme))


# Plan and goals -----------------------------------------------------------------------------------------


def test_a_plan_goes_from_one_to_the_other_and_stands_beside(pair, as_mentee, as_mentor):
    data = {
        "often": "monthly",
        "way": "online",
        "minutes": "60",
        "until": in_days(90).isoformat(),
        "words": "Ons geheim",
    }
    assert "zegt nog ja of nee" in send(as_mentee, pair, "room_plan", data)
    waits = get(as_mentee, pair)
    assert "Je nieuwe plan wacht op" in waits and "Ja, dit is ons plan" not in waits
    assert "maakte een plan voor jullie" in get(as_mentor, pair)
    plan = pair.agreements.get()
    assert "Jullie zijn het eens" in send(as_mentor, plan, "plan_move", verb="akkoord")
    text = get(as_mentee, pair)
    assert "Allebei akkoord" in text and "Ons geheim" in text and "Een keer per maand" in text
    assert "Ons geheim" in get(as_mentor, pair, "room_plan"), "the next plan begins from this one"


@pytest.mark.parametrize("bad", BAD)
def test_a_plan_that_is_wrong_says_what_and_loses_nothing(pair, as_mentee, bad):
    data = {"often": "x", "way": "", "minutes": "5", "until": "2020-01-01", "words": BAD[bad]}
    text = send(as_mentee, pair, "room_plan", data)
    for said in (
        "Kies een antwoord uit de lijst",
        "minstens 10 minuten",
        "Kies een dag die nog komt",
        'value="2020-01-01"',
    ):
        assert said in text
    assert ("Dit is te lang" in text) == (bad == "long") and not pair.agreements.exists()


def test_goals_are_added_ticked_and_taken_away(pair, as_mentee, as_mentor):
    assert "Er staat nog geen doel" in get(as_mentee, pair, "room_goals")
    send(as_mentee, pair, "room_goals", {"words": "Ik bezoek een raad"})
    goal = pair.goals.get()
    assert "Gelukt. Mooi!" in send(as_mentor, goal, "goal_move", verb="gelukt")
    assert "Ik bezoek een raad" in get(as_mentee, pair)
    assert as_mentee.post(reverse("mentoring:goal_move", kwargs={"key": goal.key, "verb": "x"})).status_code == 404
    send(as_mentor, goal, "goal_move", verb="weghalen")
    assert not pair.goals.exists()
    assert "Schrijf je doel op" in send(as_mentor, pair, "room_goals", {"words": "\u200b"})


# Going on -----------------------------------------------------------------------------------------------


def test_outside_the_portal_one_press_a_month_is_asked_on_top(pair, as_mentee, as_mentor):
    assert "Eén druk van één van jullie is genoeg" in get(as_mentee, pair, "room_outside")
    assert "één druk per maand" in send(as_mentee, pair, "room_outside")
    top = get(as_mentor, pair)
    assert top.index("deze maand gesproken?") < top.index("Schrijf een bericht")
    assert "Wanneer spreken jullie elkaar" not in top, "they said that they do not meet here"
    assert "Genoteerd" in send(as_mentor, pair, "room_month")
    rest = get(as_mentee, pair)
    assert "deze maand gesproken?" not in rest and "Wanneer spreken jullie elkaar" not in rest
    assert "Wij spreken weer hier af" in rest, "the way back stands there all month"
    assert "al genoteerd" in send(as_mentee, pair, "room_month")
    assert "Wanneer spreken jullie elkaar" in send(as_mentee, pair, "room_inside")


def test_a_pause_is_set_seen_by_both_and_taken_off(pair, as_mentee, as_mentor):
    assert "hoogstens een half jaar" in send(as_mentee, pair, "room_pause", {"until": in_days(400).isoformat()})
    send(as_mentee, pair, "room_pause", {"until": in_days(20).isoformat()})
    assert "Jullie hebben pauze tot en met" in get(as_mentor, pair)
    send(as_mentor, pair, "room_resume")
    assert "Jullie hebben pauze" not in get(as_mentee, pair)


def test_another_mentor_is_asked_for_while_going_on_and_taken_back(pair, as_mentee, as_mentor):
    assert as_mentor.get(reverse("mentoring:room_other_mentor", kwargs={"key": pair.key})).status_code == 404
    assert "andere mentor" not in get(as_mentor, pair)
    assert "Kies wat er tot die tijd" in send(as_mentee, pair, "room_other_mentor", {"reason": "click"})
    send(as_mentee, pair, "room_other_mentor", {"reason": "click", "until_then": "keep"})
    assert "zoekt een andere mentor voor je" in get(as_mentee, pair)
    assert "andere mentor" not in get(as_mentor, pair), "the mentor reads nothing of it"
    send(as_mentee, pair, "room_other_mentor_back")
    assert not MentorWish.objects.open().exists()
    send(as_mentee, pair, "room_other_mentor", {"reason": "click", "until_then": "end"})
    pair.refresh_from_db()
    assert pair.state == MatchState.ENDED and "klikt" not in get(as_mentor, pair)


# Did you speak? -----------------------------------------------------------------------------------------


def the_link(user) -> str:
    letter = Letter.objects.get(message="mentoring.spoken_asked", recipient=user)
    words = registered()[letter.message].render(user, letter.ids)
    return next(word for word in words.text.split() if "/gesproken/" in word).replace("https://testserver", "")


def test_one_press_from_a_mail_that_reveals_nothing_without_signing_in(pair, nudge):
    letters.send_due()
    for sent in mail.outbox:
        whole = sent.subject + sent.body + str(sent.alternatives)
        assert not [name for name in ("Echt", "Yara", "Marjan", "mentor", str(pair.key)) if name in whole]
    link = next(word for word in mail.outbox[0].body.split() if "/gesproken/" in word)
    path = "/" + link.split("/", 3)[3]
    anybody = Client()
    opened = anybody.get(path)
    nudge.refresh_from_db()
    assert opened.status_code == 200 and nudge.state == NudgeState.ASKED, "opening changes nothing"
    assert "Echt" not in opened.text and "no-store" in opened["Cache-Control"] and opened["X-Robots-Tag"] == "noindex"
    assert opened["Referrer-Policy"] == "same-origin"
    assert "Goed om te weten" in anybody.post(path, {"antwoord": "nee"}).text
    assert "Intussen toch" in anybody.get(path).text
    assert "telt voor jullie allebei" in anybody.post(path, {"antwoord": "ja"}).text
    gone = anybody.get(path)
    assert gone.status_code == 404 and "al voorbij" in gone.text and anybody.post(path).status_code == 404
    nudge.refresh_from_db()
    assert nudge.state == NudgeState.SPOKEN


def test_the_same_question_waits_in_their_own_place(pair, nudge, as_mentee, as_mentor):
    assert "Nee, nog niet" in get(as_mentee, pair)
    assert "Stel samen een tijd voor" in send(as_mentee, nudge, "nudge_answer", {"antwoord": "nee"})
    assert "Nee, nog niet" not in get(as_mentor, pair)
    assert "telt voor jullie allebei" in send(as_mentor, nudge, "nudge_answer", {"antwoord": "ja"})
    assert "al genoteerd" in send(as_mentee, nudge, "nudge_answer", {"antwoord": "ja"})


# How it goes --------------------------------------------------------------------------------------------


def test_a_check_in_is_two_taps_that_the_organiser_reads_and_the_other_never(desk, edition, as_mentee, as_mentor):
    pair = a_pair(a_seeker(edition), a_guide(edition))
    check_ins.ask_check_in(pair, Moment.FOUR_WEEKS)
    hers, his = pair.check_ins.get(side=Side.MENTEE), pair.check_ins.get(side=Side.MENTOR)
    own = Client()
    own.force_login(pair.participation.user)
    assert own.get(reverse("mentoring:check_in", kwargs={"key": his.key})).status_code == 404
    assert "Vertel hoe het gaat" in get(own, pair)
    wrong = send(own, hers, "check_in", {"going": "hard", "words": "y" * 281})
    assert "Kies wat nu helpt" in wrong and "281" in wrong and "y" * 281 in wrong
    send(own, hers, "check_in", {"going": "hard", "need": "call", "words": "Bel mij \x00morgen"})
    hers.refresh_from_db()
    assert (hers.state, hers.words) == (CheckInState.ANSWERED, "Bel mij morgen")
    page = shown(desk, "desk_pairs:detail", key=pair.key)
    assert "Bel mij morgen" in page and str(Need.CALL.label) in page and "Deelnemer, na vier weken" in page
    assert "Vertel hoe het gaat" not in get(own, pair) and "al voorbij" in get_followed(own, hers)
    other = Client()
    other.force_login(pair.mentor.user)
    assert "Bel mij" not in get(other, pair)


def get_followed(client, check_in) -> str:
    return client.get(reverse("mentoring:check_in", kwargs={"key": check_in.key}), follow=True).text


def test_after_the_end_each_looks_back_without_waiting_for_the_mail(as_mentee, pair):
    Match.objects.filter(pk=pair.pk).update(active_at=timezone.now() - timedelta(days=60))
    send(as_mentee, pair, "room_end")
    assert "Kijk kort terug" in get(as_mentee, pair)
    form = send(as_mentee, pair, "room_look_back")
    assert "Hoe ging het tussen jullie?" in form and "Wat gaf het jou?" in form
    found = CheckIn.objects.get(side=Side.MENTEE, moment=Moment.END)
    send(as_mentee, found, "check_in", {"going": "well", "helped": ["courage", "people"]})
    found.refresh_from_db()
    assert (found.going, found.helped) == (Going.WELL, ["courage", "people"])
    text = get(as_mentee, pair)
    assert "Kijk kort terug" not in text and "Ons plan" not in text and "nog zes maanden" in text


def test_only_the_first_thing_that_asks_is_large(pair, as_mentor, nudge):
    agreeing.propose_agreement(pair, by=pair.participation.user, **PLAN)
    check_ins.ask_check_in(pair, Moment.FOUR_WEEKS)
    text = get(as_mentor, pair)
    assert text.count("ol-kaart--rand") == 1
    assert text.index("ol-kaart--rand") < text.index("maakte een plan voor jullie") < text.index("Nee, nog niet")


# At the desk --------------------------------------------------------------------------------------------


def test_the_desk_sorts_by_how_it_goes_and_asks_by_hand(desk, edition):
    quiet, well = (
        a_pair(a_seeker(edition, name), a_guide(edition), at=timezone.now() - timedelta(weeks=weeks))
        for name, weeks in (("Stilke", 20), ("Goedele", 1))
    )
    going_on.go_outside(well, by=well.mentor.user)
    index = reverse("desk_pairs:index")
    assert "Stilke" in desk.get(index, {"health": "silent"}).text
    assert "Goedele" not in desk.get(index, {"health": "silent"}).text
    assert "Goedele" in desk.get(index, {"health": "outside"}).text
    assert "mail met één vraag" in press(desk, "desk_pairs:move", key=quiet.key, verb="nudge")
    assert "al gevraagd" in press(desk, "desk_pairs:move", key=quiet.key, verb="nudge")
    page = shown(desk, "desk_pairs:detail", key=quiet.key)
    assert "door de organisatie: gevraagd" in page and "Koppel sinds" in page


def test_the_desk_reads_who_asks_for_another_mentor_and_why_but_no_plan_and_no_goal(desk, edition, organiser):
    pair = a_pair(a_seeker(edition, "Anna"), a_guide(edition))
    mentee = pair.participation.user
    own = Client()
    own.force_login(mentee)
    send(own, pair, "room_goals", {"words": "Geheim doel"})
    agreeing.propose_agreement(pair, by=mentee, **PLAN)
    send(own, pair, "room_other_mentor", {"reason": "click", "until_then": "keep"})
    assert "andere mentor" in desk.get("/cms/").text
    page = shown(desk, "desk_pairs:detail", key=pair.key)
    assert "Het klikt niet" in page and "Geheim doel" not in page and PLAN["words"] not in page
    assert "Anna" in shown(desk, "desk_pairing:edition", key=edition.key)
