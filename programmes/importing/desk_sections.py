"""Sheets that wait for somebody on the first page of /cms/."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from people.desk_sections import MOST_TASKS, DeskSection, DeskTask, Door
from people.roles import is_organiser
from programmes.models import ImportRun


def sheets(request: HttpRequest) -> DeskSection | None:
    """Looked at and not taken in, or failed: one press is left."""
    if not is_organiser(request.user):
        return None
    waiting = ImportRun.objects.at_the_desk_of(request.user).waiting_for_a_press().select_related("edition__programme")
    tasks = [_task(run) for run in waiting[: MOST_TASKS + 1]]
    more = Door(_("Bekijk alle edities"), reverse("desk_editions:index"))
    return DeskSection(_("Lijsten die nog niet zijn ingevoerd"), tuple(tasks), more=more)


def _task(run: ImportRun) -> DeskTask:
    text = (
        _("Het lukte niet. Probeer het opnieuw.")
        if run.has_failed
        else _("Nog niemand is gevraagd. Morgen is hij weg.")
    )
    title = run.edition.full_name
    return DeskTask(title=title, url=reverse("desk_import", args=[run.key]), text=text, is_late=run.has_failed)
