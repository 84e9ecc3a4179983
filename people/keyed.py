"""An address or a number, known again without being readable."""

import hmac
from hashlib import sha256
from uuid import UUID

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from django.conf import settings


def keyed_hash(kind: str, text: str) -> str:
    """64 hex digits. The key is not in the database, and what is of another `kind` never comes out the same."""
    return hmac.new(f"{kind}:{settings.SECRET_KEY}".encode(), text.encode(), sha256).hexdigest()


def key_in(typed: str) -> UUID | None:
    """The key of a row as an address sent it along; None for what is none."""
    try:
        return UUID(typed)
    except ValueError:
        return None


def veiled(kind: str, key: UUID) -> UUID:
    """What stands for the key of a row in a link: who reads the database alone cannot make it. Back by `unveiled`."""
    return UUID(bytes=_one_block(kind).encryptor().update(key.bytes))


def unveiled(kind: str, token: UUID) -> UUID:
    """The key behind it; of what we did not make, one that no row has."""
    return UUID(bytes=_one_block(kind).decryptor().update(token.bytes))


def _one_block(kind: str) -> Cipher[modes.CBC]:
    """A key is just one block: nothing before it to be chained to."""
    secret = sha256(f"veil:{kind}:{settings.SECRET_KEY}".encode()).digest()
    return Cipher(algorithms.AES(secret), modes.CBC(bytes(16)))
