from wagtail.models import Workflow, WorkflowPage

from portal.set_up.report import Report


def retire_default_workflow(report: Report) -> None:
    """Wagtail's own "Moderators approval" asks a group that sees every page: nobody here may.

    Who looks along before publication is decided per carrying organisation, by the programmes' own task.
    """
    default = Workflow.objects.filter(name="Moderators approval", active=True).first()
    if default is None:
        return
    WorkflowPage.objects.filter(workflow=default).delete()
    default.deactivate()
    report.made("workflow retired")
