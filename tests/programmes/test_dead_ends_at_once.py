"""Two that ask, tell or call at the same moment, each on a connection of its own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from lifecycle.errors import IllegalMove
from people.models import Letter
from programmes.asking.actions import make_card, say_yes
from programmes.call_backs.actions import ask_call_back, take_call
from programmes.interests.actions import ask_interest, tell_interest
from programmes.models import AskCount, CallBack, Interest
from tests.factories.programmes import ProgrammeFactory, organiser_of
from tests.programmes.dead_ends import (
    ADDRESS,
    NUMBER,
    a_call_back,
    an_interest,
    opened,
)

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

TOGETHER = 6


def together(act: Callable[[], Any]) -> list[Any]:
    """What each of TOGETHER got, or the kind of fault."""
    start = Barrier(TOGETHER)

    def one(_number: int) -> Any:
        try:
            start.wait(timeout=20)
            return act()
        except Exception as fault:
            return type(fault)
        finally:
            connection.close()

    with ThreadPoolExecutor(TOGETHER) as pool:
        return list(pool.map(one, range(TOGETHER)))


def test_one_number_asked_at_once_is_one_call() -> None:
    programme = ProgrammeFactory()
    organiser_of(programme)
    got = together(lambda: ask_call_back(programme, NUMBER, moment="any", language="nl"))
    assert all(isinstance(one, CallBack) for one in got) and CallBack.objects.count() == 1
    assert Letter.objects.count() == 1


def test_of_colleagues_who_press_at_once_one_calls() -> None:
    programme = ProgrammeFactory()
    waiting, organiser = a_call_back(programme), organiser_of(programme)
    got = together(lambda: take_call(waiting, by=organiser))
    assert sum(isinstance(one, CallBack) for one in got) == 1 and got.count(IllegalMove) == TOGETHER - 1


@pytest.mark.parametrize("in_general", [False, True])
def test_one_address_asked_at_once_waits_once(in_general: bool) -> None:
    programme = None if in_general else ProgrammeFactory()
    got = together(lambda: ask_interest(programme, ADDRESS, language="nl"))
    assert all(isinstance(one, Interest) for one in got), got
    assert Interest.objects.count() == 1
    link = str(Interest.objects.get().key)
    assert Letter.objects.filter(key=f"interest:{link}").exists(), "the link that is kept is mailed"


def test_workers_that_look_at_once_send_one_mail() -> None:
    programme = ProgrammeFactory()
    edition = opened(programme)
    now = timezone.now()
    interest = an_interest(programme, state="confirmed", asked_at=now, confirmed_at=now)
    assert sorted(together(lambda: tell_interest(interest, edition))) == [False] * (TOGETHER - 1) + [True]
    assert Letter.objects.count() == 1 and not Interest.objects.exists()


def test_asking_at_once_is_counted_each_and_one_card_says_yes_once() -> None:
    together(make_card)
    assert AskCount.objects.get().asked == TOGETHER
    card = make_card()
    assert together(lambda: say_yes(card)).count(True) == 1
    assert AskCount.objects.get().said_yes == 1
