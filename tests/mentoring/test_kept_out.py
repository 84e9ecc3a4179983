"""After a block nothing of the other leads to her who pressed it, and the other one does not notice."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from lifecycle.errors import Refused
from mentoring.actions.meetings import About, move_meeting, offer_meetings
from mentoring.models import Agreement, Goal, Match, Meeting
from mentoring.pace.actions.agreeing import propose_agreement
from mentoring.pace.actions.goals import add_goal
from mentoring.pace.choices import Often
from mentoring.talking.actions import share_contact
from people import letters
from people.models import Letter, User
from programmes.safety.blocking import block, unblock

pytestmark = pytest.mark.django_db
SECRET = "kanarievogel"
CARD = {"mail_address": "", "phone": "", "otherwise": ""}


@pytest.fixture
def people(pair: Match) -> tuple[User, User]:
    """Who blocks, and who is blocked."""
    return pair.mentor.user, pair.participation.user


def at(pair: Match, name: str) -> str:
    return reverse(f"mentoring:{name}", kwargs={"key": pair.key})


def everywhere(browser: Client, pair: Match) -> str:
    pages = [reverse("people:mine"), *(at(pair, name) for name in ("room", "room_plan", "room_goals", "contact"))]
    return "\n".join(browser.get(page, follow=True).text for page in pages)


def everything_of(user: User, pair: Match) -> Meeting:
    """A time with a place, a plan, a goal and a way to be reached: each with the same word in it."""
    (meeting,) = offer_meetings(
        pair, by=user, times=[timezone.now() + timedelta(days=9)], about=About(60, "live", SECRET)
    )
    propose_agreement(pair, by=user, often=Often.values[0], way="online", minutes=60, words=SECRET)
    add_goal(pair, SECRET, by=user)
    share_contact(pair, by=user, **CARD | {"otherwise": SECRET})
    return meeting


def test_what_comes_after_a_block_stands_nowhere_for_who_blocked(pair, people, as_mentor, as_mentee):
    blocker, blocked = people
    share_contact(pair, by=blocker, **CARD | {"phone": "+31612345678"})
    block(blocked, by=blocker)
    everything_of(blocked, pair)
    seen = everywhere(as_mentor, pair)
    assert SECRET not in seen and "stelt een tijd voor" not in seen and "maakte een plan" not in seen
    notices = everywhere(as_mentee, pair)
    assert notices.count(SECRET) >= 4, "her own stands there as if nothing happened"
    assert "12345678" not in notices, "she gave something after the block: what she had not read stays unread"
    with pytest.raises(Refused, match="geblokkeerd"):
        propose_agreement(pair, by=blocker, often=Often.values[0], way="online", minutes=30, words="")
    unblock(blocked, by=blocker)
    assert SECRET in everywhere(as_mentor, pair), "it was not thrown away"
    assert Goal.objects.count() == Agreement.objects.count() == Meeting.objects.count() == 1


def test_a_time_that_already_stood_there_asks_nothing_any_more(pair, people, as_mentor):
    blocker, blocked = people
    meeting = everything_of(blocked, pair)
    before = everywhere(as_mentor, pair)
    assert "stelt een tijd voor" in before and SECRET in before
    block(blocked, by=blocker)
    after = everywhere(as_mentor, pair)
    assert "stelt een tijd voor" not in after and "maakte een plan" not in after
    move_meeting(meeting, by=blocked, starts_at=timezone.now() + timedelta(days=3), about=About(60, "live", "later"))
    assert "later</" not in everywhere(as_mentor, pair)


def test_who_was_blocked_reads_what_both_had_given_before(pair, people, as_mentee, as_mentor):
    blocker, blocked = people
    share_contact(pair, by=blocker, **CARD | {"otherwise": "Merel"})
    share_contact(pair, by=blocked, **CARD | {"otherwise": "Specht"})
    block(blocked, by=blocker)
    assert "Merel" in everywhere(as_mentee, pair), "it would be noticed"
    share_contact(pair, by=blocked, **CARD | {"otherwise": SECRET})
    assert SECRET not in everywhere(as_mentor, pair)


def test_nobody_fills_a_mailbox_with_plans(pair, people):
    other = {"often": Often.values[0], "way": "online"}
    for minutes in range(30, 35):
        propose_agreement(pair, by=people[1], minutes=minutes, **other)
    with pytest.raises(Refused, match="morgen"):
        propose_agreement(pair, by=people[1], minutes=40, **other)
    assert Letter.objects.filter(message="mentoring.agreement_proposed").count() == 5


def test_no_mail_goes_that_was_written_before_the_block(pair, people):
    blocker, blocked = people
    share_contact(pair, by=blocked, **CARD | {"otherwise": SECRET})
    letter = Letter.objects.get(message="mentoring.contact_waits")
    written = letters.registered()[letter.message]
    assert written.render(blocker, letter.ids) is not None
    block(blocked, by=blocker)
    assert written.render(blocker, letter.ids) is None
