"""Who looks along before a page is published: somebody of a carrying organisation, who did not write that version."""

from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from wagtail.models import Page, Task, TaskState

from lifecycle.errors import Refused
from lifecycle.journal import record
from people import letters
from people.models import User
from people.roles import Visitor
from programmes.editing.emails import page_approved, page_needs_changes, page_waits
from programmes.models import ProgrammePage


def editors_for(page: Any) -> QuerySet[User]:
    """Everyone with a role in an organisation that carries the programme of this page."""
    carried = {"memberships__organisation__carries__programme__pages": page.pk}
    return User.objects.filter(**carried, is_active=True).distinct()


def works_alone(user: User, page: Any) -> bool:
    """Nobody else could look along."""
    editors = editors_for(page)
    return editors.filter(pk=user.pk).exists() and not editors.exclude(pk=user.pk).exists()


def can_approve_page(user: Visitor, page: Any) -> bool:
    """A colleague, and not of her own words. Where she is the only one left, of those too."""
    if not user.is_authenticated or not editors_for(page).filter(pk=user.pk).exists():
        return False
    return _latest_author(page) != user.pk or works_alone(user, page)


def waits_for_others(user: Visitor, page: Any) -> bool:
    """Who asked a colleague to look leaves the page as it is meanwhile, so that what is approved is what was read."""
    if not page.workflow_in_progress:
        return False
    return page.current_workflow_state.requested_by_id == user.pk and not can_approve_page(user, page)


def waiting_for(user: Visitor, task: Task) -> QuerySet[TaskState]:
    """What this person can look at now."""
    if not user.is_authenticated:
        return TaskState.objects.none()
    states = TaskState.objects.filter(task=task, status=TaskState.STATUS_IN_PROGRESS)
    asked = [int(pk) for pk in states.values_list("workflow_state__object_id", flat=True)]
    own = ProgrammePage.objects.filter(pk__in=asked, programme__organisations__memberships__user=user.pk)
    waiting = [page for page in own.distinct().select_related("latest_revision") if can_approve_page(user, page)]
    return states.filter(workflow_state__object_id__in=[str(page.pk) for page in waiting])


@transaction.atomic
def answer(task_state: TaskState, user: User, verb: str, **words: Any) -> None:
    """Approve, which publishes, or ask for changes. Refused for one's own version and for what was answered already."""
    page = Page.objects.select_for_update().get(pk=task_state.workflow_state.object_id)
    task_state.refresh_from_db()
    if task_state.status != TaskState.STATUS_IN_PROGRESS:
        raise Refused(_("Een collega heeft deze pagina al nagekeken. Open de pagina opnieuw."))
    if not can_approve_page(user, page):
        raise Refused(_("Je hebt deze versie zelf geschreven. Vraag een collega om mee te kijken."))
    if verb == "approve":
        task_state.approve(user=user, **words)
    elif verb == "reject":
        task_state.reject(user=user, **words)
    record(page, f"{verb}_page", by=user)
    _tell_who_asked(task_state, user)


def tell_colleagues(page: Any, task_state: TaskState) -> None:
    """A mail without a name to each of them: something waits at the desk."""
    author = _latest_author(page)
    for colleague in editors_for(page).exclude(pk=author):
        key = f"page_waits:{task_state.pk}:{colleague.pk}"
        letters.write(page_waits, colleague, key=key, task=task_state.pk)


def _tell_who_asked(task_state: TaskState, user: User) -> None:
    asked_by = task_state.workflow_state.requested_by
    if asked_by is None or asked_by == user:
        return
    what = page_approved if task_state.status == TaskState.STATUS_APPROVED else page_needs_changes
    letters.write(what, asked_by, key=f"page_answered:{task_state.pk}", task=task_state.pk)


def _latest_author(page: Any) -> int | None:
    return page.latest_revision.user_id if page.latest_revision_id else None
