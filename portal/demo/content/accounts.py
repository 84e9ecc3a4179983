"""Accounts of invented people, who can be mailed nowhere."""

from allauth.account.models import EmailAddress

from people.models import User


def account(name: str, email: str) -> User:
    """The one with this address, made when it is not there yet."""
    user, made = User.objects.get_or_create(email=email, defaults={"name": name})
    if made:
        user.set_unusable_password()
        user.save(update_fields=["password"])
    EmailAddress.objects.get_or_create(user=user, email=email, defaults={"verified": True, "primary": True})
    return user
