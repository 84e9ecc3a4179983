"""How an edition stands at the desk, with a button for each thing that can be done now."""

from collections import Counter
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from people.access import needs
from people.pressing import press
from programmes import policies
from programmes.actions import editions
from programmes.actions.questions import clear_question
from programmes.actions.revealing import allow_reveals
from programmes.actions.waiting import free_places, promised_places
from programmes.models import Edition, Question
from programmes.models.safeguarding_contact import enough_contacts
from programmes.states import TAKES_A_PLACE, ApplicationState

VERBS: dict[str, tuple[Callable[..., Edition], Any]] = {
    "open": (editions.open_edition, gettext_lazy("Openen voor aanmelden")),
    "close": (editions.close_edition, gettext_lazy("Aanmelden sluiten")),
    "start": (editions.start_edition, gettext_lazy("Laten beginnen")),
    "finish": (editions.finish_edition, gettext_lazy("Afronden")),
    "cancel": (editions.cancel_edition, gettext_lazy("Niet laten doorgaan")),
}


def _edition(request: HttpRequest, key: UUID) -> Edition:
    return get_object_or_404(Edition.objects.visible_to(request.user).select_related("programme"), key=key)


def _places(edition: Edition) -> dict[str, int]:
    """Exact: for who runs it, on screen."""
    counted = Counter(edition.applications.filter(state__in=TAKES_A_PLACE).values_list("state", flat=True))
    return {
        "admitted": counted[ApplicationState.ADMITTED],
        "offered": counted[ApplicationState.OFFERED],
        "promised": promised_places(edition),
        "free": free_places(edition),
    }


@needs(policies.has_a_desk)
@require_safe
def edition_state(request: HttpRequest, key: UUID) -> HttpResponse:
    edition = _edition(request, key)
    context = {
        "edition": edition,
        "places": _places(edition),
        "has_contacts": enough_contacts(edition.programme),
        "held": [
            {"question": question, "can_clear": policies.can_clear_question(request.user, question)}
            for question in edition.questions.all()
            if question.is_held
        ],
        "can_allow": policies.can_allow_reveals(request.user, edition),
        "breadcrumbs_items": [
            {"url": reverse("desk_editions:index"), "label": _("Edities")},
            {"url": reverse("desk_editions:edit", args=[edition.pk]), "label": str(edition)},
            {"url": "", "label": _("Stand")},
        ],
        "buttons": [
            {"verb": verb, "label": label}
            for verb, (_action, label) in VERBS.items()
            if policies.can_move_edition(request.user, edition, verb)
        ],
    }
    return render(request, "programmes/desk/edition_state.html", context)


@needs(policies.has_a_desk)
@require_POST
def move_edition(request: HttpRequest, key: UUID, verb: str) -> HttpResponse:
    if verb not in VERBS:
        raise Http404
    edition = _edition(request, key)
    action, _label = VERBS[verb]

    def act() -> str:
        return _("De editie is nu: %(state)s.") % {"state": action(edition, by=request.user).get_state_display()}

    press(request, act)
    return redirect("desk_edition_state", key=key)


@needs(policies.has_a_desk)
@require_POST
@transaction.atomic
def clear(request: HttpRequest, pk: int) -> HttpResponse:
    """An administrator lets a held question through."""
    seen = Edition.objects.visible_to(request.user)
    question = get_object_or_404(Question.objects.filter(edition__in=seen).select_related("edition__programme"), pk=pk)
    if not policies.can_clear_question(request.user, question):
        raise Http404
    clear_question(question, by=request.user)
    messages.success(request, _("De vraag is vrijgegeven."))
    return redirect("desk_edition_state", key=question.edition.key)


@needs(policies.has_a_desk)
@require_POST
def allow(request: HttpRequest, key: UUID) -> HttpResponse:
    """An administrator agrees that taking part reveals less than was said before."""
    edition = _edition(request, key)
    if not policies.can_allow_reveals(request.user, edition):
        raise Http404
    allow_reveals(edition, by=request.user)
    messages.success(request, _("De ruimere waarde geldt nu."))
    return redirect("desk_edition_state", key=key)
