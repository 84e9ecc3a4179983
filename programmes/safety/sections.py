"""What this room shows on /mijn/ (settings.DASHBOARD_SECTIONS). Who is what in it is one question for all of them."""

from typing import Any

from django.db.models import Case, CharField, Exists, OuterRef, Q, QuerySet, Value, When
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from people.roles import Visitor
from people.sections import Section, Step, once
from programmes.models import FollowUp, Hidden, PoolContact, Report, SafeguardingContact
from programmes.safety.states import ReportState

MOST_STEPS = 6


def standing(user: Visitor) -> frozenset[str]:
    """Of "hidden", "contact" (of a programme), "pool", "asked" (whether a report of hers is done): what holds."""
    asked = Report.objects.of(user).filter(state=ReportState.ASKED)
    found = _as(Hidden.objects.filter(user=user.pk), "hidden").union(
        _as(SafeguardingContact.objects.filter(user=user.pk), "contact"),
        _as(PoolContact.objects.filter(user=user.pk), "pool"),
        _as(asked, "asked"),
    )
    return frozenset(found)


def _as(rows: "QuerySet[Any]", name: str) -> "QuerySet[Any, str]":
    return rows.order_by().annotate(what=Value(name, output_field=CharField())).values_list("what", flat=True)


def safety(request: HttpRequest) -> Section | None:
    """Whether she is hidden (the card with help has the press for it); and whether a report is done, when asked."""
    holds = once(request, standing)
    steps = (_is_it_done(),) if "asked" in holds else ()
    return Section("", {"is_hidden": "hidden" in holds}, steps=steps)


def _is_it_done() -> Step:
    return Step(
        title=_("Is het klaar voor jou?"),
        text=_("Er is je iets gevraagd. Antwoorden kost je 1 minuut."),
        url=reverse("safety:own_reports"),
        link_label=_("Bekijk de vraag"),
    )


def to_read(request: HttpRequest) -> Section | None:
    """For a safeguarding contact: what is new, and where to ask again. No step tells what it is about."""
    holds = once(request, standing)
    if not holds & {"contact", "pool"}:
        return None
    steps = [_read(report) if report.is_new else _ask_again(report) for report in _to_do(request.user)]
    links = [{"url": reverse("safety:reports"), "label": _("Meldingen aan jou")}]
    links.append({"url": reverse("safety:threats"), "label": _("Wordt een programma bedreigd?")})
    return Section("programmes/section_to_read.html", {"own_links": links}, steps=tuple(steps), aside=True)


def _to_do(user: Visitor) -> list[Report]:
    """New ones in front, then those of which it is time to ask again: all in one question."""
    due = FollowUp.objects.due().filter(report=OuterRef("pk"))
    asked = Report.objects.to_be_read_by(user).filter(Q(state=ReportState.SENT) | Exists(due))
    new_first = Case(When(state=ReportState.SENT, then=0), default=1)
    return list(asked.order_by(new_first, "sent_at")[:MOST_STEPS])


def _read(report: Report) -> Step:
    return _step(report, _("Er is een nieuwe melding"), _("Lees de melding"))


def _ask_again(report: Report) -> Step:
    return _step(report, _("Vraag hoe het gaat"), _("Bekijk de melding"))


def _step(report: Report, title: str, label: str) -> Step:
    return Step(
        title=title,
        text=_("Alleen vertrouwenspersonen lezen dit."),
        url=reverse("safety:to_read", kwargs={"key": report.key}),
        link_label=label,
        until=timezone.localdate(report.sent_at),
    )
