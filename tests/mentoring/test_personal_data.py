"""What mentoring holds about a person: exported whole, erased whole, gone in time."""

import json
from datetime import timedelta

import pytest
from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone
from django.utils.translation import override

from mentoring.models import Match, Meeting, MenteeProfile, Mentor, MentorProfile
from mentoring.personal_data import MENTORING
from mentoring.states import MatchState, MeetingState, MentorState
from people import privacy
from people.letters import registered
from people.models import Letter, User
from programmes.choices import Reveals
from programmes.models import Edition
from tests.factories.mentoring import (
    MeetingFactory,
    MenteeProfileFactory,
    MentorFactory,
    MentorProfileFactory,
    a_match,
    a_mentor,
    a_pair,
)
from tests.walkers.personal_models import uncovered_models, unknown_models

pytestmark = pytest.mark.django_db
NOW = timezone.now()


def days(number):
    return NOW - timedelta(days=number)


def told(user) -> dict:
    return json.loads(json.dumps(MENTORING.export(user), cls=DjangoJSONEncoder))


def test_no_model_of_ours_lacks_a_rule():
    for found in (uncovered_models(), unknown_models()):
        assert [label for label in found if label.startswith("mentoring.")] == []


def test_each_of_the_two_gets_her_own_and_nothing_of_the_other(pair):
    MeetingFactory(match=pair, state=MeetingState.HELD)
    mentee, mentor = told(pair.participation.user), told(pair.mentor.user)
    for data, other in ((mentee, "Marjan Echt"), (mentor, "Yara Echt")):
        assert other not in json.dumps(data) and len(data["matches"]) == 1
        assert data["matches"][0]["meetings"][0]["minutes"] == 60
    assert (
        mentee["profile_for_a_mentor"]["topics"] == ["wonen", "zorg en welzijn"] and mentee["profile_as_mentor"] == {}
    )
    assert mentor["profile_as_mentor"]["capacity"] == 1 and mentor["mentor_of"][0]["state"] == "doet mee"


def test_the_answers_of_a_profile_are_in_the_language_of_who_reads(pair):
    with override("en"):
        profile = told(pair.participation.user)["profile_for_a_mentor"]
    assert profile["topics"] == ["housing", "care and well-being"] and "nl" not in profile["languages"]


@pytest.mark.parametrize(
    ("model", "exported", "left_out"),
    [
        (MenteeProfile, "profile_for_a_mentor", set()),
        (MentorProfile, "profile_as_mentor", set()),
        (Mentor, "mentor_of", set()),
        # Points and pins are the desk's; the other's yes and reason are the other's.
        # That days were added tells that one of the two asked something.
        (
            Match,
            "matches",
            {"participation", "mentor", "round", "score", "is_pinned", "made_at", "declined_by", "extended_at"},
        ),
    ],
)
def test_the_export_has_every_field(pair, model, exported, left_out):
    MentorProfileFactory(user=pair.participation.user)
    MentorFactory(user=pair.participation.user)
    data = told(pair.participation.user)[exported]
    fields = {field.name for field in model._meta.fields} - {"id", "user"} - left_out
    renamed = {"mentee_yes_at": "said_yes_at", "mentor_yes_at": "said_yes_at"} | (
        {"asked_at": "chosen_at"} if model is Match else {}
    )
    assert {renamed.get(name, name) for name in fields} <= set(data[0] if isinstance(data, list) else data)


def test_every_key_of_the_export_has_a_word(pair):
    MeetingFactory(match=pair)

    def keys(data):
        for key, value in data.items():
            yield key
            for item in value if isinstance(value, list) else [value]:
                yield from keys(item) if isinstance(item, dict) else ()

    found = {*keys(told(pair.participation.user)), *keys(told(pair.mentor.user))}
    assert found - set(MENTORING.words) - {"key"} == set()


def test_a_mentors_export_names_no_programme_that_says_too_much(pair):
    Edition.objects.update(reveals=Reveals.ORIGIN)
    assert pair.mentor.programme.name not in json.dumps(told(pair.mentor.user))


@pytest.mark.parametrize("who", ["mentee", "mentor"])
def test_erasing_one_leaves_nothing_and_tells_the_other_that_it_is_over(pair, who):
    MeetingFactory(match=pair)
    user, other = pair.participation.user, pair.mentor.user
    if who == "mentor":
        user, other = other, user
    a_match(MatchState.PREPARED, mentor=pair.mentor)
    privacy.erase(user)
    assert not User.objects.filter(pk=user.pk).exists()
    assert not Match.objects.of(other).exists() and not Meeting.objects.exists()
    letter = Letter.objects.get()
    assert (letter.recipient, letter.message) == (other, "mentoring.pair_ended")
    words = registered()[letter.message].render(other, letter.ids)
    assert words and "/mijn/" in words.text


# In time ------------------------------------------------------------------------------------------------


def gone(name, at=NOW) -> int:
    return privacy.purge_expired(at)[name]


@pytest.mark.parametrize(("ended", "count"), [(181, 0), (183, 1)])
def test_meetings_go_half_a_year_after_the_end_of_the_pair(ended, count):
    pair = a_pair(at=days(400))
    MeetingFactory(match=pair, state=MeetingState.HELD, starts_at=days(399))
    assert gone("meeting") == 0
    Match.objects.filter(pk=pair.pk).update(state=MatchState.ENDED, ended_at=days(ended))
    assert gone("meeting") == count and Match.objects.exists()


@pytest.mark.parametrize(("saved", "count"), [(181, 0), (183, 1)])
def test_profiles_without_anything_to_be_for_go(saved, count, pair):
    MenteeProfileFactory(saved_at=days(saved))
    MentorProfileFactory(saved_at=days(saved))
    for profiles in (MenteeProfile, MentorProfile):
        profiles.objects.filter(user__in=[pair.participation.user, pair.mentor.user]).update(saved_at=days(900))
    assert (gone("mentee_profile"), MenteeProfile.objects.count()) == (count, 2 - count)
    assert MentorProfile.objects.count() == 2 - count


@pytest.mark.parametrize(
    ("state", "name", "kept"),
    [(MentorState.REFUSED, "mentor_refused", 91), (MentorState.STOPPED, "mentor_stopped", 182)],
)
def test_who_is_no_mentor_any_more_is_kept_for_a_while(state, name, kept):
    MentorFactory(state=state, stopped_at=days(kept - 1))
    MentorFactory(state=state, stopped_at=days(kept + 1))
    a_mentor()
    assert gone(name) == 1 and Mentor.objects.count() == 2


def test_what_was_proposed_goes_with_the_participation():
    match = a_match(MatchState.DECLINED)
    match.participation.delete()
    assert not Match.objects.exists()
