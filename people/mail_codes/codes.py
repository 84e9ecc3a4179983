"""Asking, confirming, knowing and forgetting. What is known stands in the session, not in a cookie that can be read."""

import secrets
from datetime import datetime, timedelta
from typing import Any

from cryptography.fernet import InvalidToken
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.translation import get_language

from people import addresses, letters, limits
from people.fields import decrypt, encrypt
from people.mail_codes.emails import mail_code
from people.models import MailCode

KNOWN_FOR = timedelta(hours=2)
MOST_AN_HOUR = 3
"""Codes to one address: nobody's mailbox is filled by somebody else."""
HOUR = timedelta(hours=1)
SESSION = "mail_codes"


def ask(request: HttpRequest, purpose: str, address: str, *, at: datetime | None = None) -> bool:
    """Mail a code to `address`, which `people.addresses.clean` has seen. False when this client came too often.

    One address too often gets no mail and the same answer: who asks for another's learns nothing.
    """
    if limits.asked_too_often(request, "mail_code"):
        return False
    at = at or timezone.now()
    # The rows tell how many there were; of many who ask at one moment, who cannot see each other's, the cache does.
    mailbox = addresses.keyed(address)
    full = limits.asked_too_often(request, "mail_code_mailbox", key=mailbox)
    code = None if full else _written(purpose, address, at)
    earlier = _waiting(request, purpose).get("asked", "") if asked(request, purpose) == address else ""
    _remember(request, purpose, asked=str(code.key) if code else earlier, to=encrypt(address))
    return True


@transaction.atomic
def _written(purpose: str, address: str, at: datetime) -> MailCode | None:
    keyed = addresses.keyed(address)
    if MailCode.objects.of_address(keyed).asked_since(at - HOUR).count() >= MOST_AN_HOUR:
        return None
    code = MailCode.objects.create(
        purpose=purpose,
        address=address,
        address_keyed=keyed,
        digits=f"{secrets.randbelow(10**6):06}",
        language=get_language() or "nl",
        asked_at=at,
    )
    letters.write_to(mail_code, address, key=f"mail_code:{code.key}", language=code.language, code=code.key)
    return code


def asked(request: HttpRequest, purpose: str) -> str | None:
    """The address to which this browser last asked a code; None when it did not."""
    return _read(_waiting(request, purpose).get("to"))


def confirm(request: HttpRequest, purpose: str, typed: str, *, at: datetime | None = None) -> bool:
    """Whether `typed` is the code that this browser asked for; then the address is known. Each wrong one counts."""
    at = at or timezone.now()
    address = _tried(_waiting(request, purpose).get("asked") or None, purpose, typed, at)
    if address is None:
        return False
    request.session.cycle_key()  # whoever knew this session before does not get what it now may do
    _remember(request, purpose, known=encrypt(address), until=(at + KNOWN_FOR).timestamp())
    return True


@transaction.atomic
def _tried(key: str | None, purpose: str, typed: str, at: datetime) -> str | None:
    code = MailCode.objects.select_for_update().filter(key=key, purpose=purpose).first() if key else None
    if code is None or not code.works(at):
        return None
    if not constant_time_compare(_digits(typed), code.digits):
        code.attempts += 1
        code.save(update_fields=["attempts"])
        return None
    code.used_at = at
    code.save(update_fields=["used_at"])
    return code.address


def _digits(typed: str) -> str:
    return "".join(sign for sign in typed[:40] if sign in "0123456789")


def still_works(request: HttpRequest, purpose: str, *, at: datetime | None = None) -> bool:
    """Whether this browser waits for a code that can still be typed."""
    key = _waiting(request, purpose).get("asked")
    code = MailCode.objects.filter(key=key, purpose=purpose).first() if key else None
    return code is not None and code.works(at)


def known(request: HttpRequest, purpose: str, *, at: datetime | None = None) -> str | None:
    """The address that this browser proved for this purpose; None when it did not, or longer ago."""
    kept = _waiting(request, purpose)
    if kept.get("until", 0) <= (at or timezone.now()).timestamp():
        return None
    return _read(kept.get("known"))


def forget(request: HttpRequest, purpose: str) -> None:
    """As if this browser had never asked."""
    kept = dict(request.session.get(SESSION, {}))
    if kept.pop(purpose, None) is not None:
        request.session[SESSION] = kept


def _waiting(request: HttpRequest, purpose: str) -> dict[str, Any]:
    return dict(request.session.get(SESSION, {}).get(purpose, {}))


def _remember(request: HttpRequest, purpose: str, **what: Any) -> None:
    request.session[SESSION] = {**request.session.get(SESSION, {}), purpose: what}


def _read(sealed: str | None) -> str | None:
    try:
        return decrypt(sealed) if sealed else None
    except InvalidToken:  # the keys were renewed meanwhile
        return None
