"""A browser in which someone is signed in, with or without having proved more than a mailbox."""

import time

from allauth.account.internal.flows.login import (
    _AUTHENTICATION_METHODS_USER_SESSION_KEY,
    AUTHENTICATION_METHODS_SESSION_KEY,
)
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
