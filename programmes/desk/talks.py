"""The talks of one edition: planned for several people at once, each a time of her own, and ticked off when held."""

from datetime import time, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from lifecycle.errors import Refused
from people.access import needs
from people.pressing import press
from people.roles import is_organiser
from programmes import policies
from programmes.actions import conversations
from programmes.actions.together import MOST_TOGETHER
from programmes.choices import AdmissionMode
from programmes.desk.conversations import PlanForm
from programmes.desk.edition_overview import Tile
from programmes.desk.looking import note_list
from programmes.desk.own import crumbs, own_edition
from programmes.desk.reviewing import as_key
from programmes.models import Application, Conversation, Edition

SHORTEST, USUAL, LONGEST = 5, 20, 240


class PlanTogetherForm(PlanForm):
    apart = forms.IntegerField(
        label=gettext_lazy("Hoeveel minuten per gesprek"),
        help_text=gettext_lazy("Na elk gesprek begint het volgende, in de volgorde hierboven."),
        min_value=SHORTEST,
        max_value=LONGEST,
        initial=USUAL,
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"), gettext_lazy("Schrijf een getal van 5 tot en met 240.")
        ),
    )
    field_order = ("day", "at", "apart", "form", "where")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, initial={"at": time(10, 0)}, **kwargs)
        self.fields["at"].label = _("Hoe laat begint het eerste")
        self.fields["where"].help_text = _("Iedereen leest dit na het inloggen, nooit in een mail.")

    def facts(self) -> dict[str, Any]:
        return {**super().facts(), "apart": timedelta(minutes=self.cleaned_data["apart"])}


@needs(is_organiser)
@never_cache
@require_safe
def talks(request: HttpRequest, key: UUID) -> HttpResponse:
    return _page(request, own_edition(request, key), PlanTogetherForm())


def _waiting(request: HttpRequest, edition: Edition) -> "QuerySet[Application]":
    """Who waits for an answer here, as they came in; never oneself."""
    own = Application.objects.at_the_desk_of(request.user).filter(edition=edition).undecided().agreed()
    found = own.exclude(user=request.user.pk).with_consent_asked()
    return found.select_related("user", "edition__programme", "conversation").order_by("submitted_at", "pk")


def _to_plan(request: HttpRequest, edition: Edition) -> "QuerySet[Application]":
    """With whom no talk is coming, and none was."""
    return _waiting(request, edition).exclude(conversation__in=Conversation.objects.standing())


def _page(
    request: HttpRequest,
    edition: Edition,
    form: PlanTogetherForm,
    *,
    chosen: list[str] | None = None,
    status: int = 200,
) -> HttpResponse:
    """Everybody is chosen to begin with; `chosen` once somebody chose."""
    to_plan = list(_to_plan(request, edition)[:MOST_TOGETHER])
    talked = _waiting(request, edition).filter(conversation__isnull=False).order_by("conversation__starts_at", "pk")
    planned = list(talked.filter(conversation__in=Conversation.objects.to_come())[:MOST_TOGETHER])
    held = list(talked.filter(conversation__in=Conversation.objects.held())[:MOST_TOGETHER])
    note_list([*to_plan, *planned, *held], request.user)
    context = {
        "edition": edition,
        "form": form,
        "to_plan": [(one, chosen is None or str(one.key) in chosen) for one in to_plan],
        "planned": [(one, one.conversation.has_begun()) for one in planned],
        "held": held,
        "breadcrumbs_items": crumbs(edition, ("", _("Gesprekken"))),
    }
    return render(request, "programmes/desk/talks.html", context, status=status)


def _chosen(request: HttpRequest, among: "QuerySet[Application]") -> list[Application]:
    keys = [key for key in map(as_key, request.POST.getlist("who")[:MOST_TOGETHER]) if key]
    return list(among.filter(key__in=keys))


@needs(is_organiser)
@require_POST
def plan(request: HttpRequest, key: UUID) -> HttpResponse:
    edition = own_edition(request, key)
    form = PlanTogetherForm(request.POST)
    who = _chosen(request, _to_plan(request, edition))
    if form.is_valid() and not who:
        form.add_error(None, _("Kies met wie je een gesprek plant."))
    if not form.is_valid():
        return _page(request, edition, form, chosen=request.POST.getlist("who"), status=422)

    def act() -> str:
        made = conversations.plan_conversations(edition, who, by=request.user, **form.facts())
        said = ngettext("%(count)s gesprek is gepland.", "%(count)s gesprekken zijn gepland.", len(made))
        return f"{said % {'count': len(made)}} {_('Ieder krijgt een mail.')}"

    press(request, act)
    return redirect("desk_edition_talks", key=key)


@needs(is_organiser)
@require_POST
def hold(request: HttpRequest, key: UUID) -> HttpResponse:
    edition = own_edition(request, key)
    who = _chosen(request, _waiting(request, edition).filter(conversation__in=Conversation.objects.to_come()))

    def act() -> str:
        if not who:
            raise Refused(_("Kies welke gesprekken zijn geweest."))
        conversations.hold_conversations(edition, [one.conversation for one in who], by=request.user)
        return _("Bewaard. Je kunt nu antwoord geven.")

    press(request, act)
    return redirect("desk_edition_talks", key=key)


def tile(request: HttpRequest, edition: Edition) -> Tile | None:
    if edition.admission_mode != AdmissionMode.CONVERSATION or not policies.organises(request.user, edition.programme):
        return None
    number = _to_plan(request, edition).count()
    said = ngettext("%(count)s nog te plannen", "%(count)s nog te plannen", number) % {"count": number}
    return Tile(
        _("Gesprekken"),
        _("Plan met meer mensen tegelijk een gesprek, en vink af wat is geweest."),
        reverse("desk_edition_talks", args=[edition.key]),
        said if number else "",
    )


TALK_DESK_URLS = [
    path("edities/<uuid:key>/gesprekken/", talks, name="desk_edition_talks"),
    path("edities/<uuid:key>/gesprekken/plannen/", plan, name="desk_edition_talks_plan"),
    path("edities/<uuid:key>/gesprekken/geweest/", hold, name="desk_edition_talks_hold"),
]
