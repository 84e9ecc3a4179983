"""Mentors at the desk: who signed up, what was looked at, yes or no, and that it is noted."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from lifecycle.models import JournalLine
from mentoring.choices import Topic
from mentoring.models import Mentor, PairingRules
from mentoring.states import MentorState
from people.models import PersonSeen
from tests.factories.mentoring import MentorFactory
from tests.factories.programmes import OpenEditionFactory
from tests.mentoring.at_the_desk import press, shown
from tests.mentoring.rounds import a_guide

pytestmark = pytest.mark.django_db


def test_the_list_names_own_mentors_and_filters_by_programme_and_state(desk, edition):
    a_guide(edition, "Toegelaten Mens")
    MentorFactory(programme=edition.programme, user__name="Nieuw Mens")
    a_guide(OpenEditionFactory(), "Ander Mens")
    index = reverse("desk_mentors:index")
    text = desk.get(index).text
    assert "Toegelaten Mens" in text and "Nieuw Mens" in text and "Ander Mens" not in text
    assert "1 van 1" in text
    text = desk.get(f"{index}?state={MentorState.APPLIED}&programme={edition.programme.pk}").text
    assert "Nieuw Mens" in text and "Toegelaten Mens" not in text


def test_what_is_missing_is_filtered_as_the_column_says_it(desk, edition):
    a_guide(edition, "Zonder Verklaring")
    gone = a_guide(edition, "Gestopt Mens")
    Mentor.objects.filter(pk=gone.pk).update(state=MentorState.STOPPED, talked_on=None)
    MentorFactory(programme=edition.programme, user__name="Nieuw Mens")
    index = reverse("desk_mentors:index")
    without_talk = desk.get(f"{index}?missing=talk").text
    assert "Nieuw Mens" in without_talk and "Gestopt Mens" not in without_talk
    assert "Zonder Verklaring" not in desk.get(f"{index}?missing=vog").text, "nobody asks one here"
    PairingRules.objects.create(programme=edition.programme, asks_vog=True)
    assert "Zonder Verklaring" in desk.get(f"{index}?missing=vog").text


def test_seeing_a_mentor_is_noted_and_told(desk, organiser, edition):
    mentor = a_guide(edition, topics=[Topic.WATER])
    assert "water en dijken" in shown(desk, "desk_mentors:detail", key=mentor.key)
    seen = PersonSeen.objects.get(user=mentor.user)
    assert (seen.organisation, seen.what) == (edition.programme.lead(), PersonSeen.What.PROFILE)
    line = JournalLine.objects.get(verb="view")
    assert (line.actor, line.thing_key) == (organiser.journal_key, str(mentor.key))


def test_a_mentor_is_admitted_after_a_talk_and_a_signature(desk, edition):
    mentor = MentorFactory(programme=edition.programme, signed_on="2026-01-04")
    assert "Voer eerst een gesprek" in press(desk, "desk_mentors:move", key=mentor.key, verb="admit")
    days = {"talked_on": "2026-01-05", "signed_on": "2026-01-06", "vog_on": "2026-01-07", "office_checked_on": ""}
    desk.post(reverse("desk_mentors:check", kwargs={"key": mentor.key}), days)
    assert "doet mee" in press(desk, "desk_mentors:move", key=mentor.key, verb="admit")
    mentor.refresh_from_db()
    assert (mentor.state, str(mentor.vog_on), mentor.office_checked_on) == (MentorState.ADMITTED, "2026-01-07", None)
    assert str(mentor.signed_on) == "2026-01-04", "she signs herself: what a desk sends of it is not read"
    assert "Dat kan nu niet meer" in press(desk, "desk_mentors:move", key=mentor.key, verb="refuse")
    assert "gestopt" in press(desk, "desk_mentors:move", key=mentor.key, verb="stop")


def test_a_day_that_was_not_yet_is_said_beside_the_field(desk, edition):
    mentor = MentorFactory(programme=edition.programme)
    later = (timezone.localdate() + timedelta(days=2)).isoformat()
    text = desk.post(reverse("desk_mentors:check", kwargs={"key": mentor.key}), {"talked_on": later}).text
    assert "Deze dag is nog niet geweest." in text and later in text
    assert not Mentor.objects.exclude(talked_on=None).exists()


def test_nobody_admits_herself(desk, organiser, edition):
    mentor = MentorFactory(programme=edition.programme, user=organiser)
    assert "Toelaten" not in shown(desk, "desk_mentors:detail", key=mentor.key).replace("Toelaten kan na", "")
    assert desk.post(reverse("desk_mentors:move", kwargs={"key": mentor.key, "verb": "admit"})).status_code == 404
