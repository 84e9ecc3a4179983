""" "Vraag iemand om mee te doen": a card to pass on. Asking is counted, never who."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from home.models import CampaignCount
from lifecycle.counting import add_one
from lifecycle.errors import Refused
from programmes.models import AskCard, AskCount, Programme


@transaction.atomic
def make_card(programme: Programme | None = None, *, source: str = "", at: datetime | None = None) -> AskCard:
    """Refused for a programme that tells something of who is asked for it: the link itself would say so.

    `source` counts when a campaign is called so; anybody can type a word into an address.
    """
    if programme is not None and programme.is_sensitive:
        raise Refused(_("Voor dit programma maken wij geen kaart. Geef het adres van deze site door."))
    known = source if source and CampaignCount.objects.filter(source=source).exists() else ""
    card = AskCard.objects.create(programme=programme, source=known, made_at=at or timezone.now())
    add_one(AskCount, "asked", source=known)
    return card


@transaction.atomic
def say_yes(card: AskCard, *, at: datetime | None = None) -> bool:
    """Who was asked wants to look. False when this card said so before, or has expired."""
    if not AskCard.objects.valid(at).filter(pk=card.pk, said_yes=False).update(said_yes=True):
        return False
    add_one(AskCount, "said_yes", source=card.source)
    return True
