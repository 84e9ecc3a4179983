"""From words to a mail on its way."""

import uuid
from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection

from people.messages import Words

SECONDS_TO_ANSWER = 20
"""Well within a letter's lease: a mail server that hangs must not outlive it."""


def send(words: Words, *, to: str, number: int) -> None:
    """Hand one mail over. The same `number` gives the same Message-ID, by which a mailbox knows a repeat."""
    mail = EmailMultiAlternatives(
        subject=words.subject,
        body=words.text,
        to=[to],
        headers={
            "Message-ID": _message_id(number),
            "Auto-Submitted": "auto-generated",  # no out-of-office answers
        },
        connection=get_connection(timeout=SECONDS_TO_ANSWER),
    )
    mail.attach_alternative(words.html, "text/html")
    mail.send()


def _message_id(number: int) -> str:
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"
    return f"<{uuid.uuid5(uuid.NAMESPACE_URL, f'{settings.SITE_ADDRESS}/letter/{number}')}@{domain}>"
