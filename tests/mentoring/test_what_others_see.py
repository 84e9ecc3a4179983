"""What stands beside each field of a profile is true, and what she asks us to mind is read by the organiser alone."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from mentoring.actions.profiles import save_mentee_profile
from mentoring.choices import Help, Language, Slot, Topic, Way
from mentoring.forms import profiles as forms
from mentoring.matching.weights import load_weights
from mentoring.models import Concern, Match, MenteeProfile, MentorProfile
from mentoring.pool import explain, reasons_of
from mentoring.templatetags.week import by_day
from programmes.choices import Office, Province
from tests.factories.mentoring import a_match, a_mentee, a_mentor, among_five
from tests.factories.people import UserFactory
from tests.factories.programmes import organiser_of
from tests.mentoring.at_the_desk import shown
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db

MENTEE_FORMS = (forms.MenteeAbout, forms.MenteeWhen, forms.MenteeYou)
MENTOR_FORMS = (forms.MentorAbout, forms.MentorWhen, forms.MentorYou)


@pytest.mark.parametrize(
    ("steps", "profile", "words"),
    [
        (MENTEE_FORMS, MenteeProfile, forms.WHO_SEES_OF_MENTEE),
        (MENTOR_FORMS, MentorProfile, forms.WHO_SEES_OF_MENTOR),
    ],
)
def test_each_field_says_who_sees_it_in_words_of_its_own(steps, profile, words):
    asked = {name: field for form in steps for name, field in form(instance=profile()).fields.items()}
    assert asked.keys() == words.keys()
    assert {name: str(field.who_sees) for name, field in asked.items()} == {k: str(v) for k, v in words.items()}
    said = [str(text) for text in words.values()]
    assert len(set(said)) == len(said), "no two fields share a sentence"
    for sentence in re.split(r"(?<=[.?])\s+", " ".join(said)):
        assert len(sentence.split()) <= 15, sentence


# What each of the two chose: shared with the other, and hers alone.
SHARED = {
    "topics": Topic.HOUSING,
    "help": Help.SPEAKING,
    "languages": Language.DUTCH,
    "slots": Slot.SUNDAY_MORNING,
    "ways": Way.ONLINE,
}
OF_MENTEE = {
    "topics": Topic.WATER,
    "help": Help.MEDIA,
    "languages": Language.TURKISH,
    "slots": Slot.MONDAY_EVENING,
    "ways": Way.STEP_FREE,
}
OF_MENTOR = {
    "topics": Topic.FARMING,
    "help": Help.SAFE,
    "languages": Language.POLISH,
    "slots": Slot.FRIDAY_AFTERNOON,
    "ways": Way.WRITING,
}


def chosen(own: dict) -> dict:
    return {name: [SHARED[name].value, own[name].value] for name in SHARED}


@pytest.fixture
def match() -> Match:
    mentee = a_mentee(
        user=UserFactory(name="Yara Echt"), province=Province.ZEELAND, office=Office.STATES, **chosen(OF_MENTEE)
    )
    mentor = a_mentor(
        mentee.edition.programme,
        UserFactory(name="Marjan Echt"),
        province=Province.DRENTHE,
        offices=[Office.WATER_BOARD],
        **chosen(OF_MENTOR),
    )
    return a_match(participation=mentee, mentor=mentor, reasons=reasons_of(explain(mentee, mentor, load_weights())))


def read_by(user, match: Match) -> str:
    page = sign_in(Client(), user).get(reverse("mentoring:proposal", kwargs={"key": match.key})).text
    return page[page.index("<main") :].lower()


def test_of_each_field_the_other_reads_what_they_share_with_five_and_no_more(match):
    among_five(match, **{name: [one.value] for name, one in SHARED.items()})
    for reader, others in ((match.mentor.user, OF_MENTEE), (match.participation.user, OF_MENTOR)):
        text = read_by(reader, match)
        unsaid = {name for name, one in SHARED.items() if str(one.label).lower() not in text}
        assert unsaid == {"topics"}, "of a rare office no topic is told either"
        assert {name for name, one in others.items() if str(one.label).lower() in text} == set()
        assert "trappen" not in text
        assert not [one for one in (Province.ZEELAND, Province.DRENTHE) if one.label.lower() in text]
        assert "Provinciale Staten".lower() not in text and "yara" not in text and "marjan" not in text


def test_of_a_mentor_who_shows_her_name_a_participant_reads_place_office_and_topics(match):
    MentorProfile.objects.update(by_name=True)
    text = read_by(match.participation.user, match)
    assert "marjan echt" in text and "drenthe" in text and "waterschap" in text
    assert str(OF_MENTOR["topics"].label) in text
    assert {name for name in ("help", "languages", "slots", "ways") if str(OF_MENTOR[name].label).lower() in text} == (
        set()
    )


# What we mind ---------------------------------------------------------------------------------------------


def test_what_she_asks_us_to_mind_is_for_the_organiser_alone(match):
    mentee, mentor = match.participation.user, match.mentor.user
    for user, step, extra in ((mentee, "profile_step", {}), (mentor, "mentor_step", {"capacity": "2"})):
        own = {"display_name": "Merel", "concern": f"Liever\u202e geen buur\x00 van {step}.", **extra}
        path = reverse(f"mentoring:{step}", kwargs={"number": 3})
        assert sign_in(Client(), user).post(path, own).status_code == 302
    assert sorted(Concern.objects.values_list("side", flat=True)) == ["mentee", "mentor"]
    raw = Concern.objects.extra(select={"raw": "words || ''"}).values_list("raw", flat=True)
    assert not [one for one in raw if "buur" in one]
    desk = sign_in(Client(), organiser_of(match.mentor.programme))
    at_mentor = shown(desk, "desk_mentors:detail", key=match.mentor.key)
    assert "Liever geen buur van mentor_step." in at_mentor and "profile_step" not in at_mentor
    at_participant = shown(desk, "desk_participations:detail", key=match.participation.key)
    assert "Liever geen buur van profile_step." in at_participant and "mentor_step" not in at_participant
    assert "buur" not in read_by(mentee, match) and "buur" not in read_by(mentor, match)


def test_empty_takes_it_back_and_too_long_loses_nothing(match):
    user = match.participation.user
    save_mentee_profile({"concern": "Liever geen buur."}, by=user)
    browser, path = sign_in(Client(), user), reverse("mentoring:profile_step", kwargs={"number": 3})
    assert "Liever geen buur.</textarea>" in browser.get(path).text
    long = browser.post(path, {"display_name": "Merel", "concern": "a" * 281})
    assert "Maak het korter: hoogstens 280 tekens." in long.text and "a" * 281 in long.text
    assert browser.post(path, {"display_name": "Merel", "concern": "a" * 1_000_000}).status_code == 200
    assert Concern.objects.get().words == "Liever geen buur."
    save_mentee_profile({"topics": ["zorg"]}, by=user)
    assert Concern.objects.exists(), "another step leaves it"
    browser.post(path, {"display_name": "Merel", "concern": " "})
    assert not Concern.objects.exists()


# The week -------------------------------------------------------------------------------------------------


def test_the_week_is_seven_days_of_three_parts_each_called_by_its_day(match):
    field = forms.MenteeWhen(instance=MenteeProfile())["slots"]
    days = by_day(field)
    assert [len(squares) for _key, _day, squares in days] == [3] * 7
    values = [square.part.data["value"] for _key, _day, squares in days for square in squares]
    assert values == Slot.values
    text = sign_in(Client(), match.participation.user).get(reverse("mentoring:profile_step", kwargs={"number": 2})).text
    assert text.count('name="slots"') == 21 and text.count(" checked") == 6
    for key, day, _squares in days:
        assert f'id="id_slots_{key}">{day}</p>' in text and f'aria-labelledby="id_slots_{key}"' in text
    for part in re.findall(r'<input[^>]*name="slots"[^>]*id="([^"]+)"|id="([^"]+)"[^>]*name="slots"', text):
        assert f'for="{"".join(part)}"' in text
