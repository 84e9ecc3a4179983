"""The mails of this room, one function each. All neutral: one question, how long it takes; never about whom."""

from mentoring.models import Agreement, CheckIn, Match, MentorWish, Nudge
from mentoring.pace import policies
from mentoring.pace.links import token_of
from mentoring.states import MatchState, Side
from people.letters import Context, MailClass, address, message
from people.models import User

_OF_BOTH = ("match__participation", "match__mentor")


@message(MailClass.NEUTRAL)
def spoken_asked(recipient: User, *, nudge: str) -> Context | None:
    """To both: did you speak? The link leads to one button, without signing in."""
    both = ("match__participation__user", "match__mentor__user")
    found = Nudge.objects.filter(key=nudge).select_related(*both).first()
    if found is None or not policies.shows_nudge(recipient, found):
        return None
    token = token_of(found, Side(found.match.side_of(recipient) or ""))
    return {"link": address("mentoring:spoken_answer", key=found.key, token=token), "minutes": 1}


@message(MailClass.NEUTRAL)
def agreement_proposed(recipient: User, *, agreement: str) -> Context | None:
    found = _agreement(recipient, agreement)
    if found is None or not policies.shows_agreement_move(recipient, found, "agree"):
        return None
    return {"link": address("mentoring:room", key=found.match.key), "minutes": 2}


@message(MailClass.NEUTRAL)
def agreement_agreed(recipient: User, *, agreement: str) -> Context | None:
    found = _agreement(recipient, agreement)
    if found is None or found.agreed_at is None or not policies.shows_pace(recipient, found.match):
        return None
    return {"link": address("mentoring:room", key=found.match.key)}


def _agreement(recipient: User, agreement: str) -> Agreement | None:
    own = Agreement.objects.visible_to(recipient).select_related(*_OF_BOTH)
    return own.filter(key=agreement).first()


@message(MailClass.NEUTRAL)
def pair_goes_outside(recipient: User, *, match: str) -> Context | None:
    return _going_on(recipient, match)


@message(MailClass.NEUTRAL)
def pair_paused(recipient: User, *, match: str) -> Context | None:
    return _going_on(recipient, match)


def _going_on(recipient: User, match: str) -> Context | None:
    found = Match.objects.of(recipient).filter(key=match, state=MatchState.ACTIVE).first()
    return {"link": address("mentoring:room", key=found.key)} if found else None


@message(MailClass.NEUTRAL)
def check_in_asked(recipient: User, *, check_in: str) -> Context | None:
    found = _check_in(recipient, check_in)
    if found is None or found.match.state != MatchState.ACTIVE:
        return None
    return {"link": address("mentoring:check_in", key=found.key), "minutes": 1}


@message(MailClass.NEUTRAL)
def look_back_asked(recipient: User, *, check_in: str) -> Context | None:
    found = _check_in(recipient, check_in)
    return {"link": address("mentoring:check_in", key=found.key), "minutes": 2} if found else None


@message(MailClass.NEUTRAL)
def help_asked(recipient: User, *, check_in: str) -> Context | None:
    """To who organises: one of a pair wants to be called, or says that it does not work, and no colleague responded."""
    at_the_desk = Match.objects.at_the_desk_of(recipient)
    found = (
        CheckIn.objects.waiting_for_help().filter(key=check_in, match__in=at_the_desk).select_related("match").first()
    )
    return {"link": address("desk_pairs:detail", key=found.match.key), "minutes": 10} if found else None


@message(MailClass.NEUTRAL)
def wish_waits(recipient: User, *, wish: str) -> Context | None:
    """To who organises: somebody asks for another mentor."""
    at_the_desk = Match.objects.at_the_desk_of(recipient)
    found = MentorWish.objects.open().filter(key=wish, match__in=at_the_desk).select_related("match").first()
    return {"link": address("desk_pairs:detail", key=found.match.key), "minutes": 5} if found else None


def _check_in(recipient: User, check_in: str) -> CheckIn | None:
    found = CheckIn.objects.filter(key=check_in).select_related(*_OF_BOTH).first()
    return found if found and policies.shows_check_in(recipient, found) else None
