"""What this room shows on /mijn/ (settings.DASHBOARD_SECTIONS). Who is what in it is one question for all of them."""

from typing import Any

from django.db.models import CharField, QuerySet, Value
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from people.roles import Visitor
from people.sections import Section, Step, once
from programmes.models import FollowUp, Hidden, PoolContact, Report, SafeguardingContact
from programmes.safety.states import ReportState

MOST_STEPS = 3


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
    """Hide me, by one press; and whether a report is done, when that is asked."""
    holds = once(request, standing)
    steps = (_is_it_done(),) if "asked" in holds else ()
    context = {"is_hidden": "hidden" in holds, "is_quiet": True}
    return Section("programmes/section_safety.html", context, steps=steps, aside=True)


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
    readable = Report.objects.to_be_read_by(request.user)
    new = list(readable.filter(state=ReportState.SENT).order_by("sent_at")[:MOST_STEPS])
    due = list(FollowUp.objects.due().filter(report__in=readable).select_related("report")[:MOST_STEPS])
    steps = [_step(report, _("Er is een nieuwe melding"), _("Lees de melding")) for report in new]
    steps += [
        _step(one.report, _("Vraag hoe het gaat"), _("Bekijk de melding"))
        for one in due
        if not any(one.report_id == report.pk for report in new)
    ]
    links = [{"url": reverse("safety:reports"), "label": _("Meldingen aan jou")}]
    links.append({"url": reverse("safety:threats"), "label": _("Wordt een programma bedreigd?")})
    return Section("programmes/section_to_read.html", {"own_links": links}, steps=tuple(steps), aside=True)


def _step(report: Report, title: str, label: str) -> Step:
    return Step(
        title=title,
        text=_("Alleen vertrouwenspersonen lezen dit."),
        url=reverse("safety:to_read", kwargs={"key": report.key}),
        link_label=label,
        until=timezone.localdate(report.sent_at),
    )
