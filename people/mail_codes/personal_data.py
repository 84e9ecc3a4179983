"""Codes that were mailed to who has no account: nothing of a person with one, and gone within a day."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from people.models import MailCode, User
from people.privacy import KeepUntil, PersonalData, marks_of


def export(user: User) -> dict[str, Any]:
    """Who has an account can have asked for a code as well, with the same address."""
    codes = MailCode.objects.filter(address_keyed__in=marks_of(user))
    return {"mail_codes": [{"purpose": code.purpose, "address": code.address, "at": code.asked_at} for code in codes]}


def erase(user: User) -> None:
    MailCode.objects.filter(address_keyed__in=marks_of(user)).delete()


def _old(before: datetime) -> "QuerySet[MailCode]":
    return MailCode.objects.filter(asked_at__lt=before)


MAIL_CODES = PersonalData(
    title=_("Codes per mail"),
    models=("people.MailCode",),
    export=export,
    erase=erase,
    keep_until=(
        KeepUntil("mail_code", timedelta(days=1), _("een code die naar een e-mailadres zonder account ging"), _old),
    ),
    words={
        "mail_codes": _("Codes per mail"),
        "purpose": _("Doel"),
        "address": _("E-mailadres"),
        "at": _("Wanneer"),
    },
)
