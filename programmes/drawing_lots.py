"""Drawing lots so that anybody can do it again: pure.

A lot is no number that somebody has. It is an order that follows from a published seed and the keys of applications:

    order_of([anne, bo, chris], "3f9a…")   # always the same three in the same order, however they came in

Whoever goes away leaves the others where they were, so that the waiting list keeps its order.
"""

import hashlib
import secrets
from collections.abc import Iterable
from uuid import UUID


def new_seed() -> str:
    """From chance alone, drawn once and after the last application came in: nobody can choose a lot by it."""
    return secrets.token_hex(16)


def order_of(keys: Iterable[UUID], seed: str) -> list[UUID]:
    if not seed:
        raise ValueError("no lots without a seed")
    return sorted(keys, key=lambda key: hashlib.sha256(f"{seed}:{key}".encode()).digest())
