"""The link in an invitation: made of its key and a secret outside the database, so the row cannot give it away."""

from uuid import UUID

from people.keyed import keyed_hash


def token_of(key: UUID) -> UUID:
    return UUID(keyed_hash("invitation", str(key))[:32])


def digest_of(token: UUID) -> str:
    """By which the row is found."""
    return keyed_hash("invitation_token", str(token))
