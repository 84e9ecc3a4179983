"""Pairing by hand: who looks for a mentor in an edition, which mentors have room, and why these two."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views import generic

from lifecycle.errors import Refused
from mentoring import policies
from mentoring.actions.matches import propose_match
from mentoring.choices import Topic
from mentoring.desk.looking import PAGE, ForOrganisers, note_mentors, note_participants
from mentoring.desk.words import both_sides, fit_in_words
from mentoring.matching import Score, load_weights
from mentoring.models import MenteeProfile, Mentor, Round
from mentoring.pool import explain, mentors_with_room, reasons_of, seekers
from mentoring.shortage import Shortage, shortages
from people.access import needs
from people.roles import is_organiser
from programmes.models import Edition, Participation, Programme

MOST_SHORTAGES = 10


def _own_editions(request: HttpRequest) -> QuerySet[Edition]:
    """Also of an administrator who organises: only what her organisation carries."""
    own = Programme.objects.carried_by(request.user)
    return Edition.objects.filter(programme__in=own).select_related("programme")


class PairingIndexView(ForOrganisers, generic.IndexView):
    """Editions with people in them, those under way first."""

    model = Edition
    page_title = _("Koppelen")
    header_icon = "link"
    index_url_name = "desk_pairing:index"
    index_results_url_name = "desk_pairing:index_results"
    paginate_by = PAGE
    default_ordering = "-starts_on"
    show_export_buttons = False
    any_permission_required = None
    is_searchable = False
    columns = [
        TitleColumn(
            "name", label=_("Editie"), get_url=lambda edition: reverse("desk_pairing:edition", args=[edition.key])
        ),
        Column("programme", label=_("Programma")),
        Column("under_way", label=_("Deelnemers")),
        Column("state", label=_("Stand"), accessor="get_state_display"),
    ]

    def get_base_queryset(self) -> QuerySet[Edition]:
        people = Participation.objects.at_the_desk_of(self.request.user).under_way().filter(edition=OuterRef("pk"))
        number = people.order_by().values("edition").annotate(number=Count("pk")).values("number")
        return _own_editions(self.request).annotate(under_way=Coalesce(Subquery(number), 0)).filter(under_way__gt=0)

    @cached_property
    def header_buttons(self) -> list[Any]:
        return []


@needs(is_organiser)
@require_safe
def edition(request: HttpRequest, key: UUID) -> HttpResponse:
    """Who is without a mentor, who has room, and where mentors run short."""
    found = get_object_or_404(_own_editions(request), key=key)
    seeking = seekers(found, by=request.user).select_related("user__mentee_profile", "edition")
    page = Paginator(seeking, PAGE).get_page(request.GET.get("p"))
    mentors = mentors_with_room(found.programme, by=request.user)
    room = Paginator(mentors, PAGE).get_page(request.GET.get("m"))
    note_participants(page, request.user)
    note_mentors(room, request.user)
    context = {
        "edition": found,
        "page": page,
        "rows": [{"participation": one, "profile": _profile(one)} for one in page],
        "room": room,
        "places": sum(mentor.room for mentor in mentors),
        "shortages": _shortages(found, mentors, request),
        "round": Round.objects.at_work().filter(edition=found).first(),
        "can_begin": policies.can_run_rounds(request.user, found),
        "breadcrumbs_items": [_to_editions(), {"url": "", "label": found.name}],
    }
    return render(request, "mentoring/desk/pairing.html", context)


@needs(is_organiser)
@require_safe
def choose(request: HttpRequest, key: UUID, participation: UUID) -> HttpResponse:
    """One participant, and the mentors with room, who fits best in front."""
    found, seeking = _seeking(request, key, participation)
    note_participants([seeking], request.user)
    profile = _profile(seeking)
    mentors = mentors_with_room(found.programme, by=request.user) if profile else []
    scored = [
        (explain(seeking, mentor, load_weights()), mentor) for mentor in mentors if mentor.user_id != seeking.user_id
    ]
    scored.sort(key=lambda pair: (bool(pair[0].barred), -pair[0].total, pair[1].pk))
    page = Paginator(scored, PAGE).get_page(request.GET.get("p"))
    note_mentors([mentor for _score, mentor in page], request.user)
    context = {
        "edition": found,
        "seeking": seeking,
        "profile": profile,
        "page": page,
        "rows": [_fit(score, mentor) for score, mentor in page],
        "breadcrumbs_items": [_to_editions(), _to_edition(found), {"url": "", "label": str(seeking.user)}],
    }
    return render(request, "mentoring/desk/choose_mentor.html", context)


@needs(is_organiser)
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, key: UUID, participation: UUID, mentor: UUID) -> HttpResponse:
    """What both will read, and then the press that tells them."""
    found, seeking = _seeking(request, key, participation)
    own = Mentor.objects.at_the_desk_of(request.user).filter(programme=found.programme)
    chosen = get_object_or_404(
        own.filter(user__mentor_profile__isnull=False).select_related("user__mentor_profile"), key=mentor
    )
    if _profile(seeking) is None:
        messages.error(request, gettext("Deze deelnemer heeft nog geen profiel."))
        return redirect("desk_pairing:edition", key=key)
    score = explain(seeking, chosen, load_weights())
    if request.method == "POST":
        return _propose(request, found, seeking, chosen, score)
    note_participants([seeking], request.user)
    note_mentors([chosen], request.user)
    there = {"key": key, "participation": participation}
    context = {
        "edition": found,
        "seeking": seeking,
        "mentor": chosen,
        "fit": _fit(score, chosen),
        "breadcrumbs_items": [
            _to_editions(),
            _to_edition(found),
            {"url": reverse("desk_pairing:choose", kwargs=there), "label": str(seeking.user)},
            {"url": "", "label": gettext("Voorstellen")},
        ],
    }
    return render(request, "mentoring/desk/confirm_pair.html", context)


def _propose(
    request: HttpRequest, found: Edition, seeking: Participation, chosen: Mentor, score: Score
) -> HttpResponse:
    """By hand: without a score, with the reasons that both may read."""
    try:
        propose_match(seeking, chosen, by=request.user, reasons=reasons_of(score))
    except Refused as refused:
        messages.error(request, refused.text)
    else:
        messages.success(request, gettext("Het voorstel is verstuurd. Beiden kregen een mail."))
    return redirect("desk_pairing:edition", key=found.key)


def _seeking(request: HttpRequest, key: UUID, participation: UUID) -> tuple[Edition, Participation]:
    found = get_object_or_404(_own_editions(request), key=key)
    own = seekers(found, by=request.user).select_related("user__mentee_profile", "edition__programme")
    return found, get_object_or_404(own, key=participation)


def _profile(participation: Participation) -> MenteeProfile | None:
    """Fetched along; somebody who has not begun has none."""
    return getattr(participation.user, "mentee_profile", None)


def _fit(score: Score, mentor: Mentor) -> dict[str, Any]:
    """What the desk reads of two people: words, never the number."""
    return {
        "mentor": mentor,
        "fit": fit_in_words(score.total),
        "sides": both_sides(reasons_of(score)),
        "is_barred": bool(score.barred),
    }


def _shortages(found: Edition, mentors: list[Mentor], request: HttpRequest) -> list[dict[str, Any]]:
    asked = seekers(found, by=request.user).filter(user__mentee_profile__isnull=False)
    seeking = asked.order_by().values_list("user__mentee_profile__province", "user__mentee_profile__topics")
    profiles = [(mentor.user.mentor_profile, mentor.room) for mentor in mentors]
    offering = [(profile.province, profile.topics, room) for profile, room in profiles]
    return [_in_words(one) for one in shortages(seeking, offering)[:MOST_SHORTAGES]]


def _in_words(short: Shortage) -> dict[str, Any]:
    return {
        "province": short.province or gettext("onbekend"),
        "topic": Topic(short.topic).label,
        "seeking": short.seeking,
        "places": short.places,
    }


def _to_editions() -> dict[str, str]:
    return {"url": reverse("desk_pairing:index"), "label": gettext("Koppelen")}


def _to_edition(found: Edition) -> dict[str, str]:
    return {"url": reverse("desk_pairing:edition", args=[found.key]), "label": found.name}
