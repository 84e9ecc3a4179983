"""Mails to who keeps the card of a party. They name no party: who reads along learns nothing of anybody's politics."""

from elections.models import PartyCard
from people.letters import Context, MailClass, address, message


def _own_page(card: PartyCard) -> str:
    return address("elections:party_card", key=card.party.key)


def _found(card: str) -> PartyCard | None:
    return PartyCard.objects.filter(key=card).select_related("party").first()


@message(MailClass.NEUTRAL, to_address=True)
def card_approved(language: str, *, card: str) -> Context | None:
    found = _found(card)
    return {"link": _own_page(found)} if found and found.is_public else None


@message(MailClass.NEUTRAL, to_address=True)
def card_not_yet(language: str, *, card: str) -> Context | None:
    """What is not right yet stands on the page, not in the mail."""
    found = _found(card)
    return {"link": _own_page(found)} if found and found.is_refused else None


@message(MailClass.NEUTRAL, to_address=True)
def card_to_check(language: str, *, card: str) -> Context | None:
    found = _found(card)
    if found is None or not found.is_public or found.confirmed_at is None:
        return None
    return {"link": _own_page(found), "until": found.grows_old_on}
