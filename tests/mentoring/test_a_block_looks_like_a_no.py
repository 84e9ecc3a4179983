"""Whoever was blocked, or asks for who hides, meets nothing that tells of it: a no, or no room, looks the same."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from lifecycle.errors import Refused
from lifecycle.models import JournalLine
from mentoring.actions import matches
from mentoring.asking.links import token_of
from mentoring.choices import DeclineReason
from mentoring.desk.words import match_in_words
from mentoring.models import Match, MenteeProfile, Mentor, MentorProfile, Suggestion
from mentoring.personal_data import export
from mentoring.states import MatchState, MentorState, Side
from mentoring.waiting import Why, why_waiting
from people.models import Letter
from portal.settings import accounts
from programmes.models import Participation
from programmes.safety.blocking import block
from programmes.safety.hiding import hide
from programmes.states import ParticipationState
from tests.factories.mentoring import a_match, a_mentee, a_mentor, a_pair
from tests.mentoring.test_told_before_yes import in_main
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db
OVER = "mentoring.match_over"


@pytest.fixture
def mentee() -> Participation:
    found = a_mentee()
    programme = found.edition.programme
    programme.has_mentors = True
    programme.save()
    return found


def seen_by(match: Match, side: Side) -> str:
    return in_main(sign_in(Client(), match.user_at(side)).get(f"/mijn/voorstel/{match.key}/"))


def exported_to(match: Match, side: Side) -> str:
    """What her export says of how it stands."""
    (told,) = [one for one in export(match.user_at(side))["matches"] if one["key"] == match.key]
    return told["state"]


def letters_to(match: Match, side: Side) -> list[str]:
    return list(Letter.objects.filter(recipient=match.user_at(side)).values_list("message", flat=True))


@pytest.mark.parametrize("state", [MatchState.PROPOSED, MatchState.MENTEE_YES, MatchState.MENTOR_YES])
@pytest.mark.parametrize("blocked", Side)
def test_after_a_block_a_proposal_ends_for_the_other_as_after_a_no(state, blocked):
    turned_down, apart, going_on = a_match(state), a_match(state), a_match(state)
    matches.decline_match(turned_down, by=turned_down.user_at(blocked.other), reason=DeclineReason.OTHER)
    block(apart.user_at(blocked), by=apart.user_at(blocked.other))
    assert matches.expire_matches() == 1, "and nothing else"
    apart.refresh_from_db()
    assert (apart.state, apart.declined_by) == (MatchState.DECLINED, blocked.other)
    turned_down.refresh_from_db()
    assert match_in_words(apart) == match_in_words(turned_down), "nor does who organises read anything else"
    assert letters_to(apart, blocked) == letters_to(turned_down, blocked) == [OVER]
    assert seen_by(apart, blocked) == seen_by(turned_down, blocked)
    assert exported_to(apart, blocked) == exported_to(turned_down, blocked)
    line = JournalLine.objects.filter(thing_key=str(apart.key)).get()
    assert (line.verb, line.actor) == ("decline", apart.user_at(blocked.other).journal_key)
    going_on.refresh_from_db()
    assert going_on.state == state


@pytest.mark.parametrize("side", Side)
def test_an_export_tells_no_more_of_the_other_ones_answer_than_the_page(side):
    unanswered, answered = a_match(), a_match(f"{side.other}_yes")
    assert exported_to(unanswered, side) == exported_to(answered, side) == "Jij kiest"


def test_a_pair_does_not_end_by_a_block():
    pair = a_pair()
    block(pair.mentor.user, by=pair.participation.user)
    assert matches.expire_matches() == 0


@pytest.mark.parametrize("side", Side)
def test_a_first_yes_is_taken_as_any_other(side):
    """Refusing it would tell that somebody is there who does not want to be found."""
    said = []
    for stands_in_the_way in (None, hide, block):
        match = a_match()
        MentorProfile.objects.update(display_name="Kastanje")
        MenteeProfile.objects.update(display_name="Merel")
        if stands_in_the_way is hide:
            hide(by=match.user_at(side.other))
        if stands_in_the_way is block:
            block(match.user_at(side), by=match.user_at(side.other))
        browser = sign_in(Client(), match.user_at(side))
        page = browser.post(reverse("mentoring:proposal_accept", kwargs={"key": match.key}), follow=True)
        said.append(in_main(page).replace(str(match.key), ""))
        match.refresh_from_db()
        assert match.state == f"{side}_yes"
    assert said[0] == said[1] == said[2]


def _left(match: Match, _side: Side) -> None:
    Participation.objects.filter(pk=match.participation_id).update(
        state=ParticipationState.LEFT, left_at=timezone.now()
    )


def _stopped(match: Match, _side: Side) -> None:
    Mentor.objects.filter(pk=match.mentor_id).update(state=MentorState.STOPPED)


def _hidden(match: Match, side: Side) -> None:
    hide(by=match.user_at(side.other))


def _blocked(match: Match, side: Side) -> None:
    block(match.user_at(side), by=match.user_at(side.other))


@pytest.mark.parametrize("side", Side)
def test_a_second_yes_that_makes_no_pair_is_refused_by_one_sentence(side):
    ways: list[Callable[[Match, Side], None]] = [_left, _stopped, _hidden, _blocked]
    said = set()
    for way in ways:
        match = a_match(f"{side.other}_yes")
        way(match, side)
        with pytest.raises(Refused) as refused:
            matches.accept_match(match, by=match.user_at(side))
        said.add(refused.value.text)
    assert said == {"Dit voorstel kan nu niet doorgaan. Je hoeft niets te doen."}


def test_who_blocked_herself_hears_how_to_undo_it():
    match = a_match()
    block(match.mentor.user, by=match.participation.user)
    with pytest.raises(Refused, match="Je hebt deze persoon geblokkeerd"):
        matches.accept_match(match, by=match.participation.user, signed_in=True)


@pytest.mark.parametrize("side", Side)
def test_only_who_signed_in_hears_that_she_blocked(side):
    """By the link in a mail whoever reads the mailbox would learn of it."""
    match = a_match()
    block(match.user_at(side.other), by=match.user_at(side))
    by_mail = reverse("mentoring:answer", kwargs={"key": match.key, "token": token_of(match, side)})
    page = Client().post(by_mail)
    assert page.status_code == 409 and "Dit voorstel kan nu niet doorgaan. Je hoeft niets te doen." in page.text
    assert "geblokkeerd" not in page.text
    own = reverse("mentoring:proposal_accept", kwargs={"key": match.key})
    assert "Je hebt deze persoon geblokkeerd" in sign_in(Client(), match.user_at(side)).post(own, follow=True).text


# Waiting and choosing ---------------------------------------------------------------------------------


def _as_read(mentee: Participation) -> tuple[Why, str, str]:
    """Why she waits, and what choosing says about it."""
    browser = sign_in(Client(), mentee.user)
    waits = why_waiting(mentee)
    found = browser.post(f"/mijn/mentor-kiezen/{mentee.key}/zoeken/", follow=True)
    return waits.why, waits.text, in_main(found)


def test_of_who_blocked_her_she_reads_what_she_reads_of_one_without_room(mentee):
    mentor = a_mentor(mentee.edition.programme)
    assert why_waiting(mentee).why == Why.SOON
    MentorProfile.objects.update(paused_until=timezone.localdate())
    without_room = _as_read(mentee)
    MentorProfile.objects.update(paused_until=None)
    block(mentee.user, by=mentor.user)
    assert _as_read(mentee) == without_room and without_room[0] == Why.NO_ROOM


def test_nobody_sees_all_mentors_in_turn_by_blocking_those_she_saw(mentee, settings):
    settings.ACCOUNT_RATE_LIMITS = {"find_mentors": accounts.ACCOUNT_RATE_LIMITS["find_mentors"]}
    for _number in range(40):
        a_mentor(mentee.edition.programme)
    browser, seen = sign_in(Client(), mentee.user), set()
    for _time in range(8):
        answer = browser.post(f"/mijn/mentor-kiezen/{mentee.key}/zoeken/", follow=True)
        shown = Suggestion.objects.filter(participation=mentee).select_related("mentor__user")
        seen |= {one.mentor_id for one in shown}
        for one in shown:
            block(one.mentor.user, by=mentee.user)
    assert len(seen) == 30 and "Je zocht vaak achter elkaar" in answer.text
