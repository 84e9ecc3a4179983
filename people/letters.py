"""Mail that must not be lost: a letter is a row, written in the transaction of what it tells.

An app declares its messages in emails.py and names them in settings.LETTERS:

    @message(MailClass.NEUTRAL)
    def application_received(recipient: User, *, application: str) -> Context | None:
        found = Application.objects.submitted().filter(key=application).first()
        return {"link": address("programmes:application", key=found.key)} if found else None

    letters.write(application_received, user, key=f"received:{application.key}", application=application.key)

The words stand in templates/programmes/emails/application_received.{subject.txt,txt,html}. The
context is made at the moment of sending, in the recipient's language; None closes the letter unsent.
"""

import logging
from datetime import datetime

from django.db import connection, transaction
from django.utils import timezone, translation

from lifecycle.ids import Id, an_id, only_ids
from people import post
from people.messages import Context, MailClass, Message, address, message, registered
from people.models import Letter, User

__all__ = ["Context", "MailClass", "Message", "address", "message", "registered", "send_due", "write"]

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
    name = what.name if isinstance(what, Message) else what
    if name not in registered():
        raise ValueError(f"{name} does not stand in settings.LETTERS")
    new = Letter(key=an_id(key), recipient=recipient, message=name, ids=only_ids(ids))
    Letter.objects.bulk_create([new], ignore_conflicts=True)  # two that write at once both go on
    letter = Letter.objects.get(key=key)
    if (letter.message, letter.recipient_id) != (name, recipient.pk):
        raise ValueError("this key belongs to another letter")
    look_after_commit()
    return letter


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
    if not letter.recipient.is_active:
        return False
    with translation.override(letter.recipient.language):
        words = registered()[letter.message].render(letter.recipient, letter.ids)
    if words is None:
        return False
    post.send(words, to=letter.recipient.email, number=letter.pk)
    return True


def _look() -> None:
    from people.tasks import look_for_letters

    look_for_letters.enqueue()


def look_after_commit() -> None:
    """One "look" a transaction, however many letters it writes; the sweep is there if the queue is not."""
    if not any(planned[1] is _look for planned in connection.run_on_commit):
        transaction.on_commit(_look, robust=True)
