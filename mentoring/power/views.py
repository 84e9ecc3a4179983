"""/mijn/voorstel/…/rol/: whether roles can clash, asked of both; answering is free, and taken back in one press."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from lifecycle.errors import Refused
from mentoring.models import Match, PowerRole
from mentoring.power import actions
from mentoring.power.consent_purposes import POWER_CHECK
from mentoring.power.forms import RoleForm, as_said
from people import limits
from people.access import signed_in
from people.models import ConsentText, User


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def role(request: HttpRequest, key: UUID) -> HttpResponse:
    match = get_object_or_404(Match.objects.of(request.user), key=key)
    own = PowerRole.objects.filter(user=request.user).first()
    if request.method == "POST" and "intrekken" in request.POST:
        actions.take_role_back(by=request.user)
        messages.success(request, _("Weg. Wij bewaren je antwoord niet meer."))
        return redirect("mentoring:proposal", key=key)
    form = RoleForm(request.POST if request.method == "POST" else None, initial=as_said(own))
    if form.is_valid() and not _too_often(request, form) and _said(form, by=request.user):
        messages.success(request, _("Bewaard. Kan het botsen? Dan lezen jullie dat allebei."))
        return redirect("mentoring:proposal", key=key)
    text = ConsentText.objects.newest(POWER_CHECK.name)
    context = {"form": form, "match": match, "is_said": own is not None, "consent_words": text.words if text else ""}
    return render(request, "mentoring/power_role.html", context)


def _too_often(request: HttpRequest, form: RoleForm) -> bool:
    """Whoever may try one municipality after another finds the one of somebody whose name she does not know yet."""
    if not limits.asked_too_often(request, "power_role"):
        return False
    form.add_error(None, _("Je gaf deze maand al drie keer antwoord. Intrekken kan altijd."))
    return True


def _said(form: RoleForm, *, by: User) -> bool:
    try:
        actions.say_role(form.cleaned_data["roles"], form.cleaned_data["body"], by=by)
    except Refused as refused:
        form.add_error(None, refused.text)
        return False
    return True
