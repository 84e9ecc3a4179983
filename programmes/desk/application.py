"""One application at the desk: its answers, and the three answers that an organiser can give.

A decision is written, read back as the person will get it, and then sent. What someone typed comes back with every
refusal, also when a colleague was first.
"""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from lifecycle.errors import IllegalMove, Refused
from people.access import needs
from people.messages import Words, address
from people.roles import is_organiser
from programmes import policies
from programmes.actions.waiting import free_places
from programmes.applying.pages import answer_rows, unanswered
from programmes.desk import conversations, reviewing
from programmes.desk.decision_forms import VERBS, DecisionForm
from programmes.desk.looking import note_look, shown_name
from programmes.models import Application


def _own(request: HttpRequest, key: UUID) -> Application:
    own = Application.objects.at_the_desk_of(request.user).with_consent_asked()
    return get_object_or_404(own.select_related("user", "edition__programme"), key=key)


@needs(is_organiser)
@require_safe
def detail(request: HttpRequest, key: UUID) -> HttpResponse:
    """One application with its answers; the look is journalled and told to the person."""
    application = _own(request, key)
    policies.require(policies.can_read_application(request.user, application))
    return page_of(request, application)


@needs(is_organiser)
@require_POST
def decide(request: HttpRequest, key: UUID) -> HttpResponse:
    """The first press shows what the person gets, the second sends it."""
    application, verb = _own(request, key), request.POST.get("verb", "")
    if verb not in VERBS or not policies.can_decide_application(request.user, application):
        raise Http404
    form = DecisionForm(request.POST, edition=application.edition, verb=verb)
    if "back" in request.POST or not form.is_valid():
        return page_of(request, application, form)
    if not policies.shows_decision(request.user, application, verb):
        return _too_late(request, application, form)
    if "sure" not in request.POST:
        return _preview(request, application, form)
    try:
        VERBS[verb].act(application, by=request.user, **form.facts())
    except Refused as refused:
        form.add_error(None, refused.text)
        return page_of(request, application, form, status=409)
    except IllegalMove:
        return _too_late(request, _own(request, key), form)
    messages.success(request, VERBS[verb].done)
    return redirect("desk_applications:detail", key=key)


def _too_late(request: HttpRequest, application: Application, form: DecisionForm) -> HttpResponse:
    """Somebody decided meanwhile: that holds, and what was written here is shown once more."""
    return page_of(request, application, form, status=409, too_late=True)


def page_of(
    request: HttpRequest,
    application: Application,
    form: DecisionForm | None = None,
    *,
    talk: dict[str, Any] | None = None,
    status: int = 200,
    too_late: bool = False,
) -> HttpResponse:
    """The page, with a form as it was filled in: `form` the answer's, `talk` that of the conversation."""
    form = form or DecisionForm(edition=application.edition)
    hidden = application.awaits_consent
    if not hidden:
        note_look(application, request.user)
    buttons = [
        {"verb": verb, "label": decision.label}
        for verb, decision in VERBS.items()
        if policies.shows_decision(request.user, application, verb)
    ]
    is_full = bool(buttons) and free_places(application.edition) < 1
    context = {
        "application": application,
        "name": shown_name(application),
        "is_hidden": hidden,
        "rows": [] if hidden else answer_rows(application),
        "unanswered": [] if hidden else unanswered(application),
        "form": form,
        "buttons": [button for button in buttons if not (is_full and button["verb"] == "offer")],
        "is_full": is_full,
        "too_late": too_late,
        "typed": form.data.get("words", "") if too_late else "",
        "talk": {} if hidden else (talk or conversations.panel(request, application)),
        "reviews": {} if hidden else reviewing.panel(request, application),
        "edit_url": reverse("desk_editions:edit", args=[application.edition_id]),
        "breadcrumbs_items": _breadcrumbs(application),
    }
    return render(request, "programmes/desk/application.html", context, status=status)


def _preview(request: HttpRequest, application: Application, form: DecisionForm) -> HttpResponse:
    decision = VERBS[form.verb]
    context: dict[str, Any] = {
        "application": application,
        "name": shown_name(application),
        "decision": decision,
        "verb": form.verb,
        "until": form.cleaned_data["until"] if form.verb == "offer" else None,
        "typed_until": form.data.get("until", ""),
        "words": form.cleaned_data["words"],
        "mail": letter_of(application, form.verb, form.cleaned_data["until"]),
        "breadcrumbs_items": [*_breadcrumbs(application, is_last=False), {"url": "", "label": _("Lees na")}],
    }
    return render(request, "programmes/desk/decision.html", context)


def letter_of(application: Application, verb: str, until: date) -> Words:
    """As it will be sent, in the language of the person."""
    decision = VERBS[verb]
    with translation.override(application.user.language):
        link = address(decision.page, key=application.key)
        return decision.message.words({"link": link, "until": until if verb == "offer" else None})


def _breadcrumbs(application: Application, *, is_last: bool = True) -> list[dict[str, str]]:
    there = "" if is_last else reverse("desk_applications:detail", args=[application.key])
    return [
        {"url": reverse("desk_applications:index"), "label": _("Aanmeldingen")},
        {"url": there, "label": shown_name(application)},
    ]
