"""Group mail on /mijn/ (settings.DASHBOARD_SECTIONS) and on the first page of the desk (settings.DESK_SECTIONS)."""

from django.db.models import Count
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from people.desk_sections import MOST_TASKS, DeskSection, DeskTask, Door
from people.roles import is_organiser
from people.sections import Section
from programmes.desk.edition_overview import Tile
from programmes.models import Edition, GroupLetter, GroupMessage

NEWEST = 5


def messages(request: HttpRequest) -> Section | None:
    """The newest messages that organisations wrote to groups one is in, mailed or not."""
    own = GroupLetter.objects.of(request.user).select_related("message").order_by("-written_at", "-pk")[:NEWEST]
    rows = [
        {
            "title": letter.message.words().subject,
            "written_in": letter.message.words().language,
            "url": reverse("programmes:group_letter", kwargs={"key": letter.key}),
            "day": letter.written_at,
        }
        for letter in own
    ]
    return Section("programmes/section_messages.html", {"rows": rows}) if rows else None


def failed_mail(request: HttpRequest) -> DeskSection | None:
    """Own messages of which some mails did not get there."""
    if not is_organiser(request.user):
        return None
    own = GroupMessage.objects.at_the_desk_of(request.user).sent()
    failed = (
        own.filter(letters__in=GroupLetter.objects.failed())
        .annotate(number=Count("letters"))
        .select_related("edition__programme")
        .order_by("-sent_at", "-pk")[: MOST_TASKS + 1]
    )
    tasks = [
        DeskTask(
            title=message.subject,
            url=reverse("desk_messages:detail", kwargs={"key": message.key}),
            text=message.edition.full_name,
            amount=ngettext("%(count)s mail", "%(count)s mails", message.number) % {"count": message.number},
        )
        for message in failed
    ]
    door = Door(_("Schrijf aan een groep"), reverse("desk_messages:write"))
    more = Door(_("Bekijk alle berichten"), reverse("desk_messages:index"))
    return DeskSection(_("Mails aan een groep die niet aankwamen"), tuple(tasks), doors=(door,), more=more)


def tile(request: HttpRequest, edition: Edition) -> Tile | None:
    """On the edition's page: writing to its people."""
    if not is_organiser(request.user):
        return None
    return Tile(
        _("Bericht"),
        _("Schrijf aan wie zich aanmeldde, meedoet of begeleidt. Lees na hoe de mail eruitziet."),
        f"{reverse('desk_messages:write')}?editie={edition.key}",
    )
