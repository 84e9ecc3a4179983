"""Two who send at the same moment: everybody in the group gets the words once, and one of the two is told."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import close_old_connections, connection

from lifecycle.errors import IllegalMove, Refused
from people.models import Letter
from programmes.mailing import actions
from programmes.models import GroupLetter, GroupMessage
from tests.factories.programmes import OpenEditionFactory, admitted, organiser_of

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
TIMES = 4
WORDS = {"subject": "Neem iets te eten mee", "text": "Drinken staat klaar."}
TOLD, SENT = "told", "sent"


def at_once(*acts: Callable[[], object]) -> list[str]:
    """What came of each, of connections of their own that begin together."""
    gate = Barrier(len(acts))

    def one(act: Callable[[], object]) -> str:
        close_old_connections()
        try:
            gate.wait(10)
            act()
        except (Refused, IllegalMove):
            return TOLD
        finally:
            connection.close()
        return SENT

    with ThreadPoolExecutor(len(acts)) as pool:
        return sorted(pool.map(one, acts))


@pytest.mark.parametrize("other_audience", ["the same draft", "participants", "admitted"])
def test_the_same_words_reach_each_person_once(other_audience: str) -> None:
    """One draft pressed twice, two drafts of the same words, and the same words to two groups that overlap."""
    for _time in range(TIMES):
        edition = OpenEditionFactory()
        people = {admitted(edition).user for _number in range(3)}
        by, colleague = organiser_of(edition.programme), organiser_of(edition.programme)
        first = actions.write_message(edition, audience="participants", by=by, **WORDS)
        second = first
        if other_audience != "the same draft":
            second = actions.write_message(edition, audience=other_audience, by=colleague, **WORDS)
        came = at_once(
            lambda one=first, by=by: actions.send_message(one, by=by, seen=one.fingerprint),
            lambda one=second, by=colleague: actions.send_message(one, by=by, seen=one.fingerprint),
        )
        assert came == [SENT, TOLD]
        letters = GroupLetter.objects.filter(message__edition=edition)
        assert {letter.user for letter in letters} == people and len(letters) == len(people)
        assert Letter.objects.filter(recipient__in=people).count() == len(people)
        assert GroupMessage.objects.sent().filter(edition=edition).count() == 1


def test_who_came_later_gets_it_once() -> None:
    for _time in range(TIMES):
        edition = OpenEditionFactory()
        admitted(edition)
        by, colleague = organiser_of(edition.programme), organiser_of(edition.programme)
        message = actions.write_message(edition, audience="participants", by=by, **WORDS)
        actions.send_message(message, by=by, seen=message.fingerprint)
        late = admitted(edition).user
        came = at_once(
            lambda one=message, by=by: actions.send_to_the_rest(one, by=by),
            lambda one=message, by=colleague: actions.send_to_the_rest(one, by=by),
        )
        assert came == [SENT, TOLD] and Letter.objects.filter(recipient=late).count() == 1
