"""What everyone with an account has: the overview and the own data. And help, for everyone."""

from itertools import groupby
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.core.paginator import Page, Paginator
from django.db.models import F, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from people import consent, privacy, takeout
from people.access import public, signed_in
from people.forms import ConsentChoice, EraseForm, NameForm
from people.fresh import asks_again, asks_again_before_download
from people.models import HelpRecord, PersonSeen
from people.sections import gather, steps_of

SEEN_ON_A_PAGE = 10
CONSENTS_ON_A_PAGE = 20


@signed_in
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    sections = gather(settings.DASHBOARD_SECTIONS, request)
    shown = [section for section in sections if section.template]
    steps = steps_of(sections)
    main, aside = [one for one in shown if not one.aside], [one for one in shown if one.aside]
    doors = [] if steps or main else [one for one in aside if "own_links" not in one.context]
    context = {
        "steps": steps,
        "main_sections": main,
        "aside_sections": aside,
        "doors": doors,
        "is_hidden": any(section.context.get("is_hidden") for section in sections),
        "help_people": [someone for section in sections for someone in section.context.get("help_people", ())],
    }
    return render(request, "people/mine.html", context)


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def my_data(request: HttpRequest) -> HttpResponse:
    form = NameForm(request.POST or None, instance=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Bewaard."))
        return redirect("people:my_data")
    consents = request.user.consents.select_related("text").order_by(F("withdrawn_at").desc(nulls_first=True), "-pk")
    seen = _page(request, request.user.seen.select_related("organisation"), SEEN_ON_A_PAGE, "gezien")
    page = _page(request, consents, CONSENTS_ON_A_PAGE, "toestemmingen")
    context = {
        "form": form,
        "consents": page,
        "described_consents": consent.described(page),
        "seen": seen,
        "seen_rows": [_sight(sight) for sight in seen],
    }
    return render(request, "people/my_data.html", context)


def _sight(sight: PersonSeen) -> dict[str, str]:
    """Day, role, organisation and what: never who."""
    organisation = sight.organisation.name if sight.organisation else settings.WAGTAIL_SITE_NAME
    return {
        "day": date_format(sight.on, "j F Y"),
        "role": sight.get_role_display().capitalize(),
        "organisation": organisation,
        "what": sight.get_what_display(),
    }


def _page(request: HttpRequest, rows: QuerySet[Any], size: int, parameter: str) -> Page:
    return Paginator(rows, size).get_page(request.GET.get(parameter))


@signed_in
@require_POST
def withdraw_consent(request: HttpRequest) -> HttpResponse:
    choice = ConsentChoice(request.POST)
    if choice.is_valid() and consent.withdraw(request.user, **choice.cleaned_data):
        messages.success(request, _("Je toestemming is ingetrokken. Dat geldt meteen."))
    else:
        messages.info(request, _("Deze toestemming was al ingetrokken."))
    return redirect("people:my_data")


@signed_in
@never_cache
@require_POST
@asks_again_before_download
def take_out(request: HttpRequest) -> HttpResponse:
    """Everything about this person, in one file whose name tells nothing."""
    response = HttpResponse(takeout.archive(request.user), content_type="application/zip")
    response["Content-Disposition"] = 'attachment; filename="gegevens.zip"'
    return response


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@asks_again
def erase(request: HttpRequest) -> HttpResponse:
    form = EraseForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        privacy.erase(request.user)
        logout(request)
        return render(request, "people/erased.html")
    return render(request, "people/erase.html", {"form": form})


@public
@require_safe
def help_at_hand(request: HttpRequest) -> HttpResponse:
    """Help for everyone comes first, then who the programmes offer, then what an office gives access to."""
    records = HelpRecord.objects.in_order_of_audience()
    groups = [
        {"audience": audience, "label": HelpRecord.Audience(audience).label, "records": list(found)}
        for audience, found in groupby(records, key=lambda record: record.audience)
    ]
    everyone = HelpRecord.Audience.EVERYONE
    context = {
        "for_everyone": [group for group in groups if group["audience"] == everyone],
        "for_office": [group for group in groups if group["audience"] != everyone],
        "sections": gather(settings.HELP_SECTIONS, request),
        "frame": "base_mine.html" if request.user.is_authenticated else "base.html",
    }
    return render(request, "people/help.html", context)
