"""Two who do the same to one party at the same moment: one card on the site, and no more that wait than may."""

import threading

import pytest
from django.db import connection

from elections.models import Party, PartyCard
from elections.parties import actions
from lifecycle.errors import IllegalMove, Refused
from tests.factories.elections import PartyCardFactory, PartyFactory
from tests.factories.people import AdministratorFactory

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
WORDS = actions.CardWords(how="Zo.", criteria="Dit.", phone="0531234567")


def at_once(*acts) -> list[str]:
    """What became of each, all begun at the same moment."""
    begin, ends = threading.Barrier(len(acts)), []

    def run(act) -> None:
        try:
            begin.wait()
            act()
            ends.append("done")
        except (Refused, IllegalMove) as no:
            ends.append(type(no).__name__)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[act]) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return sorted(ends)


@pytest.fixture
def party() -> Party:
    from elections.models import Body

    body = Body.objects.create(kind="raad", code="GM9998", domain="9998", name="Proefdam", slug="proefdam-gelijk")
    return PartyFactory(body=body)


def test_two_cards_of_one_party_that_are_approved_at_once_leave_one(party):
    by = AdministratorFactory()
    cards = [PartyCardFactory(party=party, address=f"{number}@example.org") for number in range(2)]
    ends = at_once(*(lambda card=card: actions.approve_card(card, seen=card.handed_in_at, by=by) for card in cards))
    assert ends == ["done", "done"]
    assert party.cards.public().count() == 1 and party.cards.count() == 1


def test_one_address_that_hands_in_twice_at_once_has_one_card(party):
    act = lambda: actions.hand_in_card(party, WORDS, address="bestuur@example.org", language="nl")  # noqa: E731
    assert at_once(act, act, act) == ["done"] * 3
    assert PartyCard.objects.count() == 1


def test_many_that_hand_in_at_once_do_not_pass_the_limit(party):
    for number in range(actions.MOST_WAITING - 1):
        PartyCardFactory(party=party, address=f"{number}@example.org")

    def hand_in(name: str):
        return lambda: actions.hand_in_card(party, WORDS, address=f"{name}@example.org", language="nl")

    assert at_once(*(hand_in(name) for name in "abc")) == ["Refused", "Refused", "done"]
    assert party.cards.waiting().count() == actions.MOST_WAITING
