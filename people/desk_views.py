"""Screens of the administrator that are no list of records."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from lifecycle.errors import Refused
from people import actions, policies
from people.access import needs
from people.models import Letter
from people.privacy import in_words, keep_until_table


@needs(policies.can_see_letters)
@require_POST
def send_again(request: HttpRequest, pk: int) -> HttpResponse:
    by: Any = request.user  # an account: `needs` saw to it
    try:
        actions.send_again(get_object_or_404(Letter, pk=pk), by=by)
    except Refused as refused:
        messages.info(request, refused.text)
    else:
        messages.success(request, _("De mail gaat zo opnieuw weg."))
    return redirect("admin_failed_letters:index")


@needs(policies.can_see_periods)
@require_safe
def keep_until(request: HttpRequest) -> HttpResponse:
    rows = [
        {
            "name": keep.name,
            "label": keep.label,
            "period": in_words(keep.period),
            "longest": in_words(keep.longest),
            "is_shorter": keep.period < keep.longest,
        }
        for keep in keep_until_table()
    ]
    title = _("Bewaartermijnen")
    context = {"rows": rows, "header_title": title, "breadcrumbs_items": [{"url": "", "label": title}]}
    return render(request, "people/desk/keep_until.html", {**context, "header_icon": "history"})
