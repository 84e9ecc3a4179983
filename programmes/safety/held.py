"""What somebody is reporting, carried by the page itself: it may be gone before she presses.

A token that only this person can hand in, unreadable outside; nothing of it is kept until the report is sent.
"""

import json
from uuid import UUID

from cryptography.fernet import InvalidToken

from people.fields import decrypt, encrypt
from people.models import User
from programmes.models import Programme
from programmes.safety.reporting import Reported


def held(user: User, kind: str, found: Reported) -> str:
    programme = str(found.programme.key) if found.programme else ""
    about = found.about.pk if found.about else None
    return encrypt(json.dumps([user.pk, kind, programme, about, found.words, found.name]))


def let_go(user: User, token: str) -> tuple[str, Reported] | None:
    """The kind and the thing as the page showed it; None for what is not this person's, or none of ours."""
    try:
        holder, kind, programme, about, words, name = json.loads(decrypt(token))
    except (InvalidToken, ValueError, TypeError):
        return None
    if holder != user.pk:
        return None
    of = Programme.objects.filter(key=UUID(programme)).first() if programme else None
    return kind, Reported(of, User.objects.filter(pk=about).first(), words, name)
