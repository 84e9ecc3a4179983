"""Pairing by hand: who looks for a mentor in an edition, which mentors have room, and why these two."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from wagtail.admin.ui.tables import Column, TitleColumn

from mentoring import policies
from mentoring.choices import Topic
from mentoring.desk.beginning import begin_form
from mentoring.desk.by_hand import Best, best_pairs, recent
from mentoring.desk.looking import PAGE, OrganisersList, name_of, note_matches, note_mentors, note_participants
from mentoring.desk.own_pairing import own_editions, profile_of, to_editions
from mentoring.models import Mentor, Round
from mentoring.models.pairing_rules import rules_of
from mentoring.pool import mentors_with_room, seekers
from mentoring.shortage import Shortage, shortages
from mentoring.waiting import Why, at_the_desk
from people.access import needs
from people.roles import is_organiser
from programmes.models import Edition, Participation

MOST_SHORTAGES = 25


class PairingIndexView(OrganisersList):
    """Editions with people in them, those under way first."""

    model = Edition
    page_title = _("Koppelen")
    header_icon = "link"
    index_url_name = "desk_pairing:index"
    index_results_url_name = "desk_pairing:index_results"
    when_empty = _("Er is nog niemand om te koppelen. Laat eerst deelnemers toe. Dan staat hun editie hier.")
    default_ordering = "-starts_on"
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
        return own_editions(self.request).annotate(under_way=Coalesce(Subquery(number), 0)).filter(under_way__gt=0)


@needs(is_organiser)
@require_safe
def edition(request: HttpRequest, key: UUID) -> HttpResponse:
    """Who is without a mentor and why, who fits best, who has room, and where mentors run short."""
    found = get_object_or_404(own_editions(request), key=key)
    at_work = Round.objects.at_work().filter(edition=found).first()
    seeking = seekers(found, by=request.user).select_related("user__mentee_profile", "edition__programme")
    page = Paginator(seeking, PAGE).get_page(request.GET.get("p"))
    mentors = mentors_with_room(found.programme, by=request.user)
    room = Paginator(mentors, PAGE).get_page(request.GET.get("m"))
    best = {} if at_work else best_pairs(found, request.user, number=page.paginator.count, mentors=len(mentors))
    just_asked = recent(found, request.user)
    begin = begin_form(request, rules_of(found.programme).answer_days)
    can_begin = policies.can_run_rounds(request.user, found)
    note_participants(page, request.user)
    note_mentors({one.pk: one for one in [*room, *(pair.mentor for pair in best.values())]}.values(), request.user)
    note_matches(just_asked, request.user)
    context = {
        "edition": found,
        "page": page,
        "rows": _rows(page, best, has_room=bool(mentors)),
        "suggests": bool(best),
        "just_asked": [{"match": match, "name": name_of(match.participation)} for match in just_asked],
        "room": room,
        "places": sum(mentor.room for mentor in mentors),
        "shortages": _shortages(found, mentors, request),
        "round": at_work,
        "can_begin": can_begin,
        "begin_form": begin,
        "begins": can_begin and not at_work and (bool(page) or begin.is_bound),
        "breadcrumbs_items": [to_editions(), {"url": "", "label": found.name}],
    }
    return render(request, "mentoring/desk/pairing.html", context)


def _rows(page: Iterable[Participation], best: dict[int, Best], *, has_room: bool) -> list[dict[str, Any]]:
    """A mentor to ask in one press, or why there is none."""
    whys = at_the_desk(page)
    found = []
    for one in page:
        pair, why = best.get(one.pk), whys.get(one.pk)
        if why == Why.SOON and not pair:
            why = Why.NO_FIT if has_room else Why.NO_ROOM
        found.append({"participation": one, "profile": profile_of(one), "best": pair, "why": why and why.label})
    return found


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
        "missing": short.missing,
        "todo": _what_to_do(short),
    }


def _what_to_do(short: Shortage) -> str:
    if not short.places:
        return gettext("Zoek een mentor die dit kent.")
    return gettext("Vraag wie dit kent om één plek extra.")
