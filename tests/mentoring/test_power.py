"""Whether roles can clash: asked of both, told to both without why, and kept nowhere."""

import datetime as dt
import json

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from elections.models import Body, Election
from elections.models.body import Kind
from lifecycle.errors import Refused
from lifecycle.models import JournalLine
from mentoring.models import Candidacy, Match, PowerRole
from mentoring.power.actions import say_role, take_role_back
from mentoring.power.personal_data import POWER
from mentoring.power.policies import can_say_role
from mentoring.power.roles import Part, clash
from mentoring.power.warning import WARNING, parts_of, warn
from mentoring.states import MatchState
from people import privacy
from people.models import Consent, ConsentText
from portal.settings import accounts
from tests.factories.mentoring import a_match, a_pair
from tests.factories.people import UserFactory
from tests.factories.programmes import organiser_of
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def text() -> ConsentText:
    since = timezone.now() - dt.timedelta(days=400)
    words = {"text": "Wij bewaren het.", "text_en": "We keep it.", "valid_from": since}
    return ConsentText.objects.create(purpose="power_check", version=1, **words)


@pytest.fixture
def places() -> list[Body]:
    return Body.objects.bulk_create(
        Body(kind=Kind.COUNCIL, code=f"GM999{number}", domain=f"999{number}", name=name, slug=name.lower())
        for number, name in enumerate(("Verzonnendorp", "Nergenshuizen"))
    )


@pytest.fixture
def match() -> Match:
    return a_match()


def both(match: Match) -> tuple:
    return match.participation.user, match.mentor.user


@pytest.mark.parametrize(
    ("one", "other", "clashes"),
    [
        (Part({"committee"}, {"a"}), Part({"list"}, {"a"}), True),
        (Part({"list"}, {"a"}), Part({"list"}, {"a", "b"}), True),
        (Part({"committee"}, {"a"}), Part({"committee"}, {"a"}), True),
        (Part({"committee"}, {"a"}), Part({"list"}, {"b"}), False),
        (Part({"committee"}, {"a"}), Part(set(), {"a"}), False),
        (Part(), Part(), False),
    ],
)
def test_two_parts_in_one_place_clash_whichever_they_are(one, other, clashes):
    assert clash(one, other) is clashes and clash(other, one) is clashes


def test_only_where_both_said_yes_something_is_told(match, places):
    mentee, mentor = both(match)
    say_role(["committee"], places[0], by=mentor)
    assert warn(match) == ""
    say_role([], None, by=mentee)
    assert warn(match) == ""
    say_role(["list"], places[1], by=mentee)
    assert warn(match) == ""
    say_role(["list"], places[0], by=mentee)
    assert warn(match) == str(WARNING) == "Mogelijk belangenconflict, spreek het door."
    assert take_role_back(by=mentor) and not take_role_back(by=mentor)
    assert warn(match) == "" and not PowerRole.objects.filter(user=mentor).exists()
    assert Consent.objects.standing().filter(user=mentor).count() == 0


def test_a_candidacy_that_she_told_of_counts_where_she_agreed_to_be_asked(match, places):
    mentee, mentor = both(match)
    day = timezone.localdate() + dt.timedelta(days=90)
    election = Election.objects.create(
        identifier="GR2099", kind="raad", nomination_day=day - dt.timedelta(days=44), election_day=day
    )
    Candidacy.objects.create(user=mentee, election=election, body=places[0])
    say_role(["committee"], places[0], by=mentor)
    assert warn(match) == "", "she was not asked: her candidacy is not looked at"
    say_role([], None, by=mentee)
    assert warn(match)
    assert warn(match, on=day + dt.timedelta(days=1)) == "", "the election is over"
    Candidacy.objects.all().delete()
    assert warn(match) == ""


def test_a_role_needs_a_place_and_one_that_exists(match, places):
    mentee, _mentor = both(match)
    with pytest.raises(Refused, match="welke gemeente"):
        say_role(["list"], None, by=mentee)
    with pytest.raises(ValueError, match="mayor"):
        say_role(["mayor"], places[0], by=mentee)
    stranger = UserFactory()
    assert can_say_role(mentee) and not can_say_role(stranger)
    with pytest.raises(PermissionDenied):
        say_role(["list"], places[0], by=stranger)
    assert not Consent.objects.exists() and not PowerRole.objects.exists()


def test_asked_at_the_proposal_and_both_read_the_same_without_why(match, places):
    pages = {}
    for user, role in zip(both(match), ("list", "committee"), strict=True):
        browser = sign_in(Client(), user)
        proposal = reverse("mentoring:proposal", kwargs={"key": match.key})
        page = reverse("mentoring:power_role", kwargs={"key": match.key})
        text = browser.get(proposal).text
        assert "Kan jullie rol botsen?" in text and page in text and "belangenconflict" not in text
        asked = browser.get(page).text
        assert "Wij bewaren het." in asked and asked.count("Alleen jij. De ander") == 2
        browser.post(page, {"roles": [role], "place": "verzonnendorp", "agree": "on"})
        pages[role] = browser
    desk = sign_in(Client(), organiser_of(match.mentor.programme))
    at_the_desk = desk.get(reverse("desk_pairs:detail", kwargs={"key": match.key})).text
    assert "Mogelijk belangenconflict, spreek het door." in at_the_desk and "Verzonnendorp" not in at_the_desk
    assert "belangenconflict" not in desk.get(reverse("desk_pairs:index")).text, "never in a list"
    for browser in pages.values():
        text = browser.get(proposal).text
        assert "Mogelijk belangenconflict, spreek het door." in text
        assert "Verzonnendorp" not in text and "op een lijst komt" not in text
    assert "Verzonnendorp" in pages["list"].get(page).text, "her own answer is hers to read"
    assert "Verzonnendorp" not in str(JournalLine.objects.values())


def test_in_the_place_of_a_pair_it_can_still_be_said_and_taken_back(places):
    pair = a_pair()
    mentee, mentor = both(pair)
    say_role(["committee"], places[0], by=mentor)
    browser, page = sign_in(Client(), mentee), reverse("mentoring:power_role", kwargs={"key": pair.key})
    browser.post(page, {"roles": ["list"], "place": "Verzonnendorp", "agree": "on"})
    room = reverse("mentoring:room", kwargs={"key": pair.key})
    assert "Mogelijk belangenconflict" in browser.get(room).text
    assert "Weg. Wij bewaren" in browser.post(page, {"intrekken": "1"}, follow=True).text
    assert "Mogelijk belangenconflict" not in browser.get(room).text


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"agree": ""}, "Of ga terug: het hoeft niet."),
        ({"place": ""}, "Vul in in welke gemeente dat is."),
        ({"place": "Atlantis"}, "Deze naam kennen wij niet."),
        ({"place": "x" * 100_000}, "Gebruik hoogstens 60 tekens."),
        ({"roles": ["keizer"]}, "Kies uit de antwoorden die er staan."),
    ],
)
def test_bad_answers_are_said_and_nothing_is_kept(match, places, changed, says):
    given = {"roles": ["list"], "place": "Verzonnendorp", "agree": "on"} | changed
    page = reverse("mentoring:power_role", kwargs={"key": match.key})
    response = sign_in(Client(), match.mentor.user).post(page, given)
    assert response.status_code == 200 and says in response.text and not PowerRole.objects.exists()


def test_nobody_finds_the_place_of_the_other_by_trying_all_of_them(match, places, settings):
    settings.ACCOUNT_RATE_LIMITS = {"power_role": accounts.ACCOUNT_RATE_LIMITS["power_role"]}
    mentee, mentor = both(match)
    say_role(["committee"], places[0], by=mentor)
    browser, page = sign_in(Client(), mentee), reverse("mentoring:power_role", kwargs={"key": match.key})
    for _time in range(3):
        browser.post(page, {"roles": ["list"], "place": "Nergenshuizen", "agree": "on"})
    browser.post(page, {"intrekken": "1"})
    refused = browser.post(page, {"roles": ["list"], "place": "Verzonnendorp", "agree": "on"})
    assert "al drie keer antwoord" in refused.text and "Verzonnendorp" in refused.text
    assert warn(match) == "" and not PowerRole.objects.filter(user=mentee).exists()


def test_nor_by_telling_of_a_candidacy_in_each_place(match, places):
    mentee, mentor = both(match)
    day = timezone.localdate() + dt.timedelta(days=90)
    election = Election.objects.create(
        identifier="GR2099", kind="raad", nomination_day=day - dt.timedelta(days=44), election_day=day
    )
    say_role(["committee"], places[0], by=mentor)
    say_role([], None, by=mentee)
    Candidacy.objects.create(user=mentee, election=election, body=places[0])
    assert warn(match) == "", "it counts from the next answer"
    say_role([], None, by=mentee)
    assert warn(match)
    more = Body.objects.bulk_create(
        Body(kind=Kind.COUNCIL, code=f"GM998{number}", domain=f"998{number}", name=f"D{number}", slug=f"d{number}")
        for number in range(2)
    )
    before = timezone.now() - dt.timedelta(days=1)
    for body in more:
        Candidacy.objects.create(user=mentee, election=election, body=body, told_at=before)
    assert warn(match) == "", "no more than two are looked at"


def test_a_stranger_and_the_organiser_are_asked_nothing(match):
    page = reverse("mentoring:power_role", kwargs={"key": match.key})
    for user in (UserFactory(), organiser_of(match.mentor.programme)):
        assert sign_in(Client(), user).post(page, {"agree": "on"}).status_code == 404


def test_it_is_unreadable_in_the_database_and_whole_in_her_own_export(match, places):
    _mentee, mentor = both(match)
    say_role(["committee", "list"], places[0], by=mentor)
    row = PowerRole.objects.extra(select={"raw": "roles || place"}).values_list("raw", flat=True).get()
    assert "committee" not in row and "verzonnendorp" not in row
    told = json.dumps(POWER.export(mentor)["power_role"], default=str)
    assert "Verzonnendorp" in told and "Ik sta op een lijst" in told


def test_it_goes_half_a_year_after_the_last_contact_with_its_consent(match, places):
    mentee, mentor = both(match)
    long_ago = timezone.now() - dt.timedelta(days=200)
    for user in (mentee, mentor):
        say_role(["list"], places[0], by=user, at=long_ago)
    privacy.purge_expired()
    assert PowerRole.objects.count() == 2, "something goes on between them"
    Match.objects.update(state=MatchState.ENDED, active_at=long_ago, ended_at=long_ago)
    assert privacy.purge_expired(dry_run=True)["power_role"] == 2
    privacy.purge_expired()
    assert not PowerRole.objects.exists() and not Consent.objects.standing().exists()
    assert parts_of([mentee.pk, mentor.pk]) == {}
