"""What a part of the desk's first page is: settings.DESK_SECTIONS names functions(request) -> DeskSection | None.

A function answers None to who has nothing to do with it. Who has, but for whom nothing waits, gets a section
without tasks: its doors then say what she can do instead.
"""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from people.models import HelpRecord, Letter
from people.policies import can_see_letters
from people.roles import is_administrator

# More rows than this are no help: the list behind the last row has them all.
MOST_TASKS = 10


@dataclass(frozen=True)
class Door:
    """Something that one can do when nothing waits, or the whole list behind a few tasks."""

    label: str | Promise
    url: str


@dataclass(frozen=True)
class DeskTask:
    """Something that waits. `amount` says in words how much, `is_late` that a promise went by."""

    title: str | Promise
    url: str
    text: str | Promise = ""
    amount: str | Promise = ""
    is_late: bool = False


@dataclass(frozen=True)
class DeskSection:
    """Tasks of one kind under their title; of more than MOST_TASKS the first ones, and `more` for the rest."""

    title: str | Promise
    tasks: tuple[DeskTask, ...] = ()
    doors: tuple[Door, ...] = ()
    more: Door | None = None

    @property
    def first(self) -> tuple[DeskTask, ...]:
        return self.tasks[:MOST_TASKS]

    @property
    def rest(self) -> Door | None:
        return self.more if len(self.tasks) > MOST_TASKS else None


def help_records(request: HttpRequest) -> DeskSection | None:
    """Those that nobody has looked at for a long time, the oldest first."""
    if not is_administrator(request.user):
        return None
    index = reverse("admin_help_records:index")
    tasks = [
        DeskTask(
            title=record.title,
            url=reverse("admin_help_records:edit", args=[record.pk]),
            text=_("Langer dan 90 dagen niet nagekeken. Bel of kijk of alles nog klopt."),
        )
        for record in HelpRecord.objects.stale().order_by("checked_on", "name")[: MOST_TASKS + 1]
    ]
    door = Door(_("Bekijk alle hulp"), index)
    return DeskSection(_("Hulp om na te kijken"), tuple(tasks), doors=(door,), more=door)


def failed_letters(request: HttpRequest) -> DeskSection | None:
    """How many mails were given up; to whom they went stays unseen."""
    if not can_see_letters(request.user):
        return None
    failed = Letter.objects.given_up().count()
    task = DeskTask(
        title=_("Bekijk waarom, en stuur ze opnieuw"),
        url=reverse("admin_failed_letters:index"),
        amount=ngettext("%(count)s mail", "%(count)s mails", failed) % {"count": failed},
    )
    return DeskSection(_("Mails die niet aankwamen"), (task,) if failed else ())
