"""Whether someone must prove more than a mailbox, and whether this session did."""

from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils.module_loading import import_string

from people.roles import asked_once

SECOND_FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def must_prove_more(user: AbstractBaseUser) -> bool:
    """Whether this person sees data of others: asked anew each time, so a new role counts at once."""
    with asked_once():  # several of these read the same groups
        return any(import_string(path)(user) for path in settings.SEES_OTHERS)


def proved_more(request: HttpRequest) -> bool:
    """Whether a passkey, an app or a recovery code was used in this session, by this person."""
    return any(record.get("method") == "mfa" for record in get_authentication_records(request, request.user))


def second_factors_of(user: AbstractBaseUser | AnonymousUser) -> QuerySet[Authenticator]:
    return Authenticator.objects.filter(user_id=user.pk, type__in=SECOND_FACTORS)


def has_second_factor(user: AbstractBaseUser | AnonymousUser) -> bool:
    return second_factors_of(user).exists()


def count_as_proved(request: HttpRequest, user: AbstractBaseUser, **facts: object) -> None:
    record_authentication(request, user, "mfa", **facts)


@receiver(authenticator_added)
def count_first_factor(
    request: HttpRequest, user: AbstractBaseUser, authenticator: Authenticator, **kwargs: object
) -> None:
    """Who just made her first passkey or app has used it while making it: asking again would only annoy.

    Only the first one: with an older one on the account, adding another proves nothing.
    """
    if authenticator.type not in SECOND_FACTORS:
        return
    if second_factors_of(user).exclude(pk=authenticator.pk).exists():
        return
    count_as_proved(request, user, id=authenticator.pk, type=authenticator.type)
