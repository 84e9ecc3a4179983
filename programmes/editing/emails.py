"""The mail of this room. Wagtail's own would carry the title of a page, and so a programme's name."""

from wagtail.models import TaskState

from people.letters import Context, MailClass, address, message
from people.models import User


@message(MailClass.NEUTRAL)
def page_waits(recipient: User, *, task: str) -> Context | None:
    """To a colleague: a page waits for somebody who looks along. Names no page and nobody."""
    waits = TaskState.objects.filter(pk=task, status=TaskState.STATUS_IN_PROGRESS).exists()
    return {"link": address("wagtailadmin_home"), "minutes": 10} if waits else None


@message(MailClass.NEUTRAL)
def page_approved(recipient: User, *, task: str) -> Context | None:
    """To who asked: a colleague approved the page. Names no page and nobody."""
    return _answered(task, TaskState.STATUS_APPROVED)


@message(MailClass.NEUTRAL)
def page_needs_changes(recipient: User, *, task: str) -> Context | None:
    """To who asked: a colleague wants something changed; what, stands at the desk."""
    return _answered(task, TaskState.STATUS_REJECTED)


def _answered(task: str, status: str) -> Context | None:
    return {"link": address("wagtailadmin_home")} if TaskState.objects.filter(pk=task, status=status).exists() else None
