"""/voor-partijen/trainingen/ for everyone, and /voor-partijen/boeken/ for who proved an address with a mailed code."""

from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lifecycle.errors import IllegalMove, Refused
from people import limits
from people.access import View, public
from people.addresses import keyed
from people.languages import said
from people.mail_codes import codes
from people.mail_codes.views import Steps, ask_page, confirm_page
from programmes.bookings import actions, facts, policies
from programmes.bookings.forms import BookingForm, MoveForm, RatingForm
from programmes.bookings.session_actions import rate_session
from programmes.bookings.status import status_of
from programmes.live_pages import live_pages
from programmes.models import Booking, Session, SessionOffer

PURPOSE = "booking"
DRAFT = "booking_draft"
LONGEST_TYPED = 300
GET_OR_POST = ["GET", "HEAD", "POST"]


@public
@require_safe
def trainings(request: HttpRequest) -> HttpResponse:
    found = facts.of_offers()
    pages = live_pages({one.offer.programme for one in found})
    rows = [
        {
            "facts": one,
            "title": said(one.offer, "title"),
            "text": said(one.offer, "text"),
            "days": [facts.when(session) for session in one.first_days],
            "page": pages.get(one.offer.programme_id),
        }
        for one in found
    ]
    return render(request, "programmes/bookings/trainings.html", {"rows": rows})


# Who books proves an address ----------------------------------------------------------------------


def _training(request: HttpRequest) -> str:
    """The training that somebody came for, through both pages of the code; "" for none or nonsense."""
    try:
        return str(UUID(request.GET.get("training", "")))
    except ValueError:
        return ""


def _steps(request: HttpRequest) -> Steps:
    training = _training(request)
    query = f"?{urlencode({'training': training})}" if training else ""
    onward = reverse("programmes:booking_new", args=[training]) if training else reverse("programmes:bookings")
    return Steps(
        purpose=PURPOSE,
        ask_url=reverse("programmes:booking_address") + query,
        confirm_url=reverse("programmes:booking_code") + query,
        next_url=onward,
        back_url=reverse("programmes:trainings"),
        title=gettext_lazy("Op welk adres kunnen wij jullie mailen?"),
        lead=gettext_lazy("Je boekt zonder account. Wij mailen een code naar je organisatie."),
        about=gettext_lazy("een training boeken"),
        hint=gettext_lazy("Liefst van een functie, zoals bestuur@ of griffie@."),
        privacy=gettext_lazy(
            "Alleen wie de training geeft, ziet het adres. Wij wissen het een half jaar na de training."
        ),
    )


@public
@never_cache
@require_http_methods(GET_OR_POST)
def address(request: HttpRequest) -> HttpResponse:
    return ask_page(request, _steps(request))


@public
@never_cache
@require_http_methods(GET_OR_POST)
def code(request: HttpRequest) -> HttpResponse:
    return confirm_page(request, _steps(request))


def with_address(view: View) -> View:
    """Leads who proved no address yet to where that is done."""

    @public
    @never_cache
    @wraps(view)
    def asked(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        proved = codes.known(request, PURPOSE)
        if proved is None:
            return redirect("programmes:booking_address")
        return view(request, proved, *args, **kwargs)

    return asked


@public
@require_POST
def forget(request: HttpRequest) -> HttpResponse:
    """On a computer that others use too."""
    codes.forget(request, PURPOSE)
    request.session.pop(DRAFT, None)
    return redirect("programmes:trainings")


# Booking ------------------------------------------------------------------------------------------


@public
@never_cache
@require_http_methods(GET_OR_POST)
def new(request: HttpRequest, key: UUID) -> HttpResponse:
    """What was typed before the code was asked, or after it ran out, is there again."""
    offer = get_object_or_404(SessionOffer.objects.public().select_related("programme"), key=key)
    proved = codes.known(request, PURPOSE)
    if proved is None:
        if request.method == "POST":
            request.session[DRAFT] = _typed(request)
        return redirect(f"{reverse('programmes:booking_address')}?{urlencode({'training': str(key)})}")
    form = _form(request, offer)
    if form.is_valid() and not limits.refuse(request, "booking", form):
        try:
            booked = actions.book(offer, form.wanted(), address=proved, language=get_language() or "nl")
        except Refused as refused:
            form = _form(request, offer)  # with the days as they are now
            form.add_error(None, refused.text)
        else:
            request.session.pop(DRAFT, None)
            messages.success(request, _("Het is gelukt. Jullie krijgen er een mail over."))
            return redirect("programmes:booking", key=booked.key)
    context = {
        "form": form,
        "offer": offer,
        "title": said(offer, "title"),
        "waits": "session" not in form.fields,
        "address": proved,
        "is_example": offer.programme.is_example,
    }
    return render(request, "programmes/bookings/new.html", context, status=limits.status_of(form))


def _form(request: HttpRequest, offer: SessionOffer) -> BookingForm:
    data = request.POST if request.method == "POST" else None
    free = Session.objects.filter(offer=offer).free()
    return BookingForm(data, sessions=free, most_people=offer.most_people, initial=request.session.get(DRAFT))


def _typed(request: HttpRequest) -> dict[str, str]:
    names = BookingForm.field_order
    return {name: request.POST[name][:LONGEST_TYPED].replace("\x00", "") for name in names if name in request.POST}


# What one booked ----------------------------------------------------------------------------------


@with_address
@require_safe
def bookings(request: HttpRequest, proved: str) -> HttpResponse:
    own = Booking.objects.of_address(keyed(proved)).select_related("offer", "session", "municipality")
    rows = [
        {
            "title": said(booking.offer, "title"),
            "url": reverse("programmes:booking", args=[booking.key]),
            "text": booking.municipality.title,
            "facts": [facts.when(booking.session)] if booking.session else [],
            "badge": status_of(booking).badge,
        }
        for booking in own[:50]
    ]
    return render(request, "programmes/bookings/bookings.html", {"rows": rows, "address": proved})


def _own(proved: str, key: UUID) -> Booking:
    own = Booking.objects.of_address(keyed(proved))
    return get_object_or_404(own.select_related("offer__programme", "session", "municipality"), key=key)


@with_address
@require_safe
def booking(request: HttpRequest, proved: str, key: UUID) -> HttpResponse:
    found = _own(proved, key)
    context = {
        "booking": found,
        "title": said(found.offer, "title"),
        "when": facts.when(found.session) if found.session else "",
        "status": status_of(found),
        "can_move": policies.shows_own(proved, found, "move"),
        "can_cancel": policies.shows_own(proved, found, "cancel"),
        "address": proved,
    }
    return render(request, "programmes/bookings/booking.html", context)


@with_address
@require_http_methods(GET_OR_POST)
def move(request: HttpRequest, proved: str, key: UUID) -> HttpResponse:
    found = _own(proved, key)
    if not policies.shows_own(proved, found, "move"):
        return _too_late(request, found)
    free = list(Session.objects.filter(offer=found.offer).free())
    form = MoveForm(request.POST if request.method == "POST" else None, sessions=free)
    if form.is_valid():
        try:
            actions.move_booking(found, form.cleaned_data["session"], address=proved)
        except Refused as refused:
            form.add_error("session", refused.text)
        except IllegalMove:
            return _too_late(request, found)
        else:
            messages.success(request, _("De training is verzet. De organisatie bevestigt de nieuwe dag."))
            return redirect("programmes:booking", key=key)
    context = {"form": form, "booking": found, "title": said(found.offer, "title"), "has_days": bool(free)}
    return render(request, "programmes/bookings/move.html", context)


@with_address
@require_http_methods(GET_OR_POST)
def cancel(request: HttpRequest, proved: str, key: UUID) -> HttpResponse:
    found = _own(proved, key)
    if not policies.shows_own(proved, found, "cancel"):
        return _too_late(request, found)
    if request.method == "POST":
        try:
            actions.cancel_booking(found, address=proved)
        except IllegalMove:
            return _too_late(request, found)
        messages.success(request, _("Afgezegd. De dag is nu voor een ander."))
        return redirect("programmes:booking", key=key)
    context = {
        "booking": found,
        "title": said(found.offer, "title"),
        "when": facts.when(found.session) if found.session else "",
    }
    return render(request, "programmes/bookings/cancel.html", context)


def _too_late(request: HttpRequest, found: Booking) -> HttpResponse:
    messages.info(request, _("Dat kan nu niet meer. Hieronder lees je hoe het ervoor staat."))
    return redirect("programmes:booking", key=found.key)


# A mark afterwards --------------------------------------------------------------------------------


@public
@never_cache
@require_http_methods(GET_OR_POST)
def rating(request: HttpRequest, key: UUID) -> HttpResponse:
    """By the link in the mail, which whoever was there may use; only the button does something."""
    found = Booking.objects.filter(rating_key=key).select_related("offer").first()
    if found is None:
        raise Http404
    form = RatingForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and not limits.refuse(request, "rating", form):
        try:
            rate_session(key, form.cleaned_data["mark"])
        except Refused as refused:
            form.add_error(None, refused.text)
        else:
            return render(request, "programmes/bookings/rated.html", {"title": said(found.offer, "title")})
    context = {"form": form, "title": said(found.offer, "title")}
    return render(request, "programmes/bookings/rate.html", context, status=limits.status_of(form))
