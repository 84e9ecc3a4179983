"""Mentors whom participants chose themselves, to stop within three days; and questions before an answer."""

from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin.ui.tables import Column, TitleColumn

from mentoring.actions.matches import stop_request
from mentoring.asking import policies
from mentoring.asking.enquiring import answer_enquiry
from mentoring.asking.forms import AnswerForm
from mentoring.asking.terms import STOPPED_WITHIN, stops_until
from mentoring.desk.looking import OrganisersList, name_of, note_matches, own_matches
from mentoring.desk.words import match_in_words, reasons_in_words
from mentoring.models import Enquiry, Match
from mentoring.pseudonyms import told_to
from mentoring.states import GOING_ON, UNANSWERED, Side
from people.access import needs
from people.desk_columns import DayColumn
from people.models import User
from people.pressing import press
from people.roles import is_organiser


def waiting() -> Q:
    """Something an organiser can still do: stop what a participant chose, or answer a question."""
    chosen = Q(asked_at__gt=timezone.now() - STOPPED_WITHIN, state__in=GOING_ON)
    return chosen | Q(Exists(Enquiry.objects.open().filter(match=OuterRef("pk"))), state__in=UNANSWERED)


def what_waits(match: Match) -> str:
    until = stops_until(match)
    said = []
    if match.open_enquiries:  # type: ignore[attr-defined]
        said.append(gettext("vraag om te beantwoorden"))
    if until and until > timezone.now() and match.state in GOING_ON:
        day = date_format(timezone.localtime(until), "j F, H.i")
        said.append(gettext("te stoppen tot %(day)s uur") % {"day": day})
    return "; ".join(said)


def _with_open(matches: QuerySet[Match]) -> QuerySet[Match]:
    return matches.annotate(open_enquiries=Exists(Enquiry.objects.open().filter(match=OuterRef("pk"))))


class RequestIndexView(OrganisersList):
    model = Match
    page_title = _("Keuzes en vragen vooraf")
    header_icon = "help"
    index_url_name = "desk_requests:index"
    index_results_url_name = "desk_requests:index_results"
    when_empty = _("Er wacht nu niets. Kiest een deelnemer een mentor, of stelt iemand een vraag? Dan staat dat hier.")
    default_ordering = "answer_until"
    columns = [
        TitleColumn(
            "mentee",
            label=_("Deelnemer"),
            accessor=lambda match: name_of(match.participation),
            get_url=lambda match: reverse("desk_requests:detail", args=[match.key]),
        ),
        Column("mentor", label=_("Mentor"), accessor="mentor.user"),
        Column("waits", label=_("Wat je kunt doen"), accessor=what_waits),
        Column("state", label=_("Stand"), accessor=match_in_words),
        DayColumn("last_day", label=_("Antwoord uiterlijk"), sort_key="answer_until"),
    ]

    def get_base_queryset(self) -> QuerySet[Match]:
        return _with_open(own_matches(self.request.user).exclude(proposed_at=None).filter(waiting()))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        note_matches(context["object_list"], self.request.user)
        return context


def _match(user: User, key: UUID) -> Match:
    """One that somebody chose or asked about, now or before."""
    own = own_matches(user).exclude(proposed_at=None)
    asked = Q(asked_at__isnull=False) | Exists(Enquiry.objects.filter(match=OuterRef("pk")))
    return get_object_or_404(own.filter(asked), key=key)


def _page(
    request: HttpRequest, match: Match, bound: AnswerForm | None = None, about: UUID | None = None
) -> HttpResponse:
    note_matches([match], request.user)
    until = stops_until(match)
    context = {
        "match": match,
        "name": name_of(match.participation),
        "stands": match_in_words(match),
        "sides": reasons_in_words(match),
        "until": until,
        "shows_stop": policies.shows_stop_request(request.user, match),
        "enquiries": [_asked(one, match, bound if one.key == about else None) for one in match.enquiries.all()],
        "hides": match.participation.awaits_consent,
        "breadcrumbs_items": [
            {"url": reverse("desk_requests:index"), "label": gettext("Keuzes en vragen vooraf")},
            {"url": "", "label": name_of(match.participation)},
        ],
    }
    return render(request, "mentoring/desk/request.html", context)


def _asked(enquiry: Enquiry, match: Match, bound: AnswerForm | None) -> dict[str, Any]:
    form = bound or AnswerForm(prefix=str(enquiry.key)[:8])
    return {"enquiry": enquiry, "form": None if enquiry.answered_at or enquiry.is_closed else form}


@needs(is_organiser)
@require_safe
def detail(request: HttpRequest, key: UUID) -> HttpResponse:
    return _page(request, _match(request.user, key))


@needs(is_organiser)
@require_POST
def stop(request: HttpRequest, key: UUID) -> HttpResponse:
    match = _match(request.user, key)
    if not policies.can_stop_request(request.user, match):
        raise Http404

    def act() -> str:
        stop_request(match, by=request.user)
        return gettext("Dit gaat niet door. Beiden krijgen bericht.")

    press(request, act)
    return redirect("desk_requests:detail", key=key)


def _not_told_yet(match: Match, side: Side) -> str:
    """The name of the other one, unless she shows it herself."""
    return "" if told_to(side, match).by_name else match.user_at(side.other).name


@needs(is_organiser)
@require_POST
def reply(request: HttpRequest, key: UUID, enquiry: UUID) -> HttpResponse:
    match = _match(request.user, key)
    asked = get_object_or_404(Enquiry.objects.filter(match=match), key=enquiry)
    if not policies.can_answer_enquiry(request.user, asked):
        raise Http404
    form = AnswerForm(request.POST, prefix=str(asked.key)[:8], other=_not_told_yet(match, Side(asked.side)))
    if not form.is_valid():
        return _page(request, match, form, asked.key)

    def act() -> str:
        answer_enquiry(asked, form.cleaned_data["words"], by=request.user)
        return gettext("Je antwoord is verstuurd.")

    press(request, act)
    return redirect("desk_requests:detail", key=key)
