"""Who waits for a call, on the first page of the desk (settings.DESK_SECTIONS)."""

from datetime import datetime, timedelta

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from people.desk_sections import MOST_TASKS, DeskSection, DeskTask, Door
from people.roles import is_organiser
from programmes.models import CallBack

PROMISED = timedelta(days=7)


def call_backs(request: HttpRequest) -> DeskSection | None:
    """Each call that somebody waits for, the oldest first; never the number."""
    if not is_organiser(request.user):
        return None
    own = CallBack.objects.at_the_desk_of(request.user).to_be_made()
    found = own.select_related("programme").order_by("asked_at", "pk")[: MOST_TASKS + 1]
    tasks = [
        DeskTask(
            title=call_back.programme.name,
            url=reverse("desk_call_backs:detail", args=[call_back.key]),
            text=_("Gevraagd op %(day)s. Bel uiterlijk op %(until)s.")
            % {"day": _in_full(call_back.asked_at), "until": _in_full(call_back.asked_at + PROMISED)},
            amount=call_back.get_moment_display(),
            is_late=call_back.asked_at < timezone.now() - PROMISED,
        )
        for call_back in found
    ]
    more = Door(_("Bekijk alle belverzoeken"), reverse("desk_call_backs:index"))
    return DeskSection(_("Mensen die gebeld willen worden"), tuple(tasks), more=more)


def _in_full(moment: datetime) -> str:
    return date_format(timezone.localdate(moment), "j F Y")
