"""Somebody with an account, known by her address: no list of accounts to choose from."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from people.addresses import MailAddressField
from people.models import User


class AccountField(MailAddressField):
    """Its cleaned value is the account itself."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("E-mailadres van het account"))
        super().__init__(**kwargs)

    def clean(self, value: Any) -> User | None:
        address = super().clean(value)
        person = User.objects.filter(email__iexact=address, is_active=True).first() if address else None
        if address and person is None:
            raise ValidationError(
                _("Er is geen account met dit adres. Vraag haar of hem er eerst een te maken."), code="unknown"
            )
        return person
