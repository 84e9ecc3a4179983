"""What waits for somebody on the first page of /cms/ (settings.DESK_SECTIONS), a function each."""

from collections import Counter
from datetime import date, datetime, timedelta
from operator import itemgetter
from typing import Any

from django.db.models import Count, F, Min, Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from people.desk_sections import MOST_TASKS, DeskSection, DeskTask, Door
from people.roles import Visitor, is_administrator, is_organiser
from people.sections import once
from programmes import policies
from programmes.actions.waiting import TAKES_PEOPLE
from programmes.models import Application, Edition, Programme, Question, StoryPage
from programmes.states import TAKES_A_PLACE, ApplicationState

SOON = timedelta(days=7)
SOON_LAPSED = timedelta(days=3)


def applications(request: HttpRequest) -> DeskSection | None:
    """Per own edition how many people wait for an answer; what was promised first comes first."""
    if not is_organiser(request.user):
        return None
    waiting = [row for row in once(request, _waiting) if row["number"]][: MOST_TASKS + 1]
    index = reverse("desk_applications:index")
    return DeskSection(
        _("Aanmeldingen die op antwoord wachten"),
        tuple(_answer(row, index) for row in waiting),
        doors=(
            Door(_("Begin een klein programma"), reverse("desk_small_programme:index")),
            Door(_("Maak een programma"), reverse("desk_programmes:add")),
            Door(_("Bekijk je edities"), reverse("desk_editions:index")),
            Door(_("Zet een bijeenkomst in de agenda"), reverse("desk_events:add")),
        ),
        more=Door(_("Bekijk alle aanmeldingen"), index),
    )


def _waiting(user: Visitor) -> list[dict[str, Any]]:
    """Per own edition who waits for an answer, and whose offered place lapses within days: one look for both."""
    now = timezone.now()
    unanswered = Q(state=ApplicationState.SUBMITTED)
    lapsing = Q(state=ApplicationState.OFFERED, answer_until__gte=now, answer_until__lte=now + SOON_LAPSED)
    return list(
        Application.objects.at_the_desk_of(user)
        .filter(unanswered | lapsing)
        .values("edition", "edition__name", "edition__programme__name", "edition__answer_by")
        .annotate(number=Count("pk", filter=unanswered), oldest=Min("submitted_at", filter=unanswered))
        .annotate(lapsing=Count("pk", filter=lapsing), first=Min("answer_until", filter=lapsing))
        .order_by(F("edition__answer_by").asc(nulls_last=True), "oldest", "edition")
    )


def _answer(row: dict[str, Any], index: str) -> DeskTask:
    promised = row["edition__answer_by"]
    return DeskTask(
        title=f"{row['edition__programme__name']}, {row['edition__name']}",
        url=f"{index}?edition={row['edition']}&state={ApplicationState.SUBMITTED}",
        text=_promise(promised, row["oldest"]),
        amount=_people(row["number"]),
        is_late=promised is not None and promised < timezone.localdate(),
    )


def _people(number: int) -> str:
    return ngettext("%(count)s aanmelding", "%(count)s aanmeldingen", number) % {"count": number}


def _promise(promised: date | None, oldest: datetime) -> str:
    if promised is None:
        return _("De eerste wacht sinds %(day)s.") % {"day": _day(timezone.localdate(oldest))}
    if promised < timezone.localdate():
        return _("Beloofd was een antwoord uiterlijk op %(day)s.") % {"day": _day(promised)}
    return _("Beloofd is een antwoord uiterlijk op %(day)s.") % {"day": _day(promised)}


def lapsing_offers(request: HttpRequest) -> DeskSection | None:
    """Per own edition how many offered places nobody said yes to, with few days left."""
    if not is_organiser(request.user):
        return None
    found = [row for row in once(request, _waiting) if row["lapsing"]]
    lapsing = sorted(found, key=itemgetter("first", "edition"))[: MOST_TASKS + 1]
    index = reverse("desk_applications:index")
    tasks = [
        DeskTask(
            title=f"{row['edition__programme__name']}, {row['edition__name']}",
            url=f"{index}?edition={row['edition']}&state={ApplicationState.OFFERED}",
            text=_("De eerste geldt tot en met %(day)s. Bel of mail gerust.")
            % {"day": _day(timezone.localdate(row["first"]))},
            amount=ngettext("%(count)s plek", "%(count)s plekken", row["lapsing"]) % {"count": row["lapsing"]},
        )
        for row in lapsing
    ]
    return DeskSection(
        _("Aangeboden plekken die bijna verlopen"), tuple(tasks), more=Door(_("Bekijk alle aanmeldingen"), index)
    )


def room_for_who_waits(request: HttpRequest) -> DeskSection | None:
    """Own editions with a free place and people on the waiting list."""
    if not is_organiser(request.user):
        return None
    found = [edition for edition in once(request, _to_look_at) if _has_room_for_who_waits(edition)]
    index = reverse("desk_applications:index")
    tasks = [
        DeskTask(
            title=edition.full_name,
            url=f"{index}?edition={edition.pk}&state={ApplicationState.WAITING}",
            text=_("Er is een plek vrij. Bied die aan wie wacht."),
            amount=_people(edition.waiting),
        )
        for edition in found[: MOST_TASKS + 1]
    ]
    return DeskSection(_("Plek voor wie op de wachtlijst staat"), tuple(tasks), more=_all_editions())


def _to_look_at(user: Visitor) -> list[Edition]:
    """Own editions with room for who waits, and those that close within days: one look for both."""
    now = timezone.now()
    own = Edition.objects.filter(programme__in=Programme.objects.carried_by(user), state__in=TAKES_PEOPLE)
    taken, waiting = Q(applications__state__in=TAKES_A_PLACE), Q(applications__state=ApplicationState.WAITING)
    counted = own.annotate(taken=Count("applications", filter=taken), waiting=Count("applications", filter=waiting))
    room, closes = Q(waiting__gt=0, taken__lt=F("capacity")), Q(closes_at__gt=now, closes_at__lte=now + SOON)
    return list(counted.filter(room | closes).select_related("programme").order_by("starts_on", "pk"))


def _has_room_for_who_waits(edition: Any) -> bool:
    return edition.waiting > 0 and edition.taken < edition.capacity


def closing(request: HttpRequest) -> DeskSection | None:
    """Own editions to which one can apply for a few days more."""
    if not is_organiser(request.user):
        return None
    now = timezone.now()
    soon = {
        (edition.closes_at, edition.pk): edition
        for edition in once(request, _to_look_at)
        if edition.is_open(now) and edition.closes_at and edition.closes_at <= now + SOON
    }
    tasks = [_edition_task(edition, _closes(edition)) for _key, edition in sorted(soon.items())[: MOST_TASKS + 1]]
    return DeskSection(_("Aanmelden sluit binnenkort"), tuple(tasks), more=_all_editions())


def _closes(edition: Edition) -> str:
    closes = timezone.localtime(edition.closes_at)
    return _("Aanmelden kan tot %(day)s, %(time)s uur.") % {"day": _day(closes), "time": date_format(closes, "H.i")}


def told_stories(request: HttpRequest) -> DeskSection | None:
    """What tellers sent: an administrator reads it, corrects spelling, and publishes it as a page."""
    if not is_administrator(request.user):
        return None
    waiting = StoryPage.objects.filter(live=False).select_related("story").defer_streamfields().order_by("pk")
    tasks = [
        DeskTask(
            title=page.title,
            url=reverse("wagtailadmin_pages:edit", args=[page.pk]),
            text=_("Verteld op %(day)s.") % {"day": _day(timezone.localdate(page.story.told_at))},
        )
        for page in waiting[: MOST_TASKS + 1]
    ]
    more = Door(_("Bekijk alle pagina’s"), reverse("wagtailadmin_explore_root"))
    return DeskSection(_("Verhalen die op plaatsing wachten"), tuple(tasks), more=more)


def held_questions(request: HttpRequest) -> DeskSection | None:
    """Questions that nobody gets to see yet: for who may clear them, and for who may put them otherwise.

    Whether a question is held is in its words, so all are read of editions that are still to be filled in.
    """
    if not policies.has_a_desk(request.user):
        return None
    asked = Question.objects.filter(edition__in=Edition.objects.visible_to(request.user).still_asking())
    held = Counter(
        question.edition for question in asked.select_related("edition__programme").order_by("pk") if question.is_held
    )
    text = (
        _("Dit lijkt te vragen naar iets wat wij nooit van iemand vragen. Mag het?")
        if is_administrator(request.user)
        else _("Niemand ziet dit tot een beheerder kijkt. Het anders vragen kan ook.")
    )
    tasks = [_edition_task(edition, text, _questions(number)) for edition, number in held.items()]
    return DeskSection(_("Vragen die vastgehouden zijn"), tuple(tasks[: MOST_TASKS + 1]), more=_all_editions())


def _questions(number: int) -> str:
    return ngettext("%(count)s vraag", "%(count)s vragen", number) % {"count": number}


def looser_reveals(request: HttpRequest) -> DeskSection | None:
    """Editions of which someone says that taking part reveals less than was said before."""
    if not is_administrator(request.user):
        return None
    found = Edition.objects.with_looser_asked().select_related("programme").order_by("pk")[: MOST_TASKS + 1]
    tasks = [_edition_task(edition, _asked(edition)) for edition in found]
    door = Door(_("Bekijk de programma’s"), reverse("desk_programmes:index"))
    title = _("Wat meedoen laat zien: mag het losser?")
    return DeskSection(title, tuple(tasks), doors=(door,), more=_all_editions())


def _asked(edition: Edition) -> str:
    return _("Nu: %(now)s. Gevraagd: %(asked)s.") % {
        "now": edition.get_reveals_display(),
        "asked": edition.get_reveals_asked_display(),
    }


def _edition_task(edition: Edition, text: str, amount: str = "") -> DeskTask:
    url = reverse("desk_edition_state", kwargs={"key": edition.key})
    return DeskTask(title=edition.full_name, url=url, text=text, amount=amount)


def _all_editions() -> Door:
    return Door(_("Bekijk alle edities"), reverse("desk_editions:index"))


def _day(day: date) -> str:
    return date_format(day, "j F Y")
