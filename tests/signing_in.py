"""A browser in which someone is signed in, with or without having proved more than a mailbox."""

import time

from allauth.account.internal.flows.login import (
    _AUTHENTICATION_METHODS_USER_SESSION_KEY,
    AUTHENTICATION_METHODS_SESSION_KEY,
)
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.test import Client

from people.models import User


def sign_in(client: Client, user: User, *, proved: bool = True) -> Client:
    """`proved`: as after a passkey or an app, which whoever sees data of others needs."""
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    session = client.session
    method = {"method": "mfa", "type": "totp"} if proved else {"method": "code", "email": user.email}
    session[AUTHENTICATION_METHODS_SESSION_KEY] = [{**method, "at": time.time()}]
    session[_AUTHENTICATION_METHODS_USER_SESSION_KEY] = str(user.pk)
    session.save()
    return client


def passkey_of(user: User, name: str = "Mijn telefoon") -> Authenticator:
    """A passkey in the list of her account; no device answers for it."""
    credential = {"clientExtensionResults": {"credProps": {"rk": True}}}
    kind = Authenticator.Type.WEBAUTHN
    return Authenticator.objects.create(user=user, type=kind, data={"name": name, "credential": credential})


def just_proved(client: Client, user: User) -> None:
    """Signed in, and has shown again a moment ago that it is her."""
    EmailAddress.objects.get_or_create(user=user, email=user.email, defaults={"verified": True, "primary": True})
    session = sign_in(client, user).session
    records = session[AUTHENTICATION_METHODS_SESSION_KEY]
    session[AUTHENTICATION_METHODS_SESSION_KEY] = [{**record, "reauthenticated": True} for record in records]
    session.save()
