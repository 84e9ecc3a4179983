"""The demo anew: everything that people or the demo made goes, then it is laid again with dates relative to today."""

from collections.abc import Iterator
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import models, transaction
from django.db.models import ProtectedError, RestrictedError
from wagtail.models import ModelLogEntry, Page, PageLogEntry

from home.page_cache import purge
from lifecycle.models import JournalLine
from portal.demo.content import lay_demo
from portal.set_up import set_up
from search.indexing import rebuild

# Floors whose rows go. Those of elections stay: bodies and the calendar are no demo.
MADE_BY_PEOPLE = ["outcomes", "mentoring", "programmes", "people", "lifecycle"]


@transaction.atomic
def lay_demo_anew(*, share: float = 1) -> None:
    JournalLine.objects.all().purge()
    for page in Page.objects.filter(depth=2):
        page.delete()
    _empty(list(_models()))
    Session.objects.all().delete()
    PageLogEntry.objects.all().delete()
    ModelLogEntry.objects.all().delete()
    set_up()
    lay_demo(share=share)
    rebuild()
    transaction.on_commit(purge)
    transaction.on_commit(_empty_mailbox)


def _models() -> Iterator[type[models.Model]]:
    for label in MADE_BY_PEOPLE:
        for model in apps.get_app_config(label).get_models():
            if model is not JournalLine and not issubclass(model, Page):
                yield model


def _empty(left: list[type[models.Model]]) -> None:
    """In whatever order the protecting keys ask for; RuntimeError when they ask for a circle."""
    while left:
        waiting = []
        for model in left:
            try:
                model._base_manager.all().delete()
            except (ProtectedError, RestrictedError):
                waiting.append(model)
        if len(waiting) == len(left):
            raise RuntimeError(f"cannot empty {', '.join(model.__name__ for model in waiting)}")
        left = waiting


def _empty_mailbox() -> None:
    folder = getattr(settings, "EMAIL_FILE_PATH", None)
    for mail in Path(folder).glob("*.log") if folder else []:
        mail.unlink(missing_ok=True)
