"""From words to a mail on its way."""

import uuid
from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMultiAlternatives

from people.messages import Words


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
    )
    mail.attach_alternative(words.html, "text/html")
    mail.send()


def _message_id(number: int) -> str:
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"
    return f"<{uuid.uuid5(uuid.NAMESPACE_URL, f'{settings.SITE_ADDRESS}/letter/{number}')}@{domain}>"
