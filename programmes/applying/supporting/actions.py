"""A code for one draft: made by who applies, used by one browser, ended by either of the two or by seven days."""

import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from lifecycle.errors import IllegalMove
from people.models import User
from programmes import policies
from programmes.actions.turns import lock_application, note
from programmes.applying.answers import write_answers
from programmes.applying.autosave import need_not_overtaken
from programmes.models import Application, Question, SupporterCode
from programmes.models.supporter_code import browser_digest_of, digest_of

WORKS_FOR = timedelta(days=7)
# No letter that looks like another or like a figure, and no vowel: a code is never a word.
SIGNS = "CDFHJKLMNPRTVWXY34679"
LENGTH = 10


@transaction.atomic
def make_code(application: Application, *, by: User, at: datetime | None = None) -> str:
    """The code as it is passed on, to be shown once: from here on only its hash is known. An older one ends."""
    at = at or timezone.now()
    application = _own_draft(application, by)
    SupporterCode.objects.filter(application=application).delete()
    code = "".join(secrets.choice(SIGNS) for _sign in range(LENGTH))
    SupporterCode.objects.create(application=application, digest=digest_of(code), made_at=at, ends_at=at + WORKS_FOR)
    note(application, "let_help", by, was=application.state, at=at)
    return f"{code[: LENGTH // 2]}-{code[LENGTH // 2 :]}"


@transaction.atomic
def end_code(application: Application, *, by: User) -> None:
    """Who applies wants no help any more: at once, wherever the other is."""
    application = _own_draft(application, by)
    if SupporterCode.objects.filter(application=application).delete()[0]:
        note(application, "end_help", by, was=application.state)


@transaction.atomic
def use_code(typed: str, *, browser: str, at: datetime | None = None) -> SupporterCode | None:
    """The first browser that uses a code has it for itself. `browser` is a secret that only this one keeps.

    None for a code that is wrong, old, ended, of what was sent, or in another browser: nobody learns which.
    """
    found = SupporterCode.objects.working(at).filter(digest=digest_of(_signs(typed))).first()
    code = _locked(found, at)
    if code is None or code.browser_digest not in ("", browser_digest_of(browser)):
        return None
    code.browser_digest = browser_digest_of(browser)
    code.save(update_fields=["browser_digest"])
    return code


def is_held_by(typed: str, browser: str) -> bool:
    """Whether this browser has this very code."""
    own = SupporterCode.objects.filter(browser_digest=browser_digest_of(browser))
    return bool(browser) and own.filter(digest=digest_of(_signs(typed))).exists()


def code_of(browser: str, at: datetime | None = None) -> SupporterCode | None:
    """What this browser helps with, while it may."""
    working = SupporterCode.objects.working(at).select_related("application__edition__programme")
    return working.filter(browser_digest=browser_digest_of(browser)).first() if browser else None


@transaction.atomic
def help_answering(
    code: SupporterCode, answers: Mapping[Question, str], *, stamp: str, at: datetime | None = None
) -> None:
    """Keeps what the helper filled in. IllegalMove when the code ended meanwhile; Overtaken when more was saved."""
    at = at or timezone.now()
    locked = _locked(code, at)
    if locked is None:
        raise IllegalMove("supporter_code", "help", "ended")
    application = locked.application
    need_not_overtaken(application, stamp)
    write_answers(application, answers, at)
    if application.helped_at is None:
        note(application, "help", None, was=application.state, at=at)
    application.helped_at = at
    application.save(update_fields=["helped_at"])


@transaction.atomic
def leave(code: SupporterCode) -> None:
    """The helper is done: the code ends, and with it all that was known of this browser."""
    SupporterCode.objects.filter(pk=code.pk).delete()


def _locked(code: SupporterCode | None, at: datetime | None) -> SupporterCode | None:
    """The draft first, as everybody who writes in it does; then the code, if it still works."""
    if code is None:
        return None
    try:
        application = lock_application(code.application)
    except IllegalMove:
        return None
    found = SupporterCode.objects.select_for_update(of=("self",)).working(at).filter(pk=code.pk).first()
    if found is not None:
        found.application = application
    return found


def _own_draft(application: Application, by: User) -> Application:
    application = lock_application(application)
    policies.require(policies.can_change_application(by, application))
    if not application.is_draft:
        raise IllegalMove("application", "let_help", application.state)
    return application


def _signs(typed: str) -> str:
    return "".join(sign for sign in typed[:80].upper() if sign in SIGNS)
