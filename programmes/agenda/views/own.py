"""/mijn/agenda/: coming to an event, where it is, and cancelling."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from people.access import signed_in
from programmes.agenda import actions, facts, policies
from programmes.agenda.calendar import calendar_file
from programmes.agenda.forms import RegistrationForm
from programmes.availability import Availability
from programmes.live_pages import live_pages
from programmes.models import Event, Registration
from programmes.safety.threat import is_threatened


def _event(request: HttpRequest, key: UUID) -> Event:
    """What this person may come to; anything else does not exist."""
    return get_object_or_404(Event.objects.open_to(request.user).select_related("organisation", "programme"), key=key)


def _own(request: HttpRequest, event: Event) -> Registration | None:
    found = Registration.objects.of(request.user).filter(event=event).first()
    if found:
        found.event = event
    return found


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def registration(request: HttpRequest, key: UUID) -> HttpResponse:
    """Opening the page changes nothing; the button says "ik kom"."""
    event = _event(request, key)
    data = request.POST if request.method == "POST" else None
    form = RegistrationForm(data, event=event, initial={"name": request.user.name})
    if form.is_valid():
        try:
            made = actions.register(event, by=request.user, name=form.cleaned_data["name"])
        except actions.NotOpen as closed:
            messages.error(request, closed.text)
        else:
            messages.success(request, _said(made))
        return redirect("programmes:registration", key=key)
    return render(request, "programmes/registration.html", _context(request, event, form))


def _said(made: Registration) -> str:
    if made.has_place:
        return _("Je komt. Je krijgt een mail met de afspraak.")
    return _("Je wacht op een plek. Komt er een vrij, dan krijg je mail.")


def _context(request: HttpRequest, event: Event, form: RegistrationForm) -> dict[str, Any]:
    own = _own(request, event)
    stands = own is not None and own.stands
    pages = live_pages({event.programme} if event.programme else set())
    sees_address = policies.can_see_address(request.user, event)
    return {
        "event": event,
        "row": facts.row(event, pages),
        "place": facts.place(event),
        "registration": own if stands else None,
        "form": None if stands or not event.takes_registrations() else form,
        "is_full": event.availability() == Availability.FULL,
        "is_named": not event.is_sensitive,
        "is_over": event.is_over(),
        "address": event.address if sees_address else "",
        "address_later": bool(own and own.has_place and event.address) and not event.shows_address(),
        "address_closed": bool(own and own.has_place and event.address) and is_threatened(event.programme),
        "can_cancel": own is not None and policies.shows_cancel(request.user, own),
    }


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def cancel(request: HttpRequest, key: UUID) -> HttpResponse:
    """Asked first, done by a press."""
    event = _event(request, key)
    own = _own(request, event)
    if own is None or not policies.shows_cancel(request.user, own):
        return redirect("programmes:registration", key=key)
    if request.method == "POST":
        actions.cancel_registration(own, by=request.user)
        messages.success(request, _("Je komt niet. Dank je dat je het zegt."))
        return redirect("people:mine")
    return render(request, "programmes/registration_cancel.html", {"event": event, "registration": own})


@signed_in
@never_cache
@require_safe
def appointment(request: HttpRequest, key: UUID) -> HttpResponse:
    """The same neutral file, also of what does not stand in the agenda."""
    return calendar_file(_event(request, key))
