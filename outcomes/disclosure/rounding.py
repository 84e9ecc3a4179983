"""Keyed random rounding to 5: the same people give the same number, in whichever table, page or file.

Asking twice gives nothing to average, and nobody can tell from a number how many people were really counted.
"""

import hmac

STEP = 5


def rounded(count: int, key_sum: int, secret: bytes) -> int:
    """`count` up or down to a multiple of five, up with probability rest/5: on average right, at most 4 off.

    `key_sum` is the sum of the random keys of the people counted; only its value modulo 2^64 matters, so that
    keys may be read as signed or unsigned numbers.
    """
    rest = count % STEP
    if rest == 0:
        return count
    digest = hmac.digest(secret, (key_sum % 2**64).to_bytes(8, "big"), "sha256")
    goes_up = int.from_bytes(digest[:8], "big") * STEP < rest << 64
    return count - rest + (STEP if goes_up else 0)
