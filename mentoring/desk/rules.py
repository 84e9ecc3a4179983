"""How a programme brings people together: the organiser's own settings, for every round and every proposal by hand."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from mentoring.actions.rules import save_rules
from mentoring.models import PairingRules
from mentoring.models.pairing_rules import rules_of
from people.access import needs
from people.roles import is_organiser
from programmes.models import Edition, Programme


class RulesForm(forms.ModelForm):
    class Meta:
        model = PairingRules
        fields = ["answer_days", "participants_ask", "asks_vog"]


@needs(is_organiser)
@require_http_methods(["GET", "HEAD", "POST"])
def rules(request: HttpRequest, key: UUID) -> HttpResponse:
    """From the page of an edition; they hold for the whole programme."""
    own = Edition.objects.filter(programme__in=Programme.objects.carried_by(request.user))
    edition = get_object_or_404(own.select_related("programme"), key=key)
    form = RulesForm(request.POST or None, instance=rules_of(edition.programme))
    if request.method == "POST" and form.is_valid():
        save_rules(edition.programme, by=request.user, rules=form.cleaned_data)
        messages.success(request, gettext("Bewaard. Wat al is voorgesteld, houdt de termijn die het had."))
        return redirect("desk_pairing:edition", key=key)
    context: dict[str, Any] = {
        "edition": edition,
        "form": form,
        "breadcrumbs_items": [
            {"url": reverse("desk_pairing:index"), "label": gettext("Koppelen")},
            {"url": reverse("desk_pairing:edition", args=[key]), "label": edition.name},
            {"url": "", "label": gettext("Spelregels")},
        ],
    }
    return render(request, "mentoring/desk/rules.html", context)
