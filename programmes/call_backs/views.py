"""/bel-mij/: leaving a number without an account. None of it is cached: the forms post."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from lifecycle.errors import Refused
from people import limits, numbers
from people.access import public
from programmes.call_backs.actions import CONSENT, ask_call_back, take_back_call
from programmes.call_backs.forms import CallMeForm
from programmes.choices import Audience
from programmes.live_pages import live_pages, public_programme
from programmes.models import CallBack, Programme
from programmes.unnamed_consent import words_to_agree_to

PER_PAGE = 24


@public
@never_cache
@require_safe
def choose(request: HttpRequest) -> HttpResponse:
    """About which programme somebody wants to be called."""
    calling = (
        Programme.objects.answering_calls()
        .filter(pages__live=True)
        .exclude(for_whom=Audience.PARTIES)
        .distinct()
        .order_by("name")
    )
    page = Paginator(calling, PER_PAGE).get_page(request.GET.get("pagina"))
    shown = live_pages(page.object_list)
    rows = [
        {
            "title": shown[programme.pk].title,
            "text": shown[programme.pk].intro,
            "url": reverse("programmes:call_me", kwargs={"key": programme.key}),
        }
        for programme in page.object_list
        if programme.pk in shown
    ]
    return render(request, "programmes/call_back_choose.html", {"rows": rows, "page": page})


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def call_me(request: HttpRequest, key: UUID) -> HttpResponse:
    programme, page = public_programme(key)
    context = {"programme": programme, "programme_page": page}
    if not Programme.objects.answering_calls().filter(pk=programme.pk).exists():
        return render(request, "programmes/call_back_not_here.html", context)
    consent = words_to_agree_to(programme, CONSENT)
    form = CallMeForm(request.POST if request.method == "POST" else None, programme=programme, consent=consent)
    if request.method == "POST" and form.is_valid() and not _too_often(request, form):
        try:
            asked = ask_call_back(
                programme,
                form.cleaned_data["number"],
                moment=form.cleaned_data["moment"],
                language=get_language() or "nl",
                consent=consent,
            )
        except Refused as refusal:
            form.add_error(None, refusal.text)
        else:
            return redirect("programmes:call_asked", key=asked.key)
    return render(request, "programmes/call_back_ask.html", context | {"form": form}, status=limits.status_of(form))


def _too_often(request: HttpRequest, form: CallMeForm) -> bool:
    """By client, and by number: nobody has one person called by every programme there is."""
    if limits.refuse(request, "call_back", form):
        return True
    if limits.asked_too_often(request, "call_back_number", key=numbers.keyed(form.cleaned_data["number"])):
        limits.say_too_often(form)
        return True
    return False


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def call_asked(request: HttpRequest, key: UUID) -> HttpResponse:
    """What happens now, and the way back. The address is all that somebody has of it."""
    asked = CallBack.objects.to_be_made().filter(key=key).first()
    if asked is None:
        return _gone(request)
    if request.method == "POST":
        take_back_call(asked)
        return render(request, "programmes/call_back_taken_back.html")
    return render(request, "programmes/call_back_asked.html", {"asked": asked})


def _gone(request: HttpRequest) -> HttpResponse:
    """Called, taken back, or never there: one and the same answer."""
    context = {
        "title": _("Dit belverzoek is er niet meer"),
        "text": _("Wij hebben je gebeld, of je nummer is gewist. Wil je nog eens gebeld worden? Vraag het opnieuw."),
        "url": reverse("programmes:call_back"),
        "label": _("Vraag of wij je bellen"),
    }
    return render(request, "programmes/no_longer_kept.html", context, status=404)
