"""/mijn/mentor/: telling which office one holds, and signing the code of conduct."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from elections.models import Body
from lifecycle.errors import Refused
from mentoring import policies
from mentoring.models import HeldOffice, Mentor
from mentoring.pseudonyms import called
from mentoring.vetting import actions, code
from mentoring.vetting.forms import HeldOfficeForm
from mentoring.vetting.policies import can_sign_code
from people.access import needs, signed_in


@needs(policies.can_keep_mentor_profile)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def office(request: HttpRequest) -> HttpResponse:
    held = HeldOffice.objects.filter(user=request.user).first()
    if request.method == "POST" and "weg" in request.POST:
        actions.forget_office(by=request.user)
        messages.success(request, _("Weg. Wij bewaren niet meer welk ambt je had."))
        return redirect("mentoring:mentor")
    form = HeldOfficeForm(request.POST if request.method == "POST" else None, initial=_as_told(held))
    if form.is_valid():
        actions.tell_office(by=request.user, **form.told)
        messages.success(request, _("Bewaard. De organisatie zoekt je op in de uitslag."))
        return redirect("mentoring:mentor")
    return render(request, "mentoring/mentor_office.html", {"form": form, "is_told": held is not None})


def _as_told(held: HeldOffice | None) -> dict[str, Any]:
    if held is None:
        return {}
    body = Body.objects.filter(slug=held.place).first()
    return {
        "office": held.office,
        "place": body.title if body else "",
        "since": held.since,
        "until": held.until,
        "listed_as": held.listed_as,
    }


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def code_of_conduct(request: HttpRequest, key: UUID) -> HttpResponse:
    """What she signed, or is to sign; the version that she reads goes along with her press."""
    mentor = get_object_or_404(Mentor.objects.of(request.user).with_programme().select_related("user"), key=key)
    if request.method == "POST":
        try:
            actions.sign_code(mentor, version=code.version_in(request.POST.get("versie", "")), by=request.user)
        except Refused as refused:
            messages.error(request, refused.text)
            return redirect("mentoring:mentor_code", key=key)
        messages.success(request, _("Getekend. Dank je wel."))
        return redirect("mentoring:mentor")
    text = code.current()
    is_behind = code.is_behind(mentor, text)
    shown = text if is_behind else code.signed_text(mentor) or text
    context = {
        "mentor": mentor,
        "title": called(mentor.programme),
        "rules": code.rules(shown),
        "version": shown.version,
        "signed_on": None if is_behind else mentor.signed_on,
        "asks": is_behind and can_sign_code(request.user, mentor),
    }
    return render(request, "mentoring/mentor_code.html", context)
