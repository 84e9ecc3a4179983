from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.models import Task, TaskState, WorkflowState


class ColleagueApproval(Task):
    """The one step before publication: a colleague looks along, and not who wrote what stands there.

    Where nobody else works, the page is published at once. Every rule is asked of programmes.editing.approval.
    """

    class Meta:
        verbose_name = _("een collega kijkt mee")
        verbose_name_plural = _("een collega kijkt mee")

    def start(self, workflow_state: WorkflowState, user: Any = None) -> TaskState:
        from programmes.editing import approval

        task_state = super().start(workflow_state, user=user)
        page = workflow_state.content_object
        if user is not None and approval.works_alone(user, page):
            task_state.approve(user=user, update=False)
        else:
            approval.tell_colleagues(page, task_state)
        return task_state

    def on_action(self, task_state: TaskState, user: Any, action_name: str, **kwargs: Any) -> None:
        from programmes.editing import approval

        approval.answer(task_state, user, action_name, **kwargs)

    def get_actions(self, obj: Any, user: Any) -> list[tuple[str, Any, bool]]:
        from programmes.editing import approval

        if not approval.can_approve_page(user, obj):
            return []
        return [
            ("reject", _("Vraag om iets te veranderen"), True),
            ("approve", _("Keur goed"), False),
        ]

    def locked_for_user(self, obj: Any, user: Any) -> bool:
        from programmes.editing import approval

        return approval.waits_for_others(user, obj)

    def get_task_states_user_can_moderate(self, user: Any, **kwargs: Any) -> QuerySet[TaskState]:
        from programmes.editing import approval

        return approval.waiting_for(user, self)

    @classmethod
    def get_description(cls) -> Any:
        return _("Iemand van een organisatie die het programma draagt, en niet wie de versie schreef.")
