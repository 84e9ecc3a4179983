"""What waits at the desk before an answer: talks, and applications that everyone has read (settings.DESK_SECTIONS)."""

from django.db.models import Count, Exists, OuterRef
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
    waiting = Conversation.objects.asked_otherwise() | Conversation.objects.past()
    found = (
        waiting.filter(application__in=own)
        .select_related("application__edition__programme")
        .order_by("starts_at", "pk")[: MOST_TASKS + 1]
    )
    tasks = tuple(_talk(talk) for talk in found)
    return DeskSection(_("Gesprekken"), tasks, more=Door(_("Bekijk alle aanmeldingen"), _index()))


def _talk(talk: Conversation) -> DeskTask:
    day = date_format(timezone.localdate(talk.starts_at), "j F Y")
    text = (
        _("Iemand kan niet op %(day)s. Kies een andere tijd.")
        if talk.is_asked_otherwise
        else _("Gepland op %(day)s. Is het geweest?")
    )
    return DeskTask(
        title=f"{talk.edition.programme.name}, {talk.edition.name}",
        url=reverse("desk_applications:detail", args=[talk.application.key]),
        text=text % {"day": day},
    )


def reviews(request: HttpRequest) -> DeskSection | None:
    """Per own edition how many applications are read by everyone, and how many by nobody yet."""
    if not is_organiser(request.user):
        return None
    given = Review.objects.standing().filter(application=OuterRef("pk"))
    own = Application.objects.at_the_desk_of(request.user).unanswered().agreed()
    unread = own.filter(~Exists(given), edition__admission_mode=AdmissionMode.REVIEW)
    ready = own.filter(Exists(given), ~Exists(given.to_write()))
    tasks = [
        *_by_edition(ready, "desk_edition_reviews", _("Iedereen is klaar met lezen. Beslis nu.")),
        *_by_edition(unread, "desk_edition_reviews", _("Niemand leest deze aanmeldingen nog. Verdeel ze.")),
    ]
    more = Door(_("Bekijk alle aanmeldingen"), _index())
    return DeskSection(_("Aanmeldingen die gelezen worden"), tuple(tasks[: MOST_TASKS + 1]), more=more)


def _by_edition(found, door: str, text: str) -> list[DeskTask]:
    rows = (
        found.values("edition__key", "edition__name", "edition__programme__name")
        .annotate(number=Count("pk"))
        .order_by("edition__answer_by", "edition")[: MOST_TASKS + 1]
    )
    return [
        DeskTask(
            title=f"{row['edition__programme__name']}, {row['edition__name']}",
            url=reverse(door, args=[row["edition__key"]]),
            text=text,
            amount=ngettext("%(count)s aanmelding", "%(count)s aanmeldingen", row["number"]) % {"count": row["number"]},
        )
        for row in rows
    ]


def _index() -> str:
    return reverse("desk_applications:index")
