from wagtail.models import GroupApprovalTask, Workflow, WorkflowPage, WorkflowTask

from portal.set_up.report import Report
from programmes.models import ColleagueApproval, ProgrammeIndexPage

COLLEAGUE = "Een collega kijkt mee"


def retire_default_workflow(report: Report) -> None:
    """Wagtail's own "Moderators approval" asks a group that sees every page: nobody here may.

    Who looks along before publication is decided per carrying organisation, by the programmes' own task.
    """
    default = Workflow.objects.filter(name="Moderators approval", active=True).first()
    if default is None:
        return
    WorkflowPage.objects.filter(workflow=default).delete()
    default.deactivate()
    for task in GroupApprovalTask.objects.filter(name="Moderators approval", active=True):
        task.deactivate()  # each first page of the desk would ask after it
    report.made("workflow retired")


def lay_workflow(report: Report) -> None:
    """One step, for the pages below each list of programmes. The site's own pages are an administrator's alone."""
    task = ColleagueApproval.objects.first() or ColleagueApproval.objects.create(name=COLLEAGUE)
    workflow, made = Workflow.objects.get_or_create(name=COLLEAGUE)
    WorkflowTask.objects.get_or_create(workflow=workflow, task=task)
    report.made("workflows", made)
    for index in ProgrammeIndexPage.objects.all():
        WorkflowPage.objects.get_or_create(page=index, defaults={"workflow": workflow})
