"""Answers from a mail, questions first, and mentors whom a participant chose herself."""

from typing import Any

from django.utils import timezone

from mentoring.asking.links import token_of
from mentoring.models import Enquiry, Match, Suggestion
from mentoring.states import MatchState, Side
from programmes.models import Programme
from tests.factories.mentoring import a_match, a_mentor
from tests.factories.programmes import OpenEditionFactory, admitted
from tests.walkers.expecting import Expected, by_post, everyone, only
from tests.walkers.of_the_path import of_the_two, the_proposal
from tests.walkers.world import World


def from_the_mail(world: World) -> dict[str, Any]:
    return {"key": world.proposal.key, "token": token_of(world.proposal, Side.MENTEE)}


def with_mentors(world: World) -> dict[str, Any]:
    Programme.objects.filter(pk=world.programme.pk).update(has_mentors=True)
    return {}


def the_participation(world: World) -> dict[str, Any]:
    return {**with_mentors(world), "key": world.participation.key}


def the_suggestion(world: World) -> dict[str, Any]:
    with_mentors(world)
    facts = {"participation": world.participation, "mentor": world.mentorship}
    return {"key": Suggestion.objects.get_or_create(**facts, defaults={"score": 500})[0].key}


def a_request(world: World) -> Match:
    """Of the participant, to a mentor of her own choice, with a question that is not answered."""
    own = Match.objects.asked().filter(participation__user=world.people["participant"]).first()
    if own is None:
        participation = admitted(OpenEditionFactory(programme=world.programme), world.people["participant"])
        mentor = a_mentor(world.programme)
        own = a_match(MatchState.MENTEE_YES, participation=participation, mentor=mentor, asked_at=timezone.now())
        Enquiry.objects.create(match=own, side=Side.MENTOR, words="Zonnebloem?")
    return own


def the_request(world: World) -> dict[str, Any]:
    return {"key": a_request(world).key}


def the_enquiry(world: World) -> dict[str, Any]:
    match = a_request(world)
    return {"key": match.key, "enquiry": match.enquiries.get().key}


AT_THE_DESK = {
    "desk_requests:detail": the_request,
    "desk_requests:stop": the_request,
    "desk_requests:reply": the_enquiry,
}
BUTTONS = ("desk_requests:stop", "desk_requests:reply")

EXPECTED: dict[str, Expected] = {
    # Whoever has the link of one's mail: that is what it is for.
    **dict.fromkeys(["mentoring:answer", "mentoring:answer_no"], everyone(from_the_mail)),
    "mentoring:choose_mentor": only("participant", arguments=with_mentors),
    "mentoring:find_mentors": by_post(the_participation),
    "mentoring:ask_mentor": by_post(the_suggestion),
    "mentoring:enquire": of_the_two(the_proposal),
    "mentoring:request_take_back": only("participant", arguments=the_request),
}
OF_A_PERSON = {
    "mentoring:find_mentors": the_participation,
    "mentoring:ask_mentor": the_suggestion,
    "mentoring:enquire": the_proposal,
    "mentoring:request_take_back": the_request,
}
