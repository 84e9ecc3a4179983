"""Who may do what with people and what is written about them."""

from django.core.exceptions import PermissionDenied

from people.roles import Visitor, is_administrator


def require(allowed: bool) -> None:
    """PermissionDenied unless allowed: the same page as for what does not exist, when it is someone's."""
    if not allowed:
        raise PermissionDenied


def can_give_roles(user: Visitor) -> bool:
    return is_administrator(user)


def can_write_consent_texts(user: Visitor) -> bool:
    return is_administrator(user)


def can_see_letters(user: Visitor) -> bool:
    """That they failed, not what is in them or to whom they went."""
    return is_administrator(user)


def can_see_periods(user: Visitor) -> bool:
    return is_administrator(user)
