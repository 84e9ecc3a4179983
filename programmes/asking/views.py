"""/vraag-iemand/kaart/ for who asks, /gevraagd/ for who is asked. Nothing of either is asked, and nothing cached."""

from urllib.parse import quote
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from lifecycle.errors import Refused
from people import limits
from people.access import public
from people.sources import source_of
from programmes.asking import actions, words
from programmes.asking.forms import CardForm
from programmes.live_pages import live_pages
from programmes.models import AskCard, ProgrammePage


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def make(request: HttpRequest) -> HttpResponse:
    wanted = _a_key(request.GET.get("programma", ""))
    form = CardForm(request.POST) if request.method == "POST" else CardForm(initial={"programme": wanted})
    if request.method == "POST" and form.is_valid() and not limits.refuse(request, "ask_card", form):
        try:
            card = actions.make_card(form.cleaned_data["programme"], source=source_of(request))
        except Refused as refusal:
            form.add_error(None, refusal.text)
        else:
            return redirect("programmes:ask_card", code=card.code)
    context = {"form": form, "source": source_of(request)}
    return render(request, "programmes/ask_make.html", context, status=limits.status_of(form))


def _a_key(typed: str) -> UUID | None:
    try:
        return UUID(typed)
    except ValueError:
        return None


@public
@never_cache
@require_safe
def card(request: HttpRequest, code: str) -> HttpResponse:
    """The card to print, and the same as a text to paste. Which words are chosen stands in the address alone."""
    found = _valid(code)
    if found is None:
        return _expired(request)
    address = settings.SITE_ADDRESS + reverse("programmes:asked", kwargs={"code": found.code})
    why = words.chosen(request.GET.get("woorden", ""))
    until = date_format(timezone.localtime(found.expires_at), "j F Y")
    text = words.text(why, address, until)
    context = {
        "address": address.partition("://")[2],
        "why": why,
        "opening": words.CHOICES[why],
        "choices": words.CHOICES.items(),
        "until": until,
        "text": text,
        "mail": f"mailto:?subject={quote(_('Ik dacht aan jou'))}&body={quote(text)}",
        "programme_page": _page_of(found),
    }
    return render(request, "programmes/ask_card.html", context)


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def asked(request: HttpRequest, code: str) -> HttpResponse:
    """For who was asked: what this is, and a button to go and look. Only the button is counted."""
    found = _valid(code)
    if found is None:
        return _expired(request)
    page = _page_of(found)
    if request.method == "POST":
        actions.say_yes(found)
        return redirect(page.get_url(request) if page else reverse("programmes:guide"))
    until = date_format(timezone.localtime(found.expires_at), "j F Y")
    return render(request, "programmes/asked.html", {"programme_page": page, "until": until})


def _valid(code: str) -> AskCard | None:
    return AskCard.objects.valid().select_related("programme").filter(code=code.lower()).first()


def _page_of(found: AskCard) -> ProgrammePage | None:
    """Not of a programme that came to tell something of who takes part."""
    programme = found.programme
    return live_pages([programme]).get(programme.pk) if programme and not programme.is_sensitive else None


def _expired(request: HttpRequest) -> HttpResponse:
    """Expired or never made: one and the same answer."""
    context = {
        "title": _("Deze kaart werkt niet meer"),
        "text": _("Een kaart werkt dertig dagen. Kijk gerust zelf rond, daar heb je geen kaart voor nodig."),
        "url": reverse("programmes:guide"),
        "label": _("Kijk wat bij je past"),
    }
    return render(request, "programmes/no_longer_kept.html", context, status=404)
