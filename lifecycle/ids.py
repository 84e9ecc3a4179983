"""What may stand in a journal line or a letter: keys of things, never words of or about a person."""

import re
from collections.abc import Mapping
from uuid import UUID

Id = UUID | int | str

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:-]{0,79}")


def an_id(value: Id) -> str:
    """`value` as text; ValueError when it looks like text or an address instead of a key.

    The refused value is not repeated in the error, since errors end up in logs.
    """
    text = str(value)
    if not _ID.fullmatch(text):
        raise ValueError("only ids may be kept here: no text, no address")
    return text


def only_ids(ids: Mapping[str, Id]) -> dict[str, str]:
    return {name: an_id(value) for name, value in ids.items()}
