""" "Vraag iemand om mee te doen": a card to pass on. Asking is counted, never who."""

from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from home.models import CampaignCount
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
    _add(known, "asked")
    return card


@transaction.atomic
def say_yes(card: AskCard, *, at: datetime | None = None) -> bool:
    """Who was asked wants to look. False when this card said so before, or has expired."""
    if not AskCard.objects.valid(at).filter(pk=card.pk, said_yes=False).update(said_yes=True):
        return False
    _add(card.source, "said_yes")
    return True


def _add(source: str, counter: str) -> None:
    """One UPDATE, so that two at once are both counted."""
    if not AskCount.objects.filter(source=source).update(**{counter: F(counter) + 1}):
        AskCount.objects.bulk_create([AskCount(source=source)], ignore_conflicts=True)
        AskCount.objects.filter(source=source).update(**{counter: F(counter) + 1})
