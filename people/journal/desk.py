"""/cms/logboek/: what was done, newest first, by whom of the own people; to read only."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from lifecycle.models import JournalLine
from people.access import needs
from people.desk_days import DayInput
from people.journal.lines import in_words, named_to, nameless, readable_by
from people.journal.words import kind_in_words
from people.models import User
from people.policies import can_read_journal

ON_A_PAGE = 50
NAMED_AT_MOST = 200
THE_FIRST_DAY = date(2020, 1, 1)
"""Before the portal: a day of long ago, or of the year 9999, chooses nothing and breaks nothing."""


class ReadersItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return can_read_journal(request.user)


class JournalFilter(forms.Form):
    """Which lines. Nothing chosen: all."""

    kind = forms.ChoiceField(label=gettext_lazy("Soort"), required=False)
    who = forms.ChoiceField(label=gettext_lazy("Door wie"), required=False)
    since = forms.DateField(label=gettext_lazy("Vanaf"), required=False, widget=DayInput)
    until = forms.DateField(
        label=gettext_lazy("Tot en met"),
        required=False,
        widget=DayInput,
    )

    def __init__(self, data: Any, *, reader: User, lines: "QuerySet[JournalLine]") -> None:
        super().__init__(data)
        self.reader = reader
        kinds = sorted(
            (kind_in_words(kind), kind) for kind in lines.order_by().values_list("thing_kind", flat=True).distinct()
        )
        self.fields["kind"].choices = [("", _("Alles")), *((kind, label) for label, kind in kinds)]
        people = named_to(reader).order_by("name", "pk")[:NAMED_AT_MOST]
        self.fields["who"].choices = [("", _("Iedereen")), *((str(one.journal_key), str(one)) for one in people)]
        for name in ("since", "until"):
            self.fields[name].error_messages["invalid"] = _("Kies een dag, zoals 12-03-2026.")

    def narrowed(self, lines: "QuerySet[JournalLine]") -> "QuerySet[JournalLine]":
        """What is not understood narrows nothing; the form says so."""
        self.is_valid()
        chosen = self.cleaned_data
        if chosen.get("kind"):
            lines = lines.filter(thing_kind=chosen["kind"])
        if chosen.get("who"):
            lines = lines.filter(actor=chosen["who"])
            if chosen["who"] != str(self.reader.journal_key):  # a choice tells no more than a line does
                lines = lines.exclude(thing_kind__in=nameless()).exclude(verb__in=nameless())
        if chosen.get("since") and chosen["since"] > THE_FIRST_DAY:
            lines = lines.filter(at__gte=_midnight(chosen["since"]))
        if chosen.get("until") and THE_FIRST_DAY < chosen["until"] <= timezone.localdate():
            lines = lines.filter(at__lt=_midnight(chosen["until"] + timedelta(days=1)))
        return lines


def _midnight(day: Any) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))


@needs(can_read_journal)
@require_safe
def journal(request: HttpRequest) -> HttpResponse:
    lines = readable_by(request.user)
    form = JournalFilter(request.GET, reader=request.user, lines=lines)
    page = Paginator(form.narrowed(lines), ON_A_PAGE).get_page(request.GET.get("p"))
    chosen = {name: request.GET[name] for name in form.fields if request.GET.get(name)}
    context = {
        "form": form,
        "page": page,
        "rows": in_words(page.object_list, request.user),
        "is_narrowed": bool(chosen),
        "query": f"{urlencode(chosen)}&" if chosen else "",
        "header_title": _("Logboek"),
        "header_icon": "history",
        "breadcrumbs_items": [{"url": "", "label": _("Logboek")}],
    }
    return render(request, "people/desk/journal.html", context)


class JournalViewSet(ViewSet):
    name = "desk_journal"
    url_prefix = "logboek"
    menu_label = gettext_lazy("Logboek")
    icon = "history"
    menu_item_class = ReadersItem

    def get_urlpatterns(self) -> list[URLPattern]:
        return [path("", journal, name="index")]
