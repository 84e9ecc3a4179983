"""The card of a party: handed in by who proved an address, looked at by an administrator, confirmed each year.

The party's row is locked first: it owns the limits (one card on the site, so many that wait).
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from elections import policies
from elections.emails import card_approved, card_not_yet, card_to_check
from elections.models import Party, PartyCard
from elections.models.parties import A_YEAR
from elections.states import PARTY_CARD
from home.page_cache import purge
from lifecycle.errors import Refused
from lifecycle.journal import record
from people import addresses, letters
from people.letters import Message
from people.models import User
from people.policies import require

ASK_BEFORE = timedelta(days=30)
"""So long before a card grows old its keeper is asked whether it still holds."""
MOST_WAITING = 5
"""Of one party at a time: nobody fills the desk in another's name."""


@dataclass(frozen=True)
class CardWords:
    """What a party tells. One of `mail_address` and `phone` is there."""

    how: str
    criteria: str
    closes_on: date | None = None
    mail_address: str = ""
    phone: str = ""
    website: str = ""


@transaction.atomic
def hand_in_card(
    party: Party, words: CardWords, *, address: str, language: str, at: datetime | None = None
) -> PartyCard:
    """Waits until an administrator has looked. The same address again: in the place of what it handed in before."""
    party = Party.objects.select_for_update().get(pk=party.pk)
    mark = addresses.keyed(address)
    card = party.cards.own(mark).first()
    if card is None:
        if party.cards.waiting().count() >= MOST_WAITING:
            raise Refused(_("Er wachten al kaarten van deze partij. Probeer het over een paar dagen nog eens."))
        card, was = PartyCard(party=party, kept_by=address, kept_by_mark=mark), ""
    else:
        was, card.state = card.state, PARTY_CARD.target("hand_in", card.state)
    for name, value in vars(words).items():
        setattr(card, name, value)
    card.language, card.handed_in_at, card.remark = language, at or timezone.now(), ""
    card.save()
    record(card, "hand_in", by=None, was=was, now=card.state, at=at)
    return card


@transaction.atomic
def approve_card(card: PartyCard, *, seen: datetime, by: User, at: datetime | None = None) -> PartyCard:
    """On the site, in the place of the one before. `seen`: when the words that were looked at were handed in."""
    require(policies.can_moderate_cards(by))
    card = _locked(card, seen)
    at = at or timezone.now()
    was, card.state = card.state, PARTY_CARD.target("approve", card.state)
    for earlier in card.party.cards.public():
        record(earlier, "replace", by=by, was=earlier.state, at=at)
        earlier.delete()
    card.decided_at = card.confirmed_at = at
    card.save()
    record(card, "approve", by=by, was=was, now=card.state, at=at)
    _tell(card, card_approved, at)
    purge()
    return card


@transaction.atomic
def refuse_card(card: PartyCard, *, seen: datetime, remark: str, by: User, at: datetime | None = None) -> PartyCard:
    """Back to who handed it in, with what is not right yet. What is on the site stays."""
    require(policies.can_moderate_cards(by))
    card = _locked(card, seen)
    at = at or timezone.now()
    was, card.state = card.state, PARTY_CARD.target("refuse", card.state)
    card.decided_at, card.remark = at, remark
    card.save()
    record(card, "refuse", by=by, was=was, now=card.state, at=at)
    _tell(card, card_not_yet, at)
    return card


@transaction.atomic
def confirm_card(card: PartyCard, *, address: str, at: datetime | None = None) -> PartyCard:
    """Every word still holds: dated anew, without a second look, since nothing changed."""
    card = _locked(card)
    require(policies.keeps_card(addresses.keyed(address), card))
    was, card.state = card.state, PARTY_CARD.target("confirm", card.state)
    card.confirmed_at = at or timezone.now()
    card.save(update_fields=["state", "confirmed_at"])
    record(card, "confirm", by=None, was=was, now=card.state, at=at)
    purge()
    return card


@transaction.atomic
def take_card_away(card: PartyCard, *, address: str, at: datetime | None = None) -> None:
    """By who handed it in, also when it is not on the site yet."""
    card = _locked(card)
    require(policies.keeps_card(addresses.keyed(address), card))
    record(card, "take_away", by=None, was=card.state, at=at)
    card.delete()
    purge()


@transaction.atomic
def remove_card(card: PartyCard, *, by: User, at: datetime | None = None) -> None:
    """By an administrator: it was not the party's, or should never have stood there."""
    require(policies.can_moderate_cards(by))
    card = _locked(card)
    record(card, "remove", by=by, was=card.state, at=at)
    card.delete()
    purge()


def ask_to_check(at: datetime | None = None) -> int:
    """For the worker's daily round: each keeper hears once that her card grows old; how many did."""
    at = at or timezone.now()
    return sum(
        _tell(card, card_to_check, card.confirmed_at or at)
        for card in PartyCard.objects.confirmed_before(at - A_YEAR + ASK_BEFORE).exclude(kept_by_mark="")
    )


def expire_cards(at: datetime | None = None) -> int:
    """For the worker's daily round: a card of a year ago says from now on that it is old; how many do."""
    at = at or timezone.now()
    return sum(_expire(pk, at) for pk in PartyCard.objects.confirmed_before(at - A_YEAR).values_list("pk", flat=True))


@transaction.atomic
def _expire(pk: int, at: datetime) -> bool:
    card = PartyCard.objects.select_for_update().confirmed_before(at - A_YEAR).filter(pk=pk).first()
    if card is None:  # confirmed meanwhile
        return False
    was, card.state = card.state, PARTY_CARD.target("expire", card.state)
    card.save(update_fields=["state"])
    record(card, "expire", by=None, was=was, now=card.state, at=at)
    purge()
    return True


def _locked(card: PartyCard, seen: datetime | None = None) -> PartyCard:
    """The party first, then the card. Refused when it is gone, or not as it was seen."""
    Party.objects.select_for_update().get(pk=card.party_id)
    found = PartyCard.objects.select_for_update().select_related("party").filter(pk=card.pk).first()
    if found is None:
        raise Refused(_("Deze kaart is er niet meer."))
    if seen is not None and found.handed_in_at != seen:
        raise Refused(_("Deze kaart is net veranderd. Lees haar nog eens."))
    return found


def _tell(card: PartyCard, message: Message, moment: datetime) -> bool:
    """To the address that handed it in, once for this moment. False when it is forgotten, or was told already."""
    if not card.kept_by:
        return False
    key = f"{message.name}:{card.pk}:{int(moment.timestamp())}"
    letter = letters.write_to(message, card.kept_by, key=key, language=card.language, card=card.key)
    return letter.done_at is None
