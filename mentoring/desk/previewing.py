"""The pairs of a round as a table that can be narrowed: by name, province, how it fits, and what is pinned."""

from typing import Any
from urllib.parse import urlencode

import django_filters
from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from mentoring.desk.looking import PAGE, name_of, own_matches
from mentoring.desk.words import FITS, FITS_WELL, fit_in_words, match_in_words, reasons_in_words
from mentoring.models import Match, Round
from mentoring.next_choices import next_choices
from programmes.choices import Province
from programmes.models import Participation

FIT = {
    "goed": (_("past goed"), Q(score__gte=FITS_WELL)),
    "redelijk": (_("past redelijk"), Q(score__gte=FITS, score__lt=FITS_WELL)),
    "beetje": (_("past een beetje"), Q(score__lt=FITS)),
}


class PreviewFilter(django_filters.FilterSet):
    naam = django_filters.CharFilter(label=_("Naam"), method="of_name", max_length=100)
    provincie = django_filters.ChoiceFilter(
        label=_("Provincie van de deelnemer"),
        choices=Province.choices,
        field_name="participation__user__mentee_profile__province",
        empty_label=_("alle"),
    )
    past = django_filters.ChoiceFilter(
        label=_("Hoe het past"),
        choices=[(value, label) for value, (label, _fit) in FIT.items()],
        method="of_fit",
        empty_label=_("alle"),
    )
    vast = django_filters.ChoiceFilter(
        label=_("Vastgezet"),
        choices=[("ja", _("ja")), ("nee", _("nee"))],
        method="of_pin",
        empty_label=_("alle"),
    )

    class Meta:
        model = Match
        fields: list[str] = []

    def of_name(self, matches: QuerySet[Match], _name: str, value: str) -> QuerySet[Match]:
        """A name that the desk may not read yet finds nobody."""
        named = Participation.objects.with_consent_asked().filter(consent_is_asked=False, user__name__icontains=value)
        return matches.filter(Q(participation__in=named.values("pk")) | Q(mentor__user__name__icontains=value))

    def of_fit(self, matches: QuerySet[Match], _name: str, value: str) -> QuerySet[Match]:
        return matches.filter(FIT[value][1])

    def of_pin(self, matches: QuerySet[Match], _name: str, value: str) -> QuerySet[Match]:
        return matches.filter(is_pinned=value == "ja")


def preview(round: Round, request: HttpRequest) -> dict[str, Any]:
    """For the page: the filter, this page of pairs, and what to put before the number of another page."""
    standing = own_matches(request.user).filter(round=round).exclude(pk__in=Match.objects.taken_out())
    chosen = PreviewFilter(request.GET, standing.order_by("participation__admitted_at", "pk"))
    page = Paginator(chosen.qs if chosen.is_valid() else standing.none(), PAGE).get_page(request.GET.get("p"))
    asked = {name: request.GET[name] for name in chosen.filters if request.GET.get(name)}
    here = urlencode({**asked, **({"p": page.number} if page.number > 1 else {})})
    return {
        "filter": chosen,
        "is_narrowed": bool(asked),
        "rest": urlencode(asked),
        "here": here,
        "page": page,
        "rows": rows(page, round),
    }


def narrowed(request: HttpRequest) -> str:
    """What comes behind the address after a press in the table, so that it stays as narrow as it was."""
    asked = {name: request.GET[name] for name in (*PreviewFilter.base_filters, "p") if request.GET.get(name)}
    return f"?{urlencode(asked)}" if asked else ""


def rows(page: Page, round: Round) -> list[dict[str, Any]]:
    later = set(next_choices(round).filter(pk__in=[match.pk for match in page]).values_list("pk", flat=True))
    return [
        {
            "match": match,
            "name": name_of(match.participation),
            "fit": fit_in_words(match.score),
            "sides": reasons_in_words(match),
            "stands": match_in_words(match),
            "is_next": match.pk in later,
        }
        for match in page
    ]
