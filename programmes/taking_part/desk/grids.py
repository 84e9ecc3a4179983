"""Names under each other, and something said of many at once: who was there, which step is done, who is ready."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from lifecycle.errors import Refused
from people.access import needs
from people.roles import is_organiser
from programmes.desk.own import crumbs, own_edition
from programmes.models import Attendance, Edition, Participation, Phase, PhaseDone
from programmes.states import ParticipationState
from programmes.taking_part import actions, meetings
from programmes.taking_part.choices import Presence
from programmes.taking_part.desk.own import own_meeting, page_of, people_of

# What the button "the rest was there" sends along.
THE_REST = "rest"


@needs(is_organiser)
@require_http_methods(["GET", "HEAD", "POST"])
def attendance(request: HttpRequest, key: UUID) -> HttpResponse:
    """One form for a meeting. What a colleague wrote meanwhile stays, and is named."""
    meeting = own_meeting(request, key)
    page = page_of(request, people_of(request, meeting.edition))
    said = dict(
        Attendance.objects.filter(meeting=meeting, participation__in=list(page)).values_list(
            "participation", "presence"
        )
    )
    rows = [{"person": one, "was": said.get(one.pk, ""), "now": said.get(one.pk, "")} for one in page]
    if request.method == "POST":
        _take_over(rows, request.POST)
        try:
            crossed = meetings.note_attendance(
                meeting, {row["person"].key: (row["was"], row["now"]) for row in rows}, by=request.user
            )
        except Refused as refused:
            messages.error(request, refused.text)
        else:
            _say_saved(request, crossed)
            return redirect(request.get_full_path())
    context = {
        "meeting": meeting,
        "rows": rows,
        "page": page,
        "choices": [choice for choice in Presence.choices if meeting.has_begun() or choice[0] == Presence.EXCUSED],
        "rest": THE_REST if meeting.has_begun() else "",
        "breadcrumbs_items": _crumbs(meeting.edition, _("Aanwezig: %(title)s") % {"title": meeting.title}),
    }
    return render(request, "programmes/taking_part/desk/attendance.html", context)


def _take_over(rows: list[dict[str, Any]], typed: QueryDict) -> None:
    """What this screen showed and what was chosen on it; whatever is no word of ours is nothing said."""
    known = {"", *Presence.values}
    for row in rows:
        key = row["person"].key
        was, now = typed.get(f"was-{key}", row["was"]), typed.get(f"now-{key}", row["now"])
        row["was"] = was if was in known else ""
        row["now"] = now if now in known else row["was"]
        if THE_REST in typed and not row["now"]:
            row["now"] = Presence.PRESENT


def _say_saved(request: HttpRequest, crossed: list[Participation]) -> None:
    if crossed:
        names = ", ".join(str(one.user) for one in crossed)
        messages.warning(
            request, _("Een collega schreef intussen iets anders op bij: %(names)s. Kijk dat na.") % {"names": names}
        )
    messages.success(request, _("Bewaard."))


@needs(is_organiser)
@require_http_methods(["GET", "HEAD", "POST"])
def phases(request: HttpRequest, key: UUID) -> HttpResponse:
    """Which step is done by whom: one step at a time, many people at once."""
    edition = own_edition(request, key)
    path = list(phases_of(edition))
    phase = _chosen(request, path)
    page = page_of(request, people_of(request, edition))
    done = set(PhaseDone.objects.filter(phase=phase, participation__in=list(page)).values_list("participation", flat=1))
    if request.method == "POST" and phase:
        keys = {str(one.key): one.key for one in page}
        shown, ticked = set(request.POST.getlist("was")), set(request.POST.getlist("done"))
        changes = {key: (text in shown, text in ticked) for text, key in keys.items()}
        number = actions.tick_phase(edition, phase, changes, by=request.user)
        said = ngettext("Bewaard bij %(number)s deelnemer.", "Bewaard bij %(number)s deelnemers.", number)
        messages.success(request, said % {"number": number})
        return redirect(request.get_full_path())
    context = {
        "edition": edition,
        "path": path,
        "phase": phase,
        "rows": [{"person": one, "done": one.pk in done} for one in page],
        "page": page,
        "query": f"stap={phase.pk}&" if phase else "",
        "breadcrumbs_items": _crumbs(edition, _("Stappen")),
    }
    return render(request, "programmes/taking_part/desk/phases.html", context)


def phases_of(edition: Edition) -> Iterable[Phase]:
    """The edition's own steps; without them those of its programme."""
    own = edition.phases.all()
    return own if own.exists() else edition.programme.phases.all()


def _chosen(request: HttpRequest, path: list[Phase]) -> Phase | None:
    wanted = request.GET.get("stap")
    if wanted is None:
        return path[0] if path else None
    by_pk = {str(phase.pk): phase for phase in path}
    return by_pk[wanted] if wanted in by_pk else get_object_or_404(Phase.objects.none())


@needs(is_organiser)
@require_http_methods(["GET", "HEAD", "POST"])
def completing(request: HttpRequest, key: UUID) -> HttpResponse:
    """Who was there until the end: chosen by name, all of them or nobody."""
    edition = own_edition(request, key)
    here = people_of(request, edition).filter(state=ParticipationState.STARTED)
    page = page_of(request, here.annotate(times=Count("attendances", Q(attendances__presence=Presence.PRESENT))))
    chosen = set(request.POST.getlist("done"))
    if request.method == "POST":
        try:
            keys = {UUID(text) for text in chosen}
            done = actions.complete_several(edition, keys, by=request.user)
        except ValueError:
            messages.error(request, _("Kies wie klaar is."))
        except Refused as refused:
            messages.error(request, refused.text)
        else:
            said = ngettext("%(number)s deelnemer is afgerond.", "%(number)s deelnemers zijn afgerond.", len(done))
            messages.success(request, said % {"number": len(done)})
            return redirect(request.get_full_path())
    context = {
        "edition": edition,
        "rows": [{"person": one, "times": one.times, "done": str(one.key) in chosen} for one in page],
        "page": page,
        "breadcrumbs_items": _crumbs(edition, _("Afronden")),
    }
    return render(request, "programmes/taking_part/desk/completing.html", context)


def _crumbs(edition: Edition, label: str) -> list[dict[str, str]]:
    return crumbs(edition, (reverse("desk_group", args=[edition.key]), _("Groep")), ("", label))
