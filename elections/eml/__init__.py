"""Reads the Kiesraad's EML_NL: 110a (definition), 230b (lists) and 520 (result). Pure: bytes in, dataclasses out.

    message_of(first_bytes).kind   ->  "230b"
    read(all_bytes)                ->  Message(head=Head(identifier="GR2022_WestMaasenWaal", ...), lists=(...), ...)

Whatever is wrong with a file is a `Refused` that says so in plain Dutch, never with a name from it.
"""

from elections.eml.messages import READ, Candidate, Elected, Head, Message, PartyList, Refused
from elections.eml.reading import HEAD_BYTES, MOST_BYTES, Opening, message_of, read

__all__ = [
    "HEAD_BYTES",
    "MOST_BYTES",
    "READ",
    "Candidate",
    "Elected",
    "Head",
    "Message",
    "Opening",
    "PartyList",
    "Refused",
    "message_of",
    "read",
]
