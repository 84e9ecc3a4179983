"""Who may do what with mentors, matches and meetings: asked by actions, views and buttons alike."""

from mentoring.models import Match, Meeting, MenteeProfile, Mentor, MentorProfile, Round
from mentoring.states import MATCH, MEETING, MENTOR, ROUND, MatchState, MentorState, Side
from people.roles import Visitor
from programmes.models import Application, Edition, Participation, Programme
from programmes.policies import can_read_participation, is_own_participation, organises, require

__all__ = ["require"]

# Two people know each other from here on.
KNOWN_TO_EACH_OTHER = frozenset({MatchState.ACTIVE, MatchState.ENDED})


def is_mentor(user: Visitor) -> bool:
    """Wants to mentor somewhere, or does."""
    return Mentor.objects.of(user).going_on().exists()


def can_keep_mentee_profile(user: Visitor) -> bool:
    """Who takes part or applies; someone who did keeps what is there."""
    if not user.is_authenticated:
        return False
    return (
        Participation.objects.of(user).exists()
        or Application.objects.of(user).exists()
        or MenteeProfile.objects.filter(user=user).exists()
    )


def can_keep_mentor_profile(user: Visitor) -> bool:
    return is_mentor(user) or (user.is_authenticated and MentorProfile.objects.filter(user=user).exists())


def can_become_mentor(user: Visitor, programme: Programme) -> bool:
    """Anyone with an account; an organiser of the programme looks first."""
    return user.is_authenticated


def is_own_mentorship(user: Visitor, mentor: Mentor) -> bool:
    return user.is_authenticated and mentor.user_id == user.pk


def can_vet_mentor(user: Visitor, mentor: Mentor) -> bool:
    """Look at, admit or refuse: an organiser who has her at the desk, never about herself."""
    return not is_own_mentorship(user, mentor) and has_mentor_at_desk(user, mentor)


def has_mentor_at_desk(user: Visitor, mentor: Mentor) -> bool:
    return Mentor.objects.at_the_desk_of(user).filter(pk=mentor.pk).exists()


def can_stop_mentor(user: Visitor, mentor: Mentor) -> bool:
    return is_own_mentorship(user, mentor) or has_mentor_at_desk(user, mentor)


def shows_mentor_move(user: Visitor, mentor: Mentor, verb: str) -> bool:
    """Whether the button for this verb stands there."""
    may = can_stop_mentor if verb == "stop" else can_vet_mentor
    return MENTOR.allows(verb, mentor.state) and may(user, mentor)


def can_propose(user: Visitor, participation: Participation) -> bool:
    """Bring somebody who takes part in contact with a mentor: whoever may see her at the desk. Never oneself."""
    return (
        not is_own_participation(user, participation)
        and can_read_participation(user, participation)
        and not participation.awaits_consent
    )


def can_take_back(user: Visitor, match: Match) -> bool:
    return can_propose(user, match.participation)


def shows_take_back(user: Visitor, match: Match) -> bool:
    return MATCH.allows("take_back", match.state) and can_take_back(user, match)


def can_run_rounds(user: Visitor, edition: Edition) -> bool:
    """Begin, compute, change, send, close or drop a round: whoever runs the programme. Not an administrator."""
    return organises(user, edition.programme)


def shows_round_move(user: Visitor, round: Round, verb: str) -> bool:
    """Whether the button for this verb stands there."""
    return ROUND.allows(verb, round.state) and can_run_rounds(user, round.edition)


def is_of_the_two(user: Visitor, match: Match) -> bool:
    return match.side_of(user) is not None


def can_see_proposal(user: Visitor, match: Match) -> bool:
    """The two, from the moment that it was proposed to them."""
    return is_of_the_two(user, match) and match.proposed_at is not None and match.state != MatchState.PREPARED


def can_answer(user: Visitor, match: Match) -> bool:
    return can_see_proposal(user, match)


def said_yes(match: Match, side: Side) -> bool:
    return (match.mentee_yes_at if side == Side.MENTEE else match.mentor_yes_at) is not None


def shows_accept(user: Visitor, match: Match) -> bool:
    """The yes is still to be given; whether there is room is asked at the press."""
    side = match.side_of(user)
    return can_answer(user, match) and MATCH.allows("accept", match.state, side=side, room=1)


def shows_decline(user: Visitor, match: Match) -> bool:
    return can_answer(user, match) and MATCH.allows("decline", match.state)


def can_see_room(user: Visitor, match: Match) -> bool:
    """The two alone, from the second yes on: not their organiser, not an administrator."""
    return is_of_the_two(user, match) and match.state in KNOWN_TO_EACH_OTHER


def can_end_match(user: Visitor, match: Match) -> bool:
    return is_of_the_two(user, match) or can_propose(user, match.participation)


def shows_end(user: Visitor, match: Match) -> bool:
    return MATCH.allows("end", match.state) and can_end_match(user, match)


def can_plan_meeting(user: Visitor, match: Match) -> bool:
    return is_of_the_two(user, match)


def shows_planning(user: Visitor, match: Match) -> bool:
    """While the pair goes on."""
    return can_plan_meeting(user, match) and match.state == MatchState.ACTIVE


def can_agree_meeting(user: Visitor, meeting: Meeting) -> bool:
    """The other one: who proposed it has agreed already."""
    side = meeting.match.side_of(user)
    return side is not None and side != meeting.proposed_by


def can_change_meeting(user: Visitor, meeting: Meeting) -> bool:
    """Cancel it, or say that it was held: either of the two."""
    return is_of_the_two(user, meeting.match)


def shows_meeting_move(user: Visitor, meeting: Meeting, verb: str) -> bool:
    may = can_agree_meeting if verb == "agree" else can_change_meeting
    return MEETING.allows(verb, meeting.state) and may(user, meeting)


def is_admitted(mentor: Mentor) -> bool:
    return mentor.state == MentorState.ADMITTED
