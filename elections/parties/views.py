"""/verkiezingen/kaart/: somebody of a party, without an account, keeps its card. Never cached."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from elections.models import Body, Election, Party, PartyCard
from elections.names.finding import find, named
from elections.parties.actions import confirm_card, hand_in_card, take_card_away
from elections.parties.forms import FindPartyForm, PartyCardForm
from elections.parties.showing import latest_list, rows_of
from lifecycle.errors import Refused
from people import addresses, limits
from people.access import public
from people.mail_codes import codes
from people.mail_codes.views import Steps, ask_page, confirm_page

PURPOSE = "party_card"
MOST_PLACES = 12


@public
@never_cache
@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """Which party: by its place, and then by the official list of that place."""
    form = FindPartyForm({"q": request.GET.get("q", "")[:61]})
    place = Body.objects.filter(slug=request.GET.get("plek", "")[:90].replace("\x00", "")).first()
    words = form.cleaned_data["q"].strip() if form.is_valid() else ""
    listed = latest_list(place) if place else None
    rows = rows_of(listed) if listed else []
    context = {
        "form": form,
        "words": words,
        "places": _places(words) if words and not place else [],
        "place": place,
        "rows": [row for row in rows if row.party],
    }
    return render(request, "elections/parties/start.html", context)


def _places(words: str) -> list[Body]:
    found = find(words, named(Body.objects.valid(timezone.localdate())))
    return [*found.matches, *found.suggestions][:MOST_PLACES]


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def card(request: HttpRequest, key: UUID) -> HttpResponse:
    """What the party tells now, and the form to change it. First the address is proved."""
    party = _party(key)
    address = codes.known(request, PURPOSE)
    if address is None:
        return redirect("elections:party_card_address", key=key)
    shown = party.cards.public().first()
    own = party.cards.own(addresses.keyed(address)).first()
    form = _form(request, party, own or shown)
    if request.method == "POST" and form.is_valid() and not limits.refuse(request, "party_card", form):
        try:
            hand_in_card(party, form.words(), address=address, language=get_language() or "nl")
        except Refused as refused:
            form.add_error(None, refused.text)
        else:
            return redirect("elections:party_card_done", key=key)
    keeps = bool(shown and shown.kept_by_mark == addresses.keyed(address))
    context = {"party": party, "address": address, "shown": shown, "own": own, "keeps": keeps, "form": form}
    return render(request, "elections/parties/card.html", context, status=limits.status_of(form))


def _form(request: HttpRequest, party: Party, from_card: PartyCard | None) -> PartyCardForm:
    today = timezone.localdate()
    coming = Election.objects.for_body(party.body).coming(today).first()
    limits_of_day = {"today": today, "nomination_day": coming.nomination_day if coming else None}
    if request.method == "POST":
        return PartyCardForm(request.POST, **limits_of_day)
    names = PartyCardForm.base_fields
    initial = {name: getattr(from_card, name) for name in names} if from_card else {}
    return PartyCardForm(initial=initial, **limits_of_day)


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def address(request: HttpRequest, key: UUID) -> HttpResponse:
    return ask_page(request, _steps(_party(key)))


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def code(request: HttpRequest, key: UUID) -> HttpResponse:
    return confirm_page(request, _steps(_party(key)))


@public
@never_cache
@require_safe
def done(request: HttpRequest, key: UUID) -> HttpResponse:
    """What happens next; only to who has just handed it in."""
    party, address = _party(key), codes.known(request, PURPOSE)
    own = party.cards.own(addresses.keyed(address)).first() if address else None
    if own is None or not own.is_waiting:
        return redirect("elections:party_card", key=key)
    return render(request, "elections/parties/done.html", {"party": party, "address": address})


@public
@never_cache
@require_POST
def confirm(request: HttpRequest, key: UUID) -> HttpResponse:
    shown, address = _kept(request, key)
    confirm_card(shown, address=address)
    messages.success(request, _("Dank je. Op de kaart staat nu de dag van vandaag."))
    return redirect("elections:party_card", key=key)


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def take_away(request: HttpRequest, key: UUID) -> HttpResponse:
    shown, address = _kept(request, key)
    if request.method == "POST":
        take_card_away(shown, address=address)
        messages.success(request, _("De kaart is weg. Je kunt altijd een nieuwe schrijven."))
        return redirect("elections:party_card", key=key)
    return render(request, "elections/parties/take_away.html", {"party": shown.party})


def _kept(request: HttpRequest, key: UUID) -> tuple[PartyCard, str]:
    """The card on the site, for the address that handed it in; for others there is nothing here."""
    address = codes.known(request, PURPOSE)
    shown = PartyCard.objects.public().filter(party__key=key).select_related("party__body").first()
    if address is None or shown is None or shown.kept_by_mark != addresses.keyed(address):
        raise Http404
    return shown, address


def _party(key: UUID) -> Party:
    return get_object_or_404(Party.objects.select_related("body"), key=key)


def _steps(party: Party) -> Steps:
    def at(name: str) -> str:
        return reverse(f"elections:{name}", args=[party.key])

    words: dict[str, Any] = {"name": party.name, "place": party.body.title}
    return Steps(
        purpose=PURPOSE,
        ask_url=at("party_card_address"),
        confirm_url=at("party_card_code"),
        next_url=at("party_card"),
        back_url=f"{reverse('elections:party_cards')}?plek={party.body.slug}",
        title=_("De kaart van %(name)s") % words,
        lead=_("Je schrijft de kaart van %(name)s in %(place)s. Eerst sturen wij een code naar je mail.") % words,
        about=_("de kaart van %(name)s") % words,
        hint=_("Het liefst een adres van de partij. Dan weten wij sneller dat je van de partij bent."),
        privacy=_("Wij bewaren het adres zolang de kaart er is, versleuteld. Het staat nooit op de site."),
    )
