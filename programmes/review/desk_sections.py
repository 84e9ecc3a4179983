"""What waits at the desk before an answer: talks, and applications that everyone has read (settings.DESK_SECTIONS)."""

from collections.abc import Mapping

from django.db.models import Count, Exists, Min, OuterRef, Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from people.desk_sections import MOST_TASKS, DeskSection, DeskTask, Door
from people.roles import is_organiser
from programmes.choices import AdmissionMode
from programmes.models import Application, Conversation, Review


def talks(request: HttpRequest) -> DeskSection | None:
    """Talks that somebody cannot come to, and those that have been: what came of it?"""
    if not is_organiser(request.user):
        return None
    own = Application.objects.at_the_desk_of(request.user).undecided().agreed()
    otherwise = (
        Conversation.objects.asked_otherwise()
        .filter(application__in=own)
        .select_related("application__edition__programme")
        .order_by("starts_at", "pk")[: MOST_TASKS + 1]
    )
    tasks = [*(_other_time(talk) for talk in otherwise), *_have_been(own)]
    more = Door(_("Bekijk alle aanmeldingen"), _index())
    return DeskSection(_("Gesprekken"), tuple(tasks[: MOST_TASKS + 1]), more=more)


def _other_time(talk: Conversation) -> DeskTask:
    day = date_format(timezone.localdate(talk.starts_at), "j F Y")
    return DeskTask(
        title=talk.edition.full_name,
        url=reverse("desk_applications:detail", args=[talk.application.key]),
        text=_("Iemand kan niet op %(day)s. Kies een andere tijd.") % {"day": day},
    )


def _have_been(own: QuerySet[Application]) -> list[DeskTask]:
    """Per edition: those that were planned for a moment that has gone by are ticked off together."""
    named = ("application__edition__key", "application__edition__name", "application__edition__programme__name")
    rows = (
        Conversation.objects.past()
        .filter(application__in=own)
        .values(*named)
        .annotate(number=Count("pk"), first=Min("starts_at"))
        .order_by("first", "application__edition")[: MOST_TASKS + 1]
    )
    text = _("Gepland op %(day)s. Is het geweest?")
    return [
        DeskTask(
            title=f"{row['application__edition__programme__name']}, {row['application__edition__name']}",
            url=reverse("desk_edition_talks", args=[row["application__edition__key"]]),
            text=text % {"day": date_format(timezone.localdate(row["first"]), "j F Y")},
            amount=ngettext("%(count)s gesprek", "%(count)s gesprekken", row["number"]) % {"count": row["number"]},
        )
        for row in rows
    ]


def reviews(request: HttpRequest) -> DeskSection | None:
    """Per own edition how many applications are read by everyone, and how many by nobody yet."""
    if not is_organiser(request.user):
        return None
    given = Review.objects.standing().filter(application=OuterRef("pk"))
    own = Application.objects.at_the_desk_of(request.user).unanswered().agreed()
    unread = Q(~Exists(given), edition__admission_mode=AdmissionMode.REVIEW)
    ready = Q(Exists(given), ~Exists(given.to_write()))
    rows = (
        own.filter(unread | ready)
        .values("edition__key", "edition__name", "edition__programme__name")
        .annotate(ready=Count("pk", filter=ready), unread=Count("pk", filter=unread))
        .order_by("edition__answer_by", "edition")[: MOST_TASKS + 1]
    )
    tasks = [
        *(_task(row, row["ready"], _("Iedereen is klaar met lezen. Beslis nu.")) for row in rows if row["ready"]),
        *(
            _task(row, row["unread"], _("Niemand leest deze aanmeldingen nog. Verdeel ze."))
            for row in rows
            if row["unread"]
        ),
    ]
    more = Door(_("Bekijk alle aanmeldingen"), _index())
    return DeskSection(_("Aanmeldingen die gelezen worden"), tuple(tasks[: MOST_TASKS + 1]), more=more)


def _task(row: Mapping[str, object], number: int, text: str) -> DeskTask:
    return DeskTask(
        title=f"{row['edition__programme__name']}, {row['edition__name']}",
        url=reverse("desk_edition_reviews", args=[row["edition__key"]]),
        text=text,
        amount=ngettext("%(count)s aanmelding", "%(count)s aanmeldingen", number) % {"count": number},
    )


def _index() -> str:
    return reverse("desk_applications:index")
