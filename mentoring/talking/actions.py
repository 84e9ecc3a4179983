"""Writing to each other, and telling how one can be reached. The match is locked first.

None of this is journalled: an administrator reads the journal, and how often two people write is theirs alone
(docs/decisions/0022).
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lifecycle.errors import Refused
from mentoring.models import ContactCard, Match, PairMail, PairMessage
from mentoring.pace.actions.locking import hold_pair
from mentoring.policies import require
from mentoring.states import Side
from mentoring.talking import emails, policies
from people import letters
from people.models import User
from programmes.safety.blocking import blocked_between, own_blocks

PRESSED_TWICE = timedelta(minutes=1)
AN_HOUR = timedelta(hours=1)
MOST_AN_HOUR = 30


class PairIsOver(Refused):
    """Nothing is said here any more."""


@transaction.atomic
def write_message(match: Match, *, by: User, words: str, at: datetime | None = None) -> PairMessage:
    """The other one hears once that something waits, until she has opened it.

    Where one blocked the other it is kept for its writer alone, who does not notice. The same words again within a
    minute are one press too many: the message that is there is given back.
    """
    at = at or timezone.now()
    match, side = _lock(match, by)
    if not policies.can_write_message(by, match):
        raise PairIsOver(_("Jullie koppel is afgesloten. Schrijven kan hier niet meer."))
    mine = match.messages.filter(side=side)
    if (last := mine.last()) and last.words == words and last.written_at > at - PRESSED_TWICE:
        return last
    if mine.filter(written_at__gt=at - AN_HOUR).count() >= MOST_AN_HOUR:
        raise Refused(_("Je schreef veel in korte tijd. Wacht een uur. Wat je typte, staat er nog."))
    other = match.user_at(side.other)
    if own_blocks(by).filter(blocked=other).exists():
        raise Refused(_("Je hebt deze persoon geblokkeerd. Haal dat eerst weg. Wat je typte, staat er nog."))
    is_held_back = blocked_between(by, other)
    waits = match.messages.unread_at(side.other).exists()
    message = match.messages.create(side=side, words=words, written_at=at, is_held_back=is_held_back)
    if not (waits or is_held_back):
        key = f"message_waits:{message.key}"
        letters.write(emails.message_waits, other, key=key, message=message.key)
    return message


@transaction.atomic
def open_messages(match: Match, *, by: User, at: datetime | None = None) -> int:
    """Whatever waited for this one was read; how many. Nobody else is told."""
    match, side = _lock(match, by)
    return match.messages.unread_at(side).update(read_at=at or timezone.now())


@transaction.atomic
def share_contact(
    match: Match, *, by: User, mail_address: str, phone: str, otherwise: str, at: datetime | None = None
) -> ContactCard:
    """The other reads it as soon as she has shared something too; she then hears that it is there."""
    at = at or timezone.now()
    match, side = _lock(match, by)
    if not policies.can_share_contact(by, match):
        raise PairIsOver(_("Jullie koppel is afgesloten. Gegevens delen kan hier niet meer."))
    said = {"mail_address": mail_address, "phone": phone, "otherwise": otherwise, "saved_at": at}
    card, is_new = ContactCard.objects.update_or_create(match=match, side=side, defaults=said)
    other = match.user_at(side.other)
    if is_new and not blocked_between(by, other):
        letters.write(emails.contact_waits, other, key=f"contact_waits:{match.key}:{side.other}", match=match.key)
    return card


@transaction.atomic
def take_back_contact(match: Match, *, by: User) -> bool:
    """From now on the other reads nothing of it. Whether there was something."""
    match, side = _lock(match, by)
    return bool(ContactCard.objects.filter(match=match, side=side).delete()[0])


@transaction.atomic
def choose_mail(user: User, *, of_messages: bool, of_reminders: bool, at: datetime | None = None) -> PairMail:
    chosen = {"of_messages": of_messages, "of_reminders": of_reminders, "saved_at": at or timezone.now()}
    return PairMail.objects.update_or_create(user=user, defaults=chosen)[0]


def _lock(match: Match, by: User) -> tuple[Match, Side]:
    locked = hold_pair(match)
    require(policies.can_read_messages(by, locked))
    return locked, Side(locked.side_of(by) or "")
