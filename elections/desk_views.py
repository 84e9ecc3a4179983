"""The administrator hands in official files."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from elections.desk_forms import OfficialFileForm
from elections.importing import import_upload
from people.access import needs
from people.roles import is_administrator

SECONDS = 30
"""A page should answer before the server gives up on it; what is left is read when the same file is sent again."""
MOST_REFUSED = 50


@needs(is_administrator)
@require_http_methods(["GET", "POST"])
def read_files(request: HttpRequest) -> HttpResponse:
    sent = request.method == "POST"
    form = OfficialFileForm(request.POST, request.FILES) if sent else OfficialFileForm()
    report = None
    if sent and form.is_valid():
        file = form.cleaned_data["file"]
        by: Any = request.user  # an account: `needs` saw to it
        report = import_upload(file.name, file, by=by, seconds=SECONDS)
    title = _("Lees officiële bestanden in")
    lists = {"url": reverse("admin_official_lists:index"), "label": _("Officiële lijsten")}
    context = {
        "form": form,
        "report": report,
        "refused": report.refused[:MOST_REFUSED] if report else [],
        "header_title": title,
        "header_icon": "download",
        "breadcrumbs_items": [lists, {"url": "", "label": title}],
    }
    return render(request, "elections/desk/read_files.html", context)
