"""Runs what each app says about the personal data that it holds: export, erase, purge.

An app gives one `PersonalData` in personal_data.py and names it in settings.PERSONAL_DATA:

    PROGRAMMES = PersonalData(
        title=_("Programma's"),
        models=("programmes.Application", "programmes.Answer"),
        export=export,          # (user) -> JSON-ready dict; numbers, text, dates, keys
        erase=erase,            # (user) -> None; leaves nothing that points at the person
        keep_until=(
            KeepUntil("application_draft", timedelta(days=60), _("aanmelding die niet af is"), stale_drafts),
        ),
    )

The list goes from the account up; erasing goes the other way, so that the account goes last.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from allauth.account.models import EmailAddress
from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.module_loading import import_string
from django.utils.translation import ngettext

from lifecycle.journal import record
from people import addresses
from people.models import User

Gone = Callable[[datetime], "models.QuerySet[Any]"]
"""What is over at a moment: given now minus the period, the rows that go."""


def delete(rows: "models.QuerySet[Any]") -> int:
    """The usual end: the rows are deleted; counted are the rows themselves, not what hung on them."""
    count = rows.count()
    rows.delete()
    return count


@dataclass(frozen=True)
class KeepUntil:
    """How long one kind of thing is kept. `name` is its key in settings.KEEP_UNTIL.

    `gone(before)` gives the rows whose clock started before that moment; `remove` ends them.
    """

    name: str
    longest: timedelta
    label: str | Promise
    gone: Gone
    remove: Callable[["models.QuerySet[Any]"], int] = delete

    @property
    def period(self) -> timedelta:
        """An administrator can shorten it, never lengthen it: the promise on the privacy page holds."""
        return min(self.longest, settings.KEEP_UNTIL.get(self.name, self.longest))


@dataclass(frozen=True)
class PersonalData:
    """All that one app holds about a person. `models` are labels: "programmes.Application"."""

    title: str | Promise
    models: tuple[str, ...]
    export: Callable[[User], dict[str, Any]]
    erase: Callable[[User], None]
    keep_until: tuple[KeepUntil, ...] = ()
    words: dict[str, str | Promise] = field(default_factory=dict)
    """What a key of the export is called on the readable page; without it the key itself is shown."""

    @property
    def app(self) -> str:
        return self.models[0].partition(".")[0]


def rules() -> list[PersonalData]:
    return [import_string(path) for path in settings.PERSONAL_DATA]


# Export, erase, purge -------------------------------------------------------------------------


def export(user: User) -> list[tuple[PersonalData, dict[str, Any]]]:
    """Everything we hold about this person, app by app."""
    return [(rule, rule.export(user)) for rule in rules()]


@transaction.atomic
def erase(user: User) -> None:
    """Nothing of this person stays but the journal's lines, whose key goes with the account."""
    record(user, "erase", by=None)
    for rule in reversed(rules()):
        rule.erase(user)


def marks_of(user: User) -> set[str]:
    """By which marks (people.addresses.keyed) rows of who had no account are hers: of the addresses she proved.

    One that she only typed may be another's: an account that ends takes nothing of that other along.
    """
    known = dict(EmailAddress.objects.filter(user=user).values_list("email", "verified"))
    known.setdefault(user.email, user.email.lower() not in {address.lower() for address in known})
    return {addresses.keyed(address) for address, is_proved in known.items() if is_proved}


def purge_expired(at: datetime | None = None, *, dry_run: bool = False) -> dict[str, int]:
    """End what has been kept long enough; how many of each. A dry run does the same and takes it back."""
    at = at or timezone.now()
    with transaction.atomic():
        for path in settings.BEFORE_PURGE:
            import_string(path)(at)
        done = {keep.name: keep.remove(keep.gone(at - keep.period)) for rule in rules() for keep in rule.keep_until}
        if dry_run:
            transaction.set_rollback(True)
    return done


def purge_daily() -> int:
    """For the worker's daily round."""
    return sum(purge_expired().values())


# What the privacy page asks ---------------------------------------------------------------------


def keep_until_table() -> list[KeepUntil]:
    """Every period, in the order of the apps: the privacy page and the DPIA annex are made of it."""
    return [keep for rule in rules() for keep in rule.keep_until]


DAYS_IN_A_MONTH = 365.25 / 12


def in_words(period: timedelta) -> str:
    """ "60 dagen", "3 maanden", "2 jaar": whole years and months where it is that, from three months on."""
    days = period.days
    months = round(days / DAYS_IN_A_MONTH)
    if days and days % 365 == 0:
        return ngettext("%(count)s jaar", "%(count)s jaar", days // 365) % {"count": days // 365}
    if months >= 3 and abs(months * DAYS_IN_A_MONTH - days) < 2:
        return ngettext("%(count)s maand", "%(count)s maanden", months) % {"count": months}
    return ngettext("%(count)s dag", "%(count)s dagen", days) % {"count": days}
