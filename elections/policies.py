"""Who may look at the cards of parties, and whose a card is."""

from elections.models import PartyCard
from people.roles import Visitor, is_administrator


def can_moderate_cards(user: Visitor) -> bool:
    return is_administrator(user)


def keeps_card(mark: str, card: PartyCard) -> bool:
    """Whether this address (people.addresses.keyed, proved by a code) handed in the card."""
    return bool(mark) and card.kept_by_mark == mark
