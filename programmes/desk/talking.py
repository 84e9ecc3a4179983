"""Planning, holding and calling off the talk before an answer: presses on the page of one application."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from people.access import needs
from people.pressing import press
from people.roles import is_organiser
from programmes import policies
from programmes.actions import conversations
from programmes.desk.application import page_of
from programmes.desk.conversations import HeldForm, PlanForm, panel
from programmes.models import Application, Conversation


@needs(is_organiser)
@require_POST
def talk(request: HttpRequest, key: UUID, verb: str) -> HttpResponse:
    own = Application.objects.at_the_desk_of(request.user).with_consent_asked()
    application = get_object_or_404(own.select_related("user", "edition__programme"), key=key)
    if verb not in ("plan", "hold", "cancel") or not policies.can_decide_application(request.user, application):
        raise Http404
    found = Conversation.objects.filter(application=application).select_related("application__edition").first()
    if verb != "plan" and found is None:
        raise Http404
    form = {"plan": PlanForm, "hold": HeldForm, "cancel": forms.Form}[verb](request.POST)
    if not form.is_valid():
        shown = {"plan": {"plan": form}, "hold": {"held": form}}[verb]
        return page_of(request, application, talk=panel(request, application, **shown), status=422)
    press(request, lambda: _act(application, found, verb, form, request))
    return redirect("desk_applications:detail", key=key)


def _act(application: Application, found: Conversation | None, verb: str, form: Any, request: HttpRequest) -> str:
    if verb == "plan":
        conversations.plan_conversation(application, by=request.user, **form.facts())
        return _("Gepland. Deze persoon krijgt een mail.")
    if verb == "hold":
        conversations.hold_conversation(found, note=form.cleaned_data["note"], by=request.user)
        return _("Bewaard. Deze persoon kan het lezen.")
    conversations.cancel_conversation(found, by=request.user)
    return _("Afgezegd. Deze persoon krijgt een mail.")
