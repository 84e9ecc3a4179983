"""What is typed is kept while somebody types, and never gets in the way of what she sends.

A page knows until when the draft was saved. What was typed there is kept only while nothing else was saved since: by
a press on its button, in another window, or by who helps. So a late note of what was typed overwrites nothing.
"""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lifecycle.errors import Refused
from people.models import User
from programmes import policies
from programmes.actions.turns import lock_application
from programmes.applying.answers import write_answers
from programmes.models import Application, Question


class Overtaken(Refused):
    """Something else was saved since this page was made."""


def stamp_of(application: Application) -> str:
    """Until when this draft was saved, for a page to bring along."""
    return f"{application.saved_at.timestamp():.6f}"


@transaction.atomic
def keep_typing(
    application: Application, answers: Mapping[Question, str], *, stamp: str, by: User, at: datetime | None = None
) -> Application:
    """Keeps what can be read of a step. What a condition hides by now stays until the step itself is saved."""
    application = lock_application(application)
    policies.require(policies.can_change_application(by, application))
    need_not_overtaken(application, stamp)
    write_answers(application, answers, at or timezone.now())
    return application


@transaction.atomic
def keep_what_was_right(
    application: Application, answers: Mapping[Question, str], *, by: User, at: datetime | None = None
) -> Application:
    """After a press that found something wrong: what can be read is kept, and a note under way comes too late."""
    application = lock_application(application)
    policies.require(policies.can_change_application(by, application))
    if application.is_draft:
        write_answers(application, answers, at or timezone.now())
    return application


def need_not_overtaken(application: Application, stamp: str) -> None:
    """Overtaken where it was sent, or saved elsewhere; of a locked application."""
    if not application.is_draft or stamp != stamp_of(application):
        raise Overtaken(_("Dit formulier is intussen ergens anders opgeslagen. Laad de pagina opnieuw."))


def is_overtaken_by_help(application: Application, stamp: str) -> bool:
    """Whether who helps saved something since a page with this stamp was made; its owner then presses twice."""
    try:
        return application.helped_at is not None and float(stamp) < application.helped_at.timestamp() - 1e-6
    except ValueError:
        return False


def overtaken_words() -> str:
    return _("Iemand anders heeft intussen ook iets bewaard. Kijk na wat hier staat. Druk dan nog een keer.")
