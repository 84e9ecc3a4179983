"""What stands beside a proposal undoes nothing of what is kept back, and can be reported without a name."""

import json

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import strip_tags

from mentoring.asking import personal_data as asking
from mentoring.asking.links import token_of
from mentoring.asking.suggesting import find_mentors
from mentoring.choices import Language, Slot, Topic
from mentoring.matching import load_weights
from mentoring.models import Match, MenteeProfile, MentorProfile, Suggestion
from mentoring.personal_data import export
from mentoring.pool import explain, reasons_of
from mentoring.pseudonyms import Facts, Seen
from mentoring.states import MatchState, Side
from mentoring.telling import narrowed
from programmes.choices import Office, Province
from programmes.safety.blocking import blocked_between
from programmes.safety.reporting import found
from tests.factories.mentoring import a_match, a_mentee, a_mentor, among_five
from tests.factories.people import UserFactory
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db
MORE = "Ook andere antwoorden van jullie passen bij elkaar."
RARE = {
    "province": Province.ZEELAND,
    "topics": [Topic.HOUSING.value, Topic.WATER.value],
    "languages": [Language.DUTCH.value, Language.PAPIAMENTO.value],
    "slots": [Slot.WEDNESDAY_EVENING.value, Slot.SUNDAY_MORNING.value],
}
KEPT_BACK = ("Zeeland", "water", "Papiaments", "zondagochtend")
NAMED = ("wonen", "Nederlands", "woensdagavond", "gemeenteraad", "spreken en debatteren")


@pytest.fixture
def match() -> Match:
    """Two who alone share a province, a topic, a language and a moment, each among four others of their role."""
    mentee = a_mentee(user=UserFactory(name="Yara Echt"), display_name="Merel", **RARE)
    mentor = a_mentor(mentee.edition.programme, UserFactory(name="Marjan Echt"), display_name="Kastanje", **RARE)
    reasons = reasons_of(explain(mentee, mentor, load_weights()))
    match = a_match(participation=mentee, mentor=mentor, reasons=reasons)
    among_five(match, topics=[Topic.HOUSING.value])
    return match


def in_main(response) -> str:
    text = response.content.decode()
    return strip_tags(text[text.index("<main") : text.index("</main")])


def proposal_read_at(side: Side, match: Match) -> str:
    path = reverse("mentoring:proposal", kwargs={"key": match.key})
    return in_main(sign_in(Client(), match.user_at(side)).get(path))


def by_mail_at(side: Side, match: Match) -> str:
    return in_main(Client().get(f"/antwoord/{match.key}/{token_of(match, side)}/"))


def exported_at(side: Side, match: Match) -> str:
    return json.dumps(export(match.user_at(side))["matches"], default=str, ensure_ascii=False)


@pytest.mark.parametrize("side", Side)
@pytest.mark.parametrize("read_at", [proposal_read_at, by_mail_at, exported_at])
def test_reasons_name_what_five_share_and_the_rest_in_one_sentence(match, side, read_at):
    text = read_at(side, match)
    assert [one for one in KEPT_BACK if one in text] == []
    assert [one for one in NAMED if one not in text] == []
    assert MORE in text


@pytest.mark.parametrize("side", Side)
def test_after_two_times_yes_all_of_it_is_told(match, side):
    pair = a_match(
        MatchState.ACTIVE, participation=match.participation, mentor=a_mentor(match.mentor.programme, **RARE)
    )
    Match.objects.filter(pk=pair.pk).update(reasons=match.reasons)
    match.delete()
    text = exported_at(side, pair)
    assert [one for one in KEPT_BACK if one not in text] == [] and MORE not in text


def test_mentors_to_choose_from_are_told_of_alike_also_in_the_export(match):
    match.delete()
    user = match.participation.user
    programme = match.mentor.programme
    programme.has_mentors = True
    programme.save()
    find_mentors(match.participation, by=user)
    own = Suggestion.objects.get(participation=match.participation, mentor=match.mentor)
    card = sign_in(Client(), user).get("/mijn/mentor-kiezen/").text.split(f'id="mentor-{own.key}"')[1]
    card = card[: card.index("</article>")]
    exported = json.dumps(asking.export(user)["suggestions"], default=str, ensure_ascii=False)
    for text in (card, exported):
        assert MORE in text
        assert [one for one in KEPT_BACK if one in text] == []


def test_of_a_mentor_who_shows_her_name_reasons_keep_nothing_back(match):
    MentorProfile.objects.filter(pk=match.mentor.user.mentor_profile.pk).update(by_name=True)
    yours = proposal_read_at(Side.MENTEE, match).split("Dit leest de mentor")[0]
    assert [one for one in KEPT_BACK if one not in yours] == []
    assert "Zeeland" not in by_mail_at(Side.MENTEE, match), "who did not sign in reads no name, and so no more"


# The rule -----------------------------------------------------------------------------------------------


def kept(**details) -> list[dict]:
    return [{"code": code, "details": list(each)} for code, each in details.items()]


def seen(facts: Facts, **more) -> Seen:
    return Seen(facts, Facts("Zeeland", (Office.COUNCIL,), ("wonen", "water")), **more)


WITHOUT_PLACE = seen(Facts("", (Office.COUNCIL,), ("wonen", "water")))


def test_the_heading_of_the_weightiest_stands_only_beside_the_first():
    reasons = kept(province=["Zeeland"], topics=["wonen"])
    assert not narrowed(reasons, WITHOUT_PLACE).leads
    assert narrowed(reversed(reasons), WITHOUT_PLACE).leads
    assert narrowed(reasons, WITHOUT_PLACE).reasons == kept(topics=["wonen"])


def test_a_single_subject_that_is_kept_back_is_told_by_no_sentence_and_by_no_silence():
    fits, fits_not = kept(topics=["wonen"], province=["Zeeland"]), kept(topics=["wonen"], province=[])
    assert narrowed(fits, WITHOUT_PLACE) == narrowed(fits_not, WITHOUT_PLACE)
    assert not narrowed(fits, WITHOUT_PLACE).more
    less = seen(Facts("", (Office.COUNCIL,), ("wonen",)))
    assert narrowed(fits, less).more and not narrowed(fits_not, less).more


def test_what_did_not_fit_is_said_where_nothing_is_kept_back():
    whole = seen(Facts("Zeeland", (Office.COUNCIL,), ("wonen", "water")))
    assert narrowed(kept(province=[]), whole).reasons == kept(province=[])
    assert narrowed(kept(province=[]), WITHOUT_PLACE).reasons == []


def test_what_she_did_not_ask_for_is_no_reason_and_no_miss():
    whole = seen(Facts("Zeeland", (Office.COUNCIL,), ("wonen", "water")))
    unasked = [one | {"asked": False} for one in kept(province=[])]
    assert narrowed(unasked, whole).reasons == []
    assert narrowed(unasked + kept(topics=["wonen"]), whole) == narrowed(kept(topics=["wonen"]), whole)


def test_what_did_not_fit_hangs_on_the_answers_of_who_reads():
    """Who filled in nothing learns nothing of the other by what is left out."""
    pool = tuple(MentorProfile(languages=[Language.DUTCH.value]) for _number in range(5))
    reads = MenteeProfile(languages=[Language.ENGLISH.value])
    assert narrowed(kept(language=[]), seen(Facts(), pool=pool)).reasons == []
    assert narrowed(kept(language=[]), seen(Facts(), pool=pool, reader=reads)).reasons == kept(language=[])
    few = (*pool, MentorProfile(languages=[Language.ENGLISH.value]))
    assert narrowed(kept(language=[]), seen(Facts(), pool=few, reader=reads)).reasons == [], "it would tell of the one"


# Reporting and blocking ---------------------------------------------------------------------------------


def doors(kind: str, key: object) -> dict[str, str]:
    return {name: f"{reverse(name)}?soort={kind}&amp;wat={key}" for name in ("safety:report", "safety:block")}


@pytest.mark.parametrize("side", Side)
def test_who_was_proposed_can_be_reported_and_blocked_without_her_name(match, side):
    user, other = match.user_at(side), match.user_at(side.other)
    browser = sign_in(Client(), user)
    page = browser.get(reverse("mentoring:proposal", kwargs={"key": match.key})).text
    for door in doors("proposal", match.key).values():
        assert door in page
        opened = browser.get(door.replace("&amp;", "&"))
        assert opened.status_code == 200 and "Echt" not in in_main(opened)
        assert match.mentor.programme.name not in in_main(opened), "it can say too much to a mentor"
    thing = found(user, "proposal", str(match.key))
    assert thing and thing.seen_at == reverse("mentoring:proposal", kwargs={"key": match.key}), (
        "the way back from blocking"
    )
    assert thing and thing.about == other and thing.name in ("Merel", "Kastanje")
    browser.post(doors("proposal", match.key)["safety:block"].replace("&amp;", "&"))
    assert blocked_between(user, other) and "Echt" not in in_main(browser.get(reverse("safety:mine")))
    for key in (match.key, "geen sleutel", "\x00"):
        assert found(UserFactory(), "proposal", str(key)) is None


def test_who_came_by_a_mail_gets_the_door_to_reporting_alone(match):
    page = Client().get(f"/antwoord/{match.key}/{token_of(match, Side.MENTEE)}/").text
    own = doors("proposal", match.key)
    assert own["safety:report"] in page and "safety:block" not in page and own["safety:block"] not in page
    led = Client().get(own["safety:report"].replace("&amp;", "&"))
    assert led.status_code == 302 and reverse("account_login") in led["Location"]


def test_a_mentor_to_choose_can_be_reported_and_blocked_by_her_alone(match):
    suggestion = Suggestion.objects.create(participation=match.participation, mentor=match.mentor, score=1)
    programme, user = match.mentor.programme, match.participation.user
    programme.has_mentors = True
    programme.save()
    match.delete()
    page = sign_in(Client(), user).get("/mijn/mentor-kiezen/").text
    assert all(door in page for door in doors("suggestion", suggestion.key).values())
    thing = found(user, "suggestion", str(suggestion.key))
    assert thing and (thing.about, thing.name, thing.words) == (match.mentor.user, "Kastanje", "Kastanje")
    for key in (suggestion.key, "geen sleutel", "\x00"):
        assert found(match.mentor.user, "suggestion", str(key)) is None
