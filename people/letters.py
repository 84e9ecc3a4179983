"""Mail that must not be lost: a letter is a row, written in the transaction of what it tells.

An app declares its messages in emails.py and names them in settings.LETTERS:

    @message(MailClass.NEUTRAL)
    def application_received(recipient: User, *, application: str) -> Context | None:
        found = Application.objects.submitted().filter(key=application).first()
        return {"link": address("programmes:application", key=found.key)} if found else None

    letters.write(application_received, user, key=f"received:{application.key}", application=application.key)

The words stand in templates/programmes/emails/application_received.{subject.txt,txt,html}. The
context is made at the moment of sending, in the recipient's language; None closes the letter unsent.

Somebody without an account gets `letters.write_to(message, "post@voorbeeld.nl", key=…, language="nl", …)`,
of a message declared with `@message(MailClass.PRACTICAL, to_address=True)` over a function(language, **ids).
"""

import logging
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from itertools import islice

from django.db import connection, transaction
from django.utils import timezone, translation

from lifecycle.ids import Id, an_id, only_ids
from people import post
from people.messages import Context, MailClass, Message, address, message, registered
from people.models import Letter, User

__all__ = [
    "Context",
    "MailClass",
    "Message",
    "address",
    "message",
    "registered",
    "send_due",
    "write",
    "write_each",
    "write_to",
]

logger = logging.getLogger(__name__)

LEASE_SECONDS = 180
"""Longer than the slowest mail server that still gets there: a dozen answers, each within settings.EMAIL_TIMEOUT."""
AT_ONCE = 200
"""Letters taken up in one look, so that a worker that is asked to stop need not finish thousands."""


def write(what: Message | str, recipient: User, *, key: str, **ids: Id) -> Letter:
    """Write a letter once: the same key again changes nothing and gives the letter that is there.

    `ids` go to the message's function as text. ValueError for text in them, for a message that is
    not registered, and for a key that already belongs to another message or person.
    """
    name = _name_of(what, to_address=False)
    letter = _written(Letter(key=an_id(key), recipient=recipient, message=name, ids=only_ids(ids)))
    if (letter.message, letter.recipient_id) != (name, recipient.pk):
        raise ValueError("this key belongs to another letter")
    return letter


def write_each(what: Message | str, to: Mapping[str, User], **ids: Id) -> dict[int, Letter]:
    """The same message to many, by the key of each letter: a few statements, however many there are.

    Gives the letters by recipient. ValueError as for `write`; nothing is then written.
    """
    name, said = _name_of(what, to_address=False), only_ids(ids)
    new = [Letter(key=an_id(key), recipient=recipient, message=name, ids=said) for key, recipient in to.items()]
    with transaction.atomic():
        Letter.objects.bulk_create(new, batch_size=AT_ONCE, ignore_conflicts=True)
        found = {letter.key: letter for part in _batched(to, AT_ONCE) for letter in Letter.objects.filter(key__in=part)}
        for key, recipient in to.items():
            if (found[key].message, found[key].recipient_id) != (name, recipient.pk):
                raise ValueError("this key belongs to another letter")
    look_after_commit()
    return {recipient.pk: found[key] for key, recipient in to.items()}


def write_to(what: Message | str, address: str, *, key: str, language: str, **ids: Id) -> Letter:
    """The same to who has no account. The row forgets the address once it is sent, given up or out of date.

    ValueError as for `write`, and for a message that was not declared for addresses.
    """
    name = _name_of(what, to_address=True)
    letter = _written(Letter(key=an_id(key), address=address, language=language, message=name, ids=only_ids(ids)))
    if letter.message != name or letter.recipient_id or letter.address not in (None, address):
        raise ValueError("this key belongs to another letter")
    return letter


def write_to_each(what: Message | str, to: Iterable[tuple[str, str, Mapping[str, Id]]], *, language: str) -> None:
    """The same message to many without an account: address, key and ids of each; a statement for some hundreds.

    ValueError as for `write_to`, but for a key that is taken: that letter stays as it is.
    """
    name = _name_of(what, to_address=True)
    new = [
        Letter(key=an_id(key), address=address, language=language, message=name, ids=only_ids(ids))
        for address, key, ids in to
    ]
    Letter.objects.bulk_create(new, batch_size=AT_ONCE, ignore_conflicts=True)
    look_after_commit()


def _name_of(what: Message | str, *, to_address: bool) -> str:
    name = what.name if isinstance(what, Message) else what
    found = registered().get(name)
    if found is None:
        raise ValueError(f"{name} does not stand in settings.LETTERS")
    if found.to_address != to_address:
        raise ValueError(f"{name} is declared for {'addresses' if found.to_address else 'accounts'}")
    return name


def _batched(keys: Iterable[str], size: int) -> Iterator[list[str]]:
    """As itertools.batched of Python 3.12."""
    every = iter(keys)
    while part := list(islice(every, size)):
        yield part


def _written(new: Letter) -> Letter:
    Letter.objects.bulk_create([new], ignore_conflicts=True)  # two that write at once both go on
    look_after_commit()
    return Letter.objects.get(key=new.key)


def send_due(at: datetime | None = None) -> int:
    """Send what waits; how many were sent. Safe beside other workers and after one that was killed."""
    due = Letter.objects.due(at).order_by("written_at", "pk").values_list("pk", flat=True)[:AT_ONCE]
    return sum(_take(pk, at) for pk in list(due))


def _take(pk: int, at: datetime | None) -> bool:
    letter = Letter.objects.select_related("recipient").claim(pk, seconds=LEASE_SECONDS, at=at)
    if letter is None:
        return False
    try:
        sent = _send(letter)
    except Exception as error:  # whatever went wrong, the letter must come back
        # The kind of fault only: the words of an error can hold an address.
        logger.warning("letter %s (%s) put back: %s", letter.pk, letter.message, type(error).__name__)
        letter.put_back(error, at)
        return False
    now = at or timezone.now()
    letter.finish(now, sent_at=now if sent else None)
    return sent


def _send(letter: Letter) -> bool:
    """False when the letter no longer applies."""
    recipient = letter.recipient
    if recipient is not None and not recipient.is_active:
        return False
    to = recipient.email if recipient else letter.address
    language = recipient.language if recipient else letter.language
    with translation.override(language):
        words = registered()[letter.message].render(recipient or language, letter.ids)
    if words is None or not to:
        return False
    post.send(words, to=to, number=letter.pk)
    return True


def _look() -> None:
    from people.tasks import look_for_letters

    look_for_letters.enqueue()


def look_after_commit() -> None:
    """One "look" a transaction, however many letters it writes; the sweep is there if the queue is not."""
    if not any(planned[1] is _look for planned in connection.run_on_commit):
        transaction.on_commit(_look, robust=True)
